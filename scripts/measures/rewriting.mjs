// A source file written anew, piece by piece, by what its tree says: without its types being looked at, and with no line moved.
import ts from 'typescript';

function childrenOf(node) {
  const children = [];
  ts.forEachChild(node, (child) => void children.push(child));
  return children.sort((one, other) => one.pos - other.pos);
}

/** What runs nothing: types, imports, and names of what is declared for the compiler alone. */
const runsNothing = (node) =>
  ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isTypeParameterDeclaration(node);

/**
 * The text of a file with each node that runs put through `wrap(node, written, plain)`: `written` is the node with its parts already wrapped,
 * `plain` as it stands in the file.
 */
export function rewritten(file, text, wrap) {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const write = (node) => {
    const plain = text.slice(node.getStart(tree), node.end);
    if (runsNothing(node)) return plain;
    let at = node.getStart(tree);
    let written = '';
    for (const child of childrenOf(node)) {
      if (child.kind === ts.SyntaxKind.EndOfFileToken) continue;
      const start = child.getStart(tree);
      written += text.slice(at, start) + write(child);
      at = child.end;
    }
    return ts.isSourceFile(node) ? written + text.slice(at) : wrap(node, written + text.slice(at, node.end), plain);
  };
  return text.slice(0, tree.getStart(tree)) + write(tree);
}

/** Line of a node, counted from 1. */
export const lineOf = (node) => node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;
