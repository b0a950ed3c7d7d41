/** Notes as a Word document (ECMA-376, WordprocessingML): headings, quotations and text in styles that Word knows. */
import { zipped } from '../tables';
import type { Note } from '../source';
import { bySource, saidOfNote, tagsOfNote, utf8, workInBrief } from './notesToWrite';
import type { NotesToWrite } from './notesToWrite';
import { element, xmlText } from './xmlText';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type Style = 'Title' | 'Heading1' | 'Heading2' | 'Quote' | 'Normal' | 'Caption';

/** The names by which Word knows its own styles, and how they look. */
const styles: { readonly [S in Style]: { readonly name: string; readonly text: string; readonly paragraph: string } } = {
  Normal: { name: 'Normal', text: '<w:sz w:val="22"/>', paragraph: '<w:spacing w:after="120"/>' },
  Title: { name: 'Title', text: '<w:b/><w:sz w:val="40"/>', paragraph: '<w:spacing w:after="240"/>' },
  Heading1: { name: 'heading 1', text: '<w:b/><w:sz w:val="30"/>', paragraph: '<w:keepNext/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/>' },
  Heading2: { name: 'heading 2', text: '<w:b/><w:sz w:val="24"/>', paragraph: '<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="1"/>' },
  Quote: { name: 'Quote', text: '<w:i/>', paragraph: '<w:spacing w:after="120"/><w:ind w:left="567"/>' },
  Caption: { name: 'caption', text: '<w:sz w:val="18"/>', paragraph: '' },
};

/** The document as bytes. */
export function notesDocx(chosen: NotesToWrite): Uint8Array {
  const body = [
    ...paragraphs(chosen.title, 'Title'),
    ...bySource(chosen).flatMap(({ source, notes }) => [...paragraphs(workInBrief(source.item), 'Heading1'), ...notes.flatMap((note) => noteParagraphs(note, chosen))]),
  ].join('');
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
      + `<Override PartName="/word/document.xml" ContentType="${documentType}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${documentType}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${related}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${related}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${main}">${Object.entries(styles).map(styleXml).join('')}</w:styles>`,
    'word/document.xml': `<w:document xmlns:w="${main}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
  };
  return zipped(Object.entries(parts).map(([name, text]) => ({ name, bytes: utf8(declaration + text) })));
}

function noteParagraphs(note: Note, { codebook }: NotesToWrite): readonly string[] {
  const heading = [tagsOfNote(note, codebook).map((tag) => `#${tag}`).join(' '), saidOfNote(note)].filter((part) => part !== '').join(' · ');
  return [...paragraphs(heading, 'Heading2'), ...paragraphs(note.quote ?? '', 'Quote'), ...paragraphs(note.text, 'Normal'), ...paragraphs(note.author ?? '', 'Caption')];
}

/** A paragraph for each between blank lines; single line ends stay. */
function paragraphs(text: string, style: Style): readonly string[] {
  return text.split(/\n{2,}/).filter((part) => part.trim() !== '').map((part) => {
    const lines = part.trim().split('\n').map((line) => `<w:t xml:space="preserve">${xmlText(line)}</w:t>`).join('<w:br/>');
    return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r>${lines}</w:r></w:p>`;
  });
}

const styleXml = ([id, { name, text, paragraph }]: readonly [string, (typeof styles)[Style]]): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}>${element('w:name', { 'w:val': name })}${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:pPr>${paragraph}</w:pPr><w:rPr>${text}</w:rPr></w:style>`;
