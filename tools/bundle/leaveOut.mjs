import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { UNUSED } from './unused.mjs';

const helper = JSON.stringify(fileURLToPath(new URL('leftOut.mjs', import.meta.url)));

/**
 * Leaves out of the bundle what unused.mjs lists. Tree shaking does not: it takes whole declarations, and most of these
 * are methods of classes that are needed. Whoever uses one of them gets an error: a function of the top keeps its name
 * and throws, a member is not there any more. A name that its file does not have, after an update of the package, fails
 * the build.
 * @type {import('esbuild').Plugin}
 */
export const leaveOutUnused = {
  name: 'leave out what is never called',
  setup(bundle) {
    for (const { file, names } of UNUSED) {
      bundle.onLoad({ filter: file }, ({ path }) => ({ contents: leaveOut(readFileSync(path, 'utf8'), names, path) }));
    }
  },
};

/**
 * @param {string} text JavaScript
 * @param {readonly string[]} names as unused.mjs has them
 * @param {string} path for messages
 */
export function leaveOut(text, names, path) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const left = new Set(names);
  /** @type {{ readonly start: number, readonly end: number, readonly by: string }[]} */
  const edits = [];

  /** The listed name that is meant, if any. */
  const listed = (/** @type {string} */ name, /** @type {string} */ owner) => {
    const full = owner === '' ? name : `${owner}.${name}`;
    const found = [full, `${full}?`, `${full}!`, ...(owner === '' ? [] : [`*.${name}`])].find((each) => names.includes(each));
    if (found !== undefined) left.delete(found);
    return found;
  };
  const replace = (/** @type {ts.Node} */ node, /** @type {string} */ by) => void edits.push({ start: node.getStart(), end: node.getEnd(), by });
  /** With the comma behind it, in an object. */
  const remove = (/** @type {ts.Node} */ node) => void edits.push({ start: node.getStart(), end: node.getEnd() + (/^\s*,/.exec(text.slice(node.getEnd()))?.[0].length ?? 0), by: '' });
  const leaveFunction = (/** @type {ts.FunctionDeclaration | ts.MethodDeclaration | ts.GetAccessorDeclaration} */ node, /** @type {boolean} */ asks) => {
    const statements = node.body?.statements ?? [];
    const asking = asks ? statements.findIndex((each) => ts.isIfStatement(each)) : -1;
    if (asks && asking === -1) throw new Error(`${path}: ${node.name?.getText()} does not ask for its option any more; see tools/bundle/unused.mjs`);
    // The defaults of parameters may hold on to more of the package.
    if (!asks && node.parameters.length > 0) edits.push({ start: node.parameters.pos, end: node.parameters.end, by: '' });
    if (node.body) replace(node.body, `{ ${statements.slice(0, asking + 1).map((each) => `${each.getText()} `).join('')}leftOut(); }`);
  };

  const visit = (/** @type {ts.Node} */ node, /** @type {string} */ owner) => {
    if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isGetAccessor(node)) {
      const name = listed(node.name?.getText() ?? '', owner);
      if (name !== undefined && (ts.isFunctionDeclaration(node) || name.endsWith('!'))) leaveFunction(node, name.endsWith('?'));
      else if (name !== undefined) remove(node);
    } else if (ts.isPropertyAssignment(node) && listed(node.name.getText(), owner) !== undefined) remove(node);
    else if (ts.isVariableDeclaration(node) && node.initializer && listed(node.name.getText(), owner) !== undefined) {
      replace(node.initializer, ts.isFunctionLike(node.initializer) ? 'leftOut' : 'undefined');
    } else if (ts.isExpressionStatement(node) && assigned(node.expression) !== undefined && listed(assigned(node.expression)?.name.text ?? '', assigned(node.expression)?.expression.getText() ?? '') !== undefined) {
      remove(node);
    } else if (!ts.isFunctionLike(node)) { // names within a function are its own affair
      const inner = ts.isClassDeclaration(node) ? node.name?.getText() : ts.isClassExpression(node) || ts.isObjectLiteralExpression(node) ? /** @type {ts.VariableDeclaration} */ (node.parent).name?.getText() ?? '{}' : owner;
      ts.forEachChild(node, (child) => visit(child, inner ?? ''));
    }
  };
  visit(source, '');
  if (left.size > 0) throw new Error(`${path} has no ${[...left].join(', ')} any more; see tools/bundle/unused.mjs`);
  const edited = edits.sort((a, b) => b.start - a.start).reduce((result, { start, end, by }) => result.slice(0, start) + by + result.slice(end), text);
  return `import { leftOut } from ${helper};\n${edited}`;
}

/** What an expression such as `Name.member = …` assigns to. */
function assigned(/** @type {ts.Expression} */ expression) {
  return ts.isBinaryExpression(expression) && ts.isPropertyAccessExpression(expression.left) ? expression.left : undefined;
}
