// For mocha. With COMMONPLACE_MUTANT, that mutant holds, and only the tests in COMMONPLACE_TESTS (a file: titles, a JSON list) are run. Without it none
// holds, and COMMONPLACE_REACHED (a file) gets which test reached which mutants and how long it took: `{ tests: [{ file, title, ms, reached }], loading: { file: reached } }`.
// What is tried by chance is tried sixty times here.
const fs = require('node:fs');
const Module = require('node:module');
const fc = require('fast-check');

const tries = 60;
fc.default = Object.create(fc.default, { assert: { value: (property, how = {}) => fc.assert(property, { ...how, numRuns: Math.min(how.numRuns ?? 100, tries) }) } });

const { COMMONPLACE_MUTANT: wanted, COMMONPLACE_TESTS: tests, COMMONPLACE_REACHED: reachedFile } = process.env;

function holdOne() {
  const number = Number(wanted);
  globalThis.commonplaceMutant = (n) => n === number;
  const titles = new Set(JSON.parse(fs.readFileSync(tests, 'utf8')));
  const keep = (suite) => {
    suite.tests = suite.tests.filter((test) => titles.has(test.fullTitle()));
    suite.suites.forEach(keep);
  };
  return { beforeAll() { keep(this.test.parent); } };
}

function recordAll() {
  let reached = new Set();
  globalThis.commonplaceMutant = (n) => void reached.add(n);
  const said = { tests: [], loading: {} };
  const also = (file) => {
    said.loading[file] = [...new Set([...said.loading[file] ?? [], ...reached])];
    reached = new Set();
  };
  const load = Module._extensions['.js'];
  Module._extensions['.js'] = (module, file) => {
    load(module, file);
    if (/\.test\.js$/u.test(file)) also(file);
  };
  let began = 0;
  process.on('exit', () => fs.writeFileSync(reachedFile, JSON.stringify(said)));
  return {
    // What was reached since the test before belongs to the hooks of this one’s file.
    beforeEach() { also(this.currentTest.file); began = performance.now(); },
    afterEach() {
      const { file, state } = this.currentTest;
      said.tests.push({ file, title: this.currentTest.fullTitle(), ms: performance.now() - began, passed: state === 'passed', reached: [...reached] });
      reached = new Set();
    },
  };
}

exports.mochaHooks = wanted === undefined ? recordAll() : holdOne();
