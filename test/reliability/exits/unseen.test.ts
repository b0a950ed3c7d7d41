/** Marks that nobody sees, letters that look alike, control signs: in keys, titles, tags, names of files, the log and the terminal. */
import assert from 'node:assert/strict';
import { labelText, logText, markdownText, noticeText, terminalText, visible } from '../../../src/core/exits';
import { nearKeys } from '../../../src/core/citations';
import { fold } from '../../../src/core/fold';
import { fileNameFor, indexSources, keyFor, safeKey } from '../../../src/core/library';
import type { Source } from '../../../src/core/library';
import { tagFrom } from '../../../src/core/notes';
import type { Item } from '../../../src/core/source';
import { kinds, payloads } from './payloads';

const never = () => false;
const item = (title: string, id = ''): Item => ({ id, type: 'book', title, author: [{ family: title }] });
const unseen = /[\p{Cc}\u200b\u202a-\u202e\u2060-\u206f\ufeff\u00ad]/u;

describe('marks that nobody sees', () => {
  it('E-10 come into no key and no name of a file', () => {
    for (const payload of payloads) {
      const key = keyFor(item(payload, payload), never);
      assert.doesNotMatch(key, /[\p{Cc}\p{Cf}\s{},\\"]/u, payload);
      assert.equal(safeKey(key), key);
      assert.match(fileNameFor(payload, never), /^[a-z0-9-]{1,71}\.md$/, payload);
    }
  });

  it('E-10 come into no tag', () => {
    for (const payload of payloads) assert.doesNotMatch(tagFrom(payload), /[\p{Cc}\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u, JSON.stringify(payload));
  });

  it('E-10 are shown in titles, wherever titles are shown', () => {
    for (const payload of payloads) for (const shown of [visible(payload), labelText(payload), noticeText(payload), markdownText(payload)]) assert.doesNotMatch(shown.replace(/[\t\n\r\u000b\u000c]/g, ''), /[\u0000-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2060-\u206f\ufeff\u00ad]/);
  });

  it('E-10 do not hide a source from a search', () => {
    for (const title of ['Hed\u200bging', 'H\u202eedging', '\ufeffHedging', 'Hed\u00adging', 'Hedging\u2069', 'Ｈｅｄｇｉｎｇ', 'He\u0301dging']) {
      assert.equal(fold(title), 'hedging', JSON.stringify(title));
      const source = { item: item(title, 'k'), notes: [], handle: 'k', path: 'sources/k.md' } as unknown as Source;
      assert.deepEqual(indexSources([source]).search('hedging', 5).map(({ handle }) => handle), ['k']);
    }
    assert.equal(fold('раypal'), 'raypal');
  });

  it('E-10 that look like others in a key are told as another key, and the one that was meant is offered', () => {
    for (const typed of ['l\u0435\u0435\u0032018', '\uff4c\uff45\uff452018', 'l\u00e9e2018', 'le\u200be2018', 'LEE2018']) {
      assert.notEqual(typed, 'lee2018');
      assert.deepEqual(nearKeys(typed, [item('Pivots', 'lee2018'), item('Other', 'kim2020')]), ['lee2018'], JSON.stringify(typed));
    }
  });

  it('E-10 stay where scripts need them', () => {
    for (const needed of ['می\u200cخواهم', '👩\u200d🎓', 'שלום\u200f']) assert.equal(visible(needed), needed);
  });
});

describe('control signs', () => {
  it('E-11 come neither into the log nor to the terminal, and forge no line', () => {
    for (const payload of [...payloads, ...kinds.terminal]) {
      assert.doesNotMatch(logText(payload), /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      assert.doesNotMatch(terminalText(payload).replace(/[\n\t]/g, ''), /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    }
  });

  it('E-11 change nothing of JSON that is printed', () => {
    for (const payload of payloads) assert.deepEqual(JSON.parse(terminalText(JSON.stringify({ payload }, null, 2))), { payload });
  });
});

describe('what is shown as it was written', () => {
  it('E-12 is no snippet, icon or link in a label or a notice', () => {
    for (const payload of payloads) {
      assert.doesNotMatch(labelText(payload).replace(/\\\$\(/g, ''), /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/, payload);
      assert.doesNotMatch(noticeText(payload), /\]\(/, payload);
    }
    assert.ok(!unseen.test(labelText('a\u202eb')));
  });
});
