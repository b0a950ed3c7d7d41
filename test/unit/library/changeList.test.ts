import assert from 'node:assert/strict';
import { changeList } from '../../../src/core/library';
import { growsWithSize, repeated } from '../../doubles/growth';

const replaced = (text: string, from: string, to: string) => [...text.matchAll(new RegExp(from, 'g'))].map(({ index }) => ({ start: index, end: index + from.length, text: to }));

describe('The list of changes', () => {
  it('shows each changed line once, as it was and as it will be, with its number', () => {
    const draft = 'One @x1 and @x1.\r\n\nNothing.\nLast @x1';
    assert.equal(changeList([
      { path: 'draft.md', text: draft, edits: replaced(draft, 'x1', 'lebedeva2014') },
      { path: 'sources/x1.md', to: 'sources/lebedeva2014.md', text: 'id: x1\n', edits: replaced('id: x1\n', 'x1', 'lebedeva2014') },
    ]), '--- draft.md\n+++ draft.md\n@@ line 1 @@\n-One @x1 and @x1.\n+One @lebedeva2014 and @lebedeva2014.\n@@ line 4 @@\n-Last @x1\n+Last @lebedeva2014\n'
      + '\n--- sources/x1.md\n+++ sources/lebedeva2014.md\n@@ line 1 @@\n-id: x1\n+id: lebedeva2014\n');
  });

  it('shows lines that are put in, and a file that only moves', () => {
    assert.equal(changeList([{ path: 'a.md', text: 'one\ntwo\n', edits: [{ start: 4, end: 4, text: 'between\n' }] }]), '--- a.md\n+++ a.md\n@@ line 2 @@\n+between\n');
    assert.equal(changeList([{ path: 'a.md', text: 'id: a\ntype: b\n', edits: [{ start: 0, end: 6, text: 'id: c\n' }] }]), '--- a.md\n+++ a.md\n@@ line 1 @@\n-id: a\n+id: c\n');
    assert.equal(changeList([{ path: 'a.md', to: 'b.md', text: 'one', edits: [] }]), '--- a.md\n+++ b.md\n');
  });

  it('is made in time that grows with the file', async () => {
    await growsWithSize((size) => {
      const text = repeated('One @x1 here.\n', size * 14);
      assert.ok(changeList([{ path: 'a.md', text, edits: replaced(text, 'x1', 'y') }]).length > text.length);
    }, 2000);
  });
});
