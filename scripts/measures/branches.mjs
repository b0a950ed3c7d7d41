// Counters for every way that a file's code can take: both ways of `if` and of `?:`, what stands right of `&&`, `||` and `??`, each case of a
// `switch`, a default that is used, the body of a loop, a `catch`, and each function itself.
import ts from 'typescript';
import { lineOf, rewritten } from './rewriting.mjs';

const counters = '__ways';
const lazy = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken, ts.SyntaxKind.BarBarEqualsToken, ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

/** What kind of way a node is, by where it stands: the second word says how a counter is put into it. */
function wayOf(node) {
  const { parent } = node;
  if (ts.isIfStatement(parent) && node !== parent.expression) return { name: node === parent.thenStatement ? 'if' : 'else', put: 'statement' };
  if (ts.isConditionalExpression(parent) && (node === parent.whenTrue || node === parent.whenFalse)) return { name: node === parent.whenTrue ? '?' : ':', put: 'expression' };
  if (ts.isBinaryExpression(parent) && node === parent.right && lazy.has(parent.operatorToken.kind)) return { name: parent.operatorToken.getText(), put: 'expression' };
  if ((ts.isParameter(parent) || ts.isBindingElement(parent)) && node === parent.initializer) return { name: 'default', put: 'expression' };
  if (ts.isIterationStatement(parent, false) && node === parent.statement) return { name: 'loop', put: 'statement' };
  if (ts.isCatchClause(parent) && node === parent.block) return { name: 'catch', put: 'body' };
  if (ts.isFunctionLike(parent) && node === parent.body) return { name: 'function', put: ts.isBlock(node) ? 'body' : 'expression' };
  if (ts.isCaseOrDefaultClause(parent) && node === parent.statements[0]) return { name: 'case', put: 'first' };
  return undefined;
}

const put = {
  statement: (count, written) => `{${count};${written}}`,
  expression: (count, written) => `(${count},${written})`,
  first: (count, written) => `${count};${written}`,
  body: (count, written) => `{${count};${written.slice(1)}`,
};

/** The text of a file with its counters; each way that was found is pushed to `ways`, and its place there is the number of its counter. */
export function counting(file, text, ways) {
  const count = (node, name) => `${counters}[${ways.push({ file, line: lineOf(node), name, code: node.getText().split('\n')[0].slice(0, 60) }) - 1}]++`;
  const written = rewritten(file, text, (node, inner) => {
    const way = wayOf(node);
    const whole = ts.isIfStatement(node) && node.elseStatement === undefined ? `${inner} else {${count(node, 'no else')};}` : inner;
    return way === undefined ? whole : put[way.put](count(node, way.name), whole);
  });
  return `const ${counters} = (globalThis.commonplaceCounters ??= new Uint32Array(1 << 18)); ${written}`;
}
