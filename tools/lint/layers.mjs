// The layer rule of the architecture: arrows point down only. README of the layers: CONTRIBUTING.md.
import { builtinModules } from 'node:module';
import { posix } from 'node:path';

/**
 * What each layer may import from src/ besides itself, and whether it may use the editor's API. A layer of several
 * folders (features, pages) is one layer per folder: they do not see each other. Node is for nobody below src/: the
 * same bundle runs in a browser.
 * @type {Record<string, { imports: string[], vscode: boolean }>}
 */
const layers = {
  core: { imports: [], vscode: false },
  ids: { imports: ['core'], vscode: false },
  protocol: { imports: ['core'], vscode: false },
  'page helpers': { imports: ['core', 'protocol'], vscode: false },
  page: { imports: ['core', 'protocol', 'page helpers'], vscode: false },
  studio: { imports: ['core', 'ids', 'protocol'], vscode: true },
  api: { imports: ['core', 'ids', 'studio'], vscode: true },
  feature: { imports: ['core', 'ids', 'protocol', 'studio'], vscode: true },
  extension: { imports: ['core', 'ids', 'studio', 'api', 'feature'], vscode: true },
};

/** First match wins. The group, where there is one, names the folder. */
const places = [
  { layer: 'core', pattern: /^core(?:\/|$)/ },
  { layer: 'ids', pattern: /^ids(?:\.|$)/ },
  { layer: 'api', pattern: /^api(?:\.|$)/ },
  { layer: 'extension', pattern: /^extension(?:\.|$)/ },
  { layer: 'studio', pattern: /^studio(?:\/|$)/ },
  { layer: 'feature', pattern: /^features\/([^/]+)/ },
  { layer: 'protocol', pattern: /^webviews\/protocol(?:[./]|$)/ },
  { layer: 'page helpers', pattern: /^webviews\/shared(?:\/|$)/ },
  { layer: 'page', pattern: /^webviews\/([^/]+)/ },
];

/**
 * Where a path below src/ belongs.
 * @param {string} path
 */
function placeOf(path) {
  for (const { layer, pattern } of places) {
    const match = pattern.exec(path);
    if (match) return { layer, folder: match[1] ?? '', name: match[1] ? `${layer} "${match[1]}"` : layer };
  }
  return undefined;
}

/**
 * What is wrong with an import, in words, or undefined.
 * @param {string} file the importing file, below src/
 * @param {string} specifier
 */
export function findViolation(file, specifier) {
  const from = placeOf(file);
  if (!from) return `src/${file} is in no layer; move it into one, or give it one in tools/lint/layers.mjs`;
  const rules = layers[from.layer];
  if (specifier === 'vscode') {
    return rules?.vscode ? undefined : `${from.name} must not know the editor; move what needs "vscode" to a feature or to src/studio`;
  }
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) {
    return `"${specifier}" does not exist in the web extension host; use vscode.workspace.fs and web standards`;
  }
  if (!specifier.startsWith('.')) return undefined; // an npm package
  const target = posix.normalize(posix.join(posix.dirname(file), specifier));
  if (target.startsWith('..')) return `${from.name} must not import from outside of src/ ("${specifier}")`;
  const to = placeOf(target);
  if (!to) return `src/${target} is in no layer`;
  if (to.layer === from.layer && to.folder === from.folder) return undefined;
  if (rules?.imports.includes(to.layer)) return undefined;
  return `${from.name} must not import ${to.name}; it may import ${[...(rules?.imports ?? []), 'itself'].join(', ')}`;
}

/** @type {import('eslint').Rule.RuleModule} */
export const layersRule = {
  meta: { type: 'problem', schema: [], docs: { description: 'imports follow the layers of the architecture' } },
  create(context) {
    const file = /(?:^|\/)src\/(.*)$/.exec(context.filename.replaceAll('\\', '/'))?.[1];
    if (!file) return {};
    /** @param {any} source the node of a module's name, or of its type */
    const check = (source) => {
      const literal = source?.type === 'TSLiteralType' ? source.literal : source;
      if (literal?.type !== 'Literal' || typeof literal.value !== 'string') return;
      const message = findViolation(file, literal.value);
      if (message) context.report({ node: literal, message });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      /** @param {any} node `import('…').Type` */
      TSImportType: (node) => check(node.source ?? node.argument),
      /** @param {any} node `import x = require('…')` */
      TSExternalModuleReference: (node) => check(node.expression),
      CallExpression: (node) => {
        if (node.callee.type === 'Identifier' && node.callee.name === 'require') check(node.arguments[0]);
      },
    };
  },
};
