// Rules that find mistakes; none about style. Which room may import which is held by test/unit/architecture.test.ts.
import path from 'node:path';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

const outsideCore = 'Core is pure: hand it in through a port.';
const clockAndChance = [
  { object: 'Date', property: 'now', message: outsideCore },
  { object: 'Math', property: 'random', message: outsideCore },
  { object: 'performance', property: 'now', message: outsideCore },
  { object: 'crypto', property: 'randomUUID', message: outsideCore },
];

/** Patterns meet pasted text of any length: none may take more than linear time. */
const patterns = {
  'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
  'regexp/no-super-linear-move': ['error', { report: 'certain', ignoreSticky: true, ignorePartial: true }],
  'regexp/no-empty-character-class': 'error',
  'regexp/no-misleading-unicode-character': 'error',
  'regexp/no-useless-backreference': 'error',
  'regexp/no-useless-assertions': 'error',
};

const mistakes = {
  'array-callback-return': 'error',
  'no-constant-binary-expression': 'error',
  'no-constructor-return': 'error',
  'no-control-regex': 'off',
  'no-dupe-else-if': 'error',
  'no-duplicate-case': 'error',
  'no-fallthrough': 'error',
  'no-promise-executor-return': 'off',
  'no-self-compare': 'error',
  'no-sparse-arrays': 'error',
  'no-unreachable': 'error',
  'no-unsafe-finally': 'error',
  'no-unused-private-class-members': 'error',
  'use-isnan': 'error',
};

const typed = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-array-delete': 'error',
  '@typescript-eslint/no-base-to-string': 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-for-in-array': 'error',
  '@typescript-eslint/no-implied-eval': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/no-unsafe-argument': 'error',
  '@typescript-eslint/no-unsafe-assignment': 'error',
  '@typescript-eslint/no-unsafe-call': 'error',
  '@typescript-eslint/no-unsafe-member-access': 'error',
  '@typescript-eslint/no-unsafe-return': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/prefer-promise-reject-errors': 'error',
  '@typescript-eslint/restrict-plus-operands': 'error',
  '@typescript-eslint/return-await': ['error', 'in-try-catch'],
  '@typescript-eslint/switch-exhaustiveness-check': 'error',
};

const anyIsForeign = Object.fromEntries(Object.keys(typed).filter((rule) => rule.includes('no-unsafe')).map((rule) => [rule, 'off']));

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'out/', 'media/sample/', 'test/fixtures/', '**/*.d.ts'] },
  { files: ['**/*.{ts,mjs,cjs}'], plugins: { regexp }, rules: { ...mistakes, ...patterns }, linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['src/**/*.ts', 'media/**/*.ts', 'test/**/*.ts'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: path.resolve(import.meta.dirname, '..') } },
    rules: typed,
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', ...clockAndChance],
      'no-restricted-globals': ['error', ...['document', 'window', 'navigator', 'process', 'Buffer', 'fetch', 'setTimeout', 'setInterval'].map((name) => ({ name, message: outsideCore }))],
      'no-restricted-syntax': ['error', { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: outsideCore }],
      'no-restricted-imports': ['error', { patterns: [{ group: ['vscode', 'node:*'], message: outsideCore }] }],
    },
  },
  { files: ['src/core/engine.ts'], rules: anyIsForeign },
  { files: ['test/**/*.ts', 'scripts/**', '*.mjs'], rules: { 'regexp/no-super-linear-move': 'off' } },
);
