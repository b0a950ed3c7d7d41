/** The codebook as REFI-QDA `.qdc` (standard 1.5, codebook 1.0). */
import { codesXml, tagGuids } from './codeTree';
import { tagsWritten } from './notesToWrite';
import type { NotesToWrite } from './notesToWrite';
import { element, xmlDeclaration } from './xmlText';

/** All tags of the notes and of the codebook; undefined when there are none, since the standard has no empty codebook. */
export function refiCodebook(chosen: NotesToWrite): string | undefined {
  const tags = [...new Set([...tagsWritten(chosen), ...chosen.codebook.tags.keys()])];
  const codes = codesXml(tags, chosen.codebook, tagGuids(tags, chosen.codebook));
  return codes && `${xmlDeclaration}${element('CodeBook', { xmlns: 'urn:QDA-XML:codebook:1.0', origin: 'Commonplace' }, codes)}\n`;
}
