import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/edits';
import { addLink, mintNoteId, movedKeys, readSourceFile, relationSpans, removeLink, renamed } from '../../../src/core/library';
import type { Library, Source } from '../../../src/core/library';

const text = '---\nid: lee2018\ntype: book\ntitle: "Hedging"\n---\n\n# Notes by anna\n\n## #hedging · for\n\n<!-- note n1 created=2026-09-14T10:22:05Z odd=word before="a -> b" after="" -->\n\n> quoted\n\n## #china\n\nBy hand.\n\n<!-- end -->\n';
const link = { relation: 'attacks', target: 'kim2020#n7' } as const;
const noteAt = (of: string, at: number) => { const file = readSourceFile(of); return [file, file.notes[at]!] as const; };

describe('relations of notes', () => {
  it('are written into the comment, and nothing else is touched', () => {
    const [file, placed] = noteAt(text, 0);
    const related = applyEdits(text, addLink(file, placed, link, 'nx'));
    assert.equal(related, text.replace('after="" -->', 'after="" attacks=kim2020#n7 -->'));
    assert.deepEqual(noteAt(related, 0)[1].note.links, [link]);
    assert.deepEqual(addLink(...noteAt(related, 0), link, 'nx'), []);
    assert.equal(applyEdits(related, removeLink(...noteAt(related, 0), link)), text);
  });

  it('give an id to a note that was written by hand', () => {
    const related = applyEdits(text, addLink(...noteAt(text, 1), link, 'nx'));
    assert.equal(related, text.replace('## #china\n', '## #china\n\n<!-- note nx attacks=kim2020#n7 -->\n'));
    const minted = applyEdits(text, mintNoteId(...noteAt(text, 1), 'ny'));
    assert.equal(noteAt(minted, 1)[1].note.id, 'ny');
    assert.deepEqual(noteAt(minted, 1)[1].note.text, 'By hand.');
    assert.deepEqual(mintNoteId(...noteAt(text, 0), 'ny'), []);
  });

  it('are found again by the id of the note they mean when its source was renamed without them', () => {
    const source = (key: string, ...notes: Source['notes']): [string, Source] => [key, { handle: key, item: { id: key, type: 'book' }, notes }];
    const note = (id: string, ...targets: readonly string[]): Source['notes'][number] => ({ id, tags: ['a'], text: '', links: targets.map((target) => ({ relation: 'supports', target })) });
    const library = (...sources: readonly [string, Source][]): Library => ({ sources: new Map(sources), codebook: { team: [], tags: new Map() } } as unknown as Library);
    const whole = [source('lee2018', note('n1'), note('n2')), source('kim2020', note('n3', 'lee#n1', 'lee#n2', 'lee2018#n1'))];
    assert.deepEqual([...movedKeys(library(...whole))], [['lee', 'lee2018']]);
    assert.deepEqual([...movedKeys(library(...whole, source('lee')))], [], 'a source has the key');
    assert.deepEqual([...movedKeys(library(...whole, source('ana2001', note('n1'))))], [['lee', 'lee2018']], 'an id that stands twice says nothing, the other does');
    assert.deepEqual([...movedKeys(library(source('lee2018', note('n1')), source('ana2001', note('n2')), source('kim2020', note('n3', 'lee#n1', 'lee#n2'))))], [], 'the notes went to two');
    assert.deepEqual([...movedKeys(library(source('kim2020', note('n3', 'lee#n9'))))], [], 'the note is gone');
  });

  it('hold keys with any sign, and follow a key that is renamed', () => {
    const odd = { relation: 'supports', target: 'de la Cruz--2020#n7' } as const;
    const related = applyEdits(text, addLink(...noteAt(text, 0), odd, 'nx'));
    assert.deepEqual(noteAt(related, 0)[1].note.links, [odd]);
    assert.equal(applyEdits(related, removeLink(...noteAt(related, 0), odd)), text);
    const plain = applyEdits(text, addLink(...noteAt(text, 0), link, 'nx'));
    assert.deepEqual(noteAt(applyEdits(plain, renamed(relationSpans(plain, 'kim2020'), 'kim2021')), 0)[1].note.links, [{ ...link, target: 'kim2021#n7' }]);
  });
});
