import ts from 'typescript';
import type { Problem, Sample } from '../../../src/core/library/compile';

const ASSERT = 'node:assert/strict';
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ['node'],
  skipLibCheck: true,
  noEmit: true,
};

/**
 * Type-checks all samples in one program, because loading the libraries takes most of the time,
 * and holds them to the rules for samples: one import, assertions, no `any`.
 * @param root the folder of the repository, where the types of Node are found
 */
export function typecheckSamples(samples: readonly Sample[], root: string): Problem[] {
  if (samples.length === 0) return [];
  const byName = new Map(samples.map((sample, index) => [`${root.replaceAll('\\', '/')}/sample-${index}.mts`, sample]));
  const host = ts.createCompilerHost(OPTIONS);
  const program = ts.createProgram([...byName.keys()], OPTIONS, {
    ...host,
    getCurrentDirectory: () => root,
    fileExists: (name) => byName.has(name) || host.fileExists(name),
    readFile: (name) => byName.get(name)?.text ?? host.readFile(name),
    getSourceFile(name, options, ...rest) {
      const sample = byName.get(name);
      return sample === undefined ? host.getSourceFile(name, options, ...rest) : ts.createSourceFile(name, sample.text, options, true);
    },
  });
  return [...byName].flatMap(([name, sample]) => {
    const source = program.getSourceFile(name);
    if (source === undefined) return [];
    const at = (position: number): number => sample.line + 1 + source.getLineAndCharacterOfPosition(position).line;
    const problem = (position: number, message: string): Problem => ({ file: sample.file, line: at(position), message });
    const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return [
      ...diagnostics.map(({ start, messageText }) => problem(start ?? 0, `the sample does not type-check: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)),
      ...checkRules(source).map(({ position, message }) => problem(position, message)),
    ];
  });
}

function checkRules(source: ts.SourceFile): { position: number; message: string }[] {
  const found: { position: number; message: string }[] = [];
  const assertNames = new Set<string>();
  let asserts = 0;
  const visit = (node: ts.Node): void => {
    const say = (message: string): void => void found.push({ position: node.getStart(source), message });
    if (ts.isImportDeclaration(node)) {
      if (ts.isStringLiteral(node.moduleSpecifier) && node.moduleSpecifier.text === ASSERT) namesOf(node).forEach((name) => assertNames.add(name));
      else say(`the sample imports ${node.moduleSpecifier.getText(source)}; import nothing but '${ASSERT}'`);
    }
    if (ts.isCallExpression(node)) {
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(node.expression) && node.expression.text === 'require')) say(`the sample loads a module; import nothing but '${ASSERT}'`);
      const callee = ts.isPropertyAccessExpression(node.expression) ? node.expression.expression : node.expression;
      if (ts.isIdentifier(callee) && assertNames.has(callee.text)) asserts++;
    }
    if (node.kind === ts.SyntaxKind.AnyKeyword) say('the sample uses "any"; write the type, or "unknown"');
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (asserts === 0) found.push({ position: 0, message: `the sample asserts nothing; end it with calls of '${ASSERT}' that show the pattern doing its job` });
  return found;
}

function namesOf({ importClause }: ts.ImportDeclaration): string[] {
  const bindings = importClause?.namedBindings;
  const named = bindings === undefined ? [] : ts.isNamespaceImport(bindings) ? [bindings.name] : bindings.elements.map(({ name }) => name);
  return [...(importClause?.name ? [importClause.name] : []), ...named].map(({ text }) => text);
}
