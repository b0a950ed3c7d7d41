/** What leaves has passed its encoder: what the compiler holds. Each line that must not compile is marked; if it did, the type check would fail. */
import assert from 'node:assert/strict';
import { keyText, quotationText, readDraft, type CiteRequest, type DraftEdit } from '../../src/core/citations';
import { addressPart, bib, csvCell, csvRows, html, inDraft, htmlText, joined, label, labelText, logText, markdown, markdownText, noticeText, terminalText, visible, webAddress, type HtmlText, type MarkdownText } from '../../src/core/exits';
import type { writtenEntry } from '../../src/core/exports/biblatex';
import { tex } from '../../src/core/exports/tex';
import type { Drawn, Row } from '../../src/host/boxes';
import type { commandLink, editorMarkdown } from '../../src/host/editorMarkdown';
import type { draftEdit } from '../../src/host/positions';

const foreign: string = '$(bug) [x](command:y)';
const hover = (text: Parameters<typeof editorMarkdown>[0]): MarkdownText => text;
const words = (text: Parameters<typeof commandLink>[0]): MarkdownText => text;
const row = <R extends Row>(shown: Drawn<R>): string => shown.label;
const entry = (fields: Parameters<typeof writtenEntry>[2]): string => fields.join();
const inserted = (edits: Parameters<typeof draftEdit>[1]): string => edits.map(({ text }) => text).join('');
const insertion = (text: DraftEdit['text']): DraftEdit => ({ start: 0, end: 0, text });
const page = (text: HtmlText): HtmlText => text;

describe('text at an exit', () => {
  it('does not compile as a plain string, nor put together with one', () => {
    // @ts-expect-error a plain string is no Markdown
    hover(foreign);
    // @ts-expect-error encoded and plain together are plain
    hover(`**${markdownText(foreign)}** ${foreign}`);
    // @ts-expect-error a plain string between our own words
    hover(markdown`**${foreign}**`);
    // @ts-expect-error what was encoded for another exit
    hover(markdown`**${htmlText(foreign)}**`);
    // @ts-expect-error the words of a link
    words(foreign);
    // @ts-expect-error a row that was not drawn
    row({ label: foreign });
    // @ts-expect-error a plain string in a page
    page(html`<b>${foreign}</b>`);
    // @ts-expect-error a plain string in a label
    row({ label: label`${foreign}` });
    // @ts-expect-error a separator that is foreign
    joined([markdownText(foreign)], foreign);
    // @ts-expect-error a plain string as a value of a bibliography
    entry([['title', `{${foreign}}`]]);
    // @ts-expect-error TeX and plain together are plain
    entry([['title', `${tex(foreign)} ${foreign}`]]);
    // @ts-expect-error a plain string between braces of ours
    entry([['title', bib`{${foreign}}`]]);
    // @ts-expect-error what was encoded for a page
    entry([['title', htmlText(foreign)]]);
    // @ts-expect-error a plain string as a cell
    csvRows([[foreign]]);
    // @ts-expect-error a cell and plain together are plain
    csvRows([[`${csvCell(1)}${foreign}`]]);
    // @ts-expect-error a cell in a bibliography
    entry([['title', csvCell(foreign)]]);
    // @ts-expect-error a plain string in a draft
    inserted([{ start: 0, end: 0, text: foreign }]);
    // @ts-expect-error a plain string between words of ours in a draft
    insertion(inDraft`\\emph{${foreign}}`);
    // @ts-expect-error TeX of a bibliography in a draft
    insertion(tex(foreign));
    // @ts-expect-error encoded and plain together are plain
    insertion(`${quotationText(readDraft('latex', ''), foreign)} ${foreign}`);
    // @ts-expect-error the place that a note says, as if a person had typed it
    const request: CiteRequest = { key: 'lee2018', place: foreign };
    assert.equal(inserted([insertion(inDraft`${keyText('latex', request.key)}: ${quotationText(readDraft('latex', ''), '50% of #1')}`)]), 'lee2018: ``50\\% of \\#1\'\'');
    assert.equal(entry([['title', bib`{${tex('50% of #1')}}`]]), 'title,{50\\% of \\#1}');
    assert.equal(csvRows([[csvCell('=1+1'), csvCell(-1), csvCell('a"b')]]), '\ufeff\'=1+1,-1,"a""b"\r\n');
    assert.equal(hover(markdown`**${markdownText('a*b')}**`), '**a\\*b**');
  });

  it('is what was written, where its exit takes it for nothing else', () => {
    assert.equal(labelText('Costs $5 (of 10) in $(bug) and $(x y)'), 'Costs $5 (of 10) in \\$(bug) and $(x y)');
    assert.equal(noticeText('“[x](command:y)” deleted.'), '“[x] (command:y)” deleted.');
    assert.equal(logText('one\r\n[info] two\u001b[31m\u202e'), 'one [info] two\\u001b[31m\\u202e');
    assert.equal(terminalText('a\tb\n\u001b]0;x\u0007\u009b31m'), 'a\tb\n\\u001b]0;x\\u0007\\u009b31m');
    assert.equal(htmlText('<b title="x">&\'</b>'), '&lt;b title=&quot;x&quot;&gt;&amp;&#39;&lt;/b&gt;');
    assert.equal(addressPart('a/b)("c\ud800'), 'a%2Fb%29%28%22c');
  });

  it('opens addresses on the web, and no others', () => {
    assert.equal(webAddress(' https://example.org/a?b#c '), 'https://example.org/a?b#c');
    const refused = ['javascript:alert(1)', 'file:///etc/passwd', 'vscode://x/y', 'smb://host/share', 'command:x', 'https:', 'https://', 'http:\\\\host', 'https://user:word@example.org/', 'https://exa\u202emple.org', 'https://a b', '//example.org', 'data:text/html,x'];
    assert.deepEqual(refused.filter((address) => webAddress(address) !== undefined), []);
  });

  it('shows marks that cannot be seen, and leaves those that scripts need', () => {
    assert.equal(visible('A\u202Eb\u2066c\u200bd\u00ade\u{e0001}'), 'A‹U+202E›b‹U+2066›c‹U+200B›d‹U+00AD›e‹U+E0001›');
    const needed = 'می\u200cخواهم שלום\u200f क्\u200dष 👩\u200d🎓 🏴\u{e0067}\u{e0062}\u{e007f}';
    assert.equal(visible(needed), needed);
    assert.equal(visible(visible('\u202e')), visible('\u202e'));
  });
});
