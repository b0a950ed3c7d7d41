// Small changes of a file's code, each of which some test should notice. All of them stand in the rewritten text at once; which one holds is
// asked when it is met, so that the tests are bundled once for all of them.
import ts from 'typescript';
import { lineOf, rewritten } from './rewriting.mjs';

const swapped = {
  '<': '<=', '<=': '<', '>': '>=', '>=': '>', '===': '!==', '!==': '===', '&&': '||', '||': '&&', '??': '&&', '-': '+', '*': '/', '%': '*',
};

const isCondition = (node) => {
  const { parent } = node;
  return (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) && node === parent.expression || (ts.isConditionalExpression(parent) || ts.isForStatement(parent)) && node === parent.condition;
};
const isText = (node) => ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);
/** A name in an object or of a member, or what `import()` loads. */
const isName = (node) => node.parent.name === node || node.parent.propertyName === node || ts.isTaggedTemplateExpression(node.parent) || ts.isCallExpression(node.parent) && node.parent.expression.kind === ts.SyntaxKind.ImportKeyword;
const isPlusOfNumber = (node) => node.operatorToken.getText() === '+' && [node.left, node.right].some((side) => ts.isNumericLiteral(side));
const isDone = (node) => {
  if (!ts.isExpressionStatement(node)) return false;
  const work = ts.isAwaitExpression(node.expression) || ts.isVoidExpression(node.expression) ? node.expression.expression : node.expression;
  return ts.isCallExpression(work) && work.expression.kind !== ts.SyntaxKind.SuperKeyword || ts.isBinaryExpression(work) && /=$/u.test(work.operatorToken.getText());
};

/** What may be put in place of an expression: the name of each change, and the text. */
function changesOf(node) {
  const changes = [];
  if (isCondition(node)) changes.push(['condition negated', `!(${node.getText()})`]);
  if (ts.isBinaryExpression(node)) {
    const sign = node.operatorToken.getText();
    const other = isPlusOfNumber(node) ? '-' : swapped[sign];
    if (other !== undefined) changes.push([`${other} for ${sign}`, `(${node.left.getText()}) ${other} (${node.right.getText()})`]);
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken && !isCondition(node)) changes.push(['! left out', node.operand.getText()]);
  if (isText(node) && !isName(node)) changes.push(['text emptied', node.getText().length === 2 ? "'commonplace'" : "''"]);
  if (ts.isNumericLiteral(node) && !isName(node)) changes.push(['off by one', `(${node.getText()} + 1)`]);
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) changes.push(['yes for no', String(node.kind === ts.SyntaxKind.FalseKeyword)]);
  if (ts.isAwaitExpression(node)) changes.push(['not waited for', node.expression.getText()]);
  return changes;
}

/** The text of a file with all its mutants; each is pushed to `mutants`, and its place there is its number. */
export function mutable(file, text, mutants) {
  const number = (node, name) => mutants.push({ file, line: lineOf(node), name, code: node.getText().replace(/\s+/gu, ' ').slice(0, 90) }) - 1;
  const written = rewritten(file, text, (node, inner) => {
    if (isDone(node)) return `{if (!${asks}(${number(node, 'left out')})) {${inner}}}`;
    return changesOf(node).reduce((whole, [name, change]) => `(${asks}(${number(node, name)}) ? (${change}) : (${whole}))`, inner);
  });
  return `const ${asks} = globalThis.commonplaceMutant; ${written}`;
}

const asks = '__mutant';
