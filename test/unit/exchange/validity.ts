/** Whether XML is what the published schemas of REFI-QDA ask for, where a validator is installed; and what the schemas do not see. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const hasValidator = spawnSync('xmllint', ['--version']).status === 0;

/** Holds several documents against one schema at once: each start of the validator costs time. */
export function assertValid(schema: 'Codebook' | 'Project', documents: readonly string[]): void {
  if (!hasValidator) return;
  const folder = mkdtempSync(path.join(tmpdir(), 'refi-'));
  try {
    const names = documents.map((text, n) => {
      writeFileSync(path.join(folder, `${n}.xml`), text);
      return path.join(folder, `${n}.xml`);
    });
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', `test/fixtures/refi/${schema}.xsd`, ...names], { encoding: 'utf8' });
    assert.equal(status, 0, stderr.split('\n').filter((line) => !line.endsWith(' validates')).slice(0, 5).join('\n'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Every reference leads somewhere, no UUID is given twice, no selection ends before it begins or after its text. */
export function assertSound(project: string, texts: ReadonlyMap<string, string>): void {
  const guids = [...project.matchAll(/ guid="([^"]+)"/gu)].map((match) => match[1]);
  assert.equal(new Set(guids).size, guids.length, 'a UUID twice');
  for (const [, target] of project.matchAll(/ (?:targetGUID|originGUID|creatingUser)="([^"]+)"/gu)) assert.ok(guids.includes(target), `nothing is ${target}`);
  for (const source of project.match(/<TextSource .*?(?:<\/TextSource>|\/>)/gsu) ?? []) {
    const text = texts.get(/plainTextPath="internal:\/\/([^"]+)"/u.exec(source)?.[1] ?? '') ?? assert.fail('no text');
    const length = [...text].length;
    for (const [, start, end] of source.matchAll(/startPosition="(\d+)" endPosition="(\d+)"/gu)) assert.ok(Number(start) <= Number(end) && Number(end) <= length, `${start}–${end} of ${length}`);
  }
}
