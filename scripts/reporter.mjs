// Mocha's own report, and its counts for each file with what failed into the file COMMONPLACE_SUMMARY; the report goes to COMMONPLACE_REPORT if that is set.
import fs from 'node:fs';
import util from 'node:util';
import Mocha from 'mocha';

const { COMMONPLACE_SUMMARY: summary, COMMONPLACE_REPORT: report } = process.env;
const { Base, Spec } = Mocha.reporters;
if (report) Base.consoleLog = (...args) => fs.appendFileSync(report, `${util.format(...args)}\n`);

export default class Reporter extends Spec {
  constructor(runner, options) {
    super(runner, options);
    const files = {};
    const failed = [];
    // A hook that fails stands in no file of its own.
    const of = (test) => (files[test.file ?? test.parent?.file ?? ''] ??= { passes: 0, failures: 0, pending: 0, failed: [] });
    const count = (kind) => (test) => { of(test)[kind] += 1; };
    runner.on('pass', count('passes')).on('fail', count('failures')).on('pending', count('pending'));
    runner.on('fail', (test, error) => {
      const said = `${test.fullTitle()}: ${String(error?.message ?? error).replace(/\s+/gu, ' ').slice(0, 600)}`;
      failed.push(said);
      of(test).failed.push(said);
    });
    runner.once('end', () => {
      const { passes, failures, pending } = runner.stats;
      if (summary) fs.writeFileSync(summary, JSON.stringify({ passes, failures, pending, files, failed }));
    });
  }
}
