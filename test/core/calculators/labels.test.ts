/** The words around a calculator: the page asks for them by key, and a key without words would stand there as it is. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const PAGE = 'src/webviews/calculator';
const WORDS = 'src/features/calculators/words.ts';
/** What the page calls to get words, here and in the core modules that it hands the function to. */
const ASKING = /^(?:labels|labelOf)$/;
const ASKED = ['src/core/calculators/inputs.ts', 'src/core/calculators/markdown.ts'];

function programOf(): ts.Program {
  const { config } = ts.readConfigFile('tsconfig.json', (file) => ts.sys.readFile(file)) as { readonly config: { readonly compilerOptions: object } };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, '.');
  const page = readdirSync(PAGE).filter((file) => file.endsWith('.ts')).map((file) => join(PAGE, file));
  return ts.createProgram({ rootNames: [...page, ...ASKED, 'src/webviews/worker.d.ts'], options: { ...options, types: [], noEmit: true, skipLibCheck: true } });
}

interface Use { readonly keys: readonly string[]; readonly at: string }

/** Each call for words, with the keys that its argument can be by its type: `labels(by < 0 ? 'up' : 'down')` asks for two. */
function usesIn(program: ts.Program): readonly Use[] {
  const checker = program.getTypeChecker();
  const uses: Use[] = [];
  const pathOf = ({ fileName }: ts.SourceFile): string => relative('.', fileName).replaceAll('\\', '/');
  const visit = (node: ts.Node, file: ts.SourceFile): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && ASKING.test(node.expression.text) && node.arguments[0]) {
      uses.push({ keys: keysOf(checker, node.arguments[0]), at: `${pathOf(file)}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}` });
    }
    ts.forEachChild(node, (child) => { visit(child, file); });
  };
  for (const file of program.getSourceFiles()) if (pathOf(file).startsWith(`${PAGE}/`) || ASKED.includes(pathOf(file))) visit(file, file);
  return uses;
}

/** Where the type is any text, the elements of the list that is mapped, as in `CODES.map((code) => labels(code))`. */
function keysOf(checker: ts.TypeChecker, argument: ts.Expression): readonly string[] {
  const type = checker.getTypeAtLocation(argument);
  const all = type.isUnion() ? type.types : [type];
  if (all.every((each) => each.isStringLiteral())) return all.map((each) => (each).value);
  const mapped = ts.findAncestor(argument, (node): node is ts.CallExpression => ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'map');
  const list = mapped && ts.isPropertyAccessExpression(mapped.expression) ? checker.getSymbolAtLocation(mapped.expression.expression)?.valueDeclaration : undefined;
  const elements = list && ts.isVariableDeclaration(list) && list.initializer && ts.isArrayLiteralExpression(list.initializer) ? list.initializer.elements : [];
  return elements.flatMap((each) => (ts.isStringLiteral(each) ? [each.text] : []));
}

/** Keys of the objects in words.ts: its functions return nothing but words by key. */
function keysOfWords(): readonly string[] {
  const file = ts.createSourceFile(WORDS, ts.sys.readFile(WORDS) ?? '', ts.ScriptTarget.Latest, true);
  const keys: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node)) keys.push(node.name.getText(file));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return keys;
}

describe('The words around a calculator', function () {
  this.timeout(120_000); // types are read by the compiler
  let uses: readonly Use[] = [];
  const words = keysOfWords();
  before(() => { uses = usesIn(programOf()); });

  it('are asked for by keys that can be known', () => {
    assert.ok(uses.length > 40, `only ${uses.length} calls were found`);
    assert.deepEqual(uses.filter(({ keys }) => keys.length === 0).map(({ at }) => at), [], 'give the key a type of literals');
  });

  it('are there for each key that the page asks for', () => {
    const missing = uses.flatMap(({ keys, at }) => keys.filter((key) => !words.includes(key)).map((key) => `${key}: ${at}`));
    assert.deepEqual(missing, [], `add them to ${WORDS}`);
  });

  it('are used, each of them', () => {
    const asked = new Set(uses.flatMap(({ keys }) => keys));
    assert.deepEqual(words.filter((key) => !asked.has(key)), [], `take them out of ${WORDS}`);
    assert.equal(new Set(words).size, words.length, 'no key stands there twice');
  });
});
