/** What the tests of a lab are called, where they stand, and where they fail. */

export interface Place {
  /** From 0. */
  readonly line: number;
  /** From 0, in UTF-16 code units. */
  readonly column: number;
}

/**
 * The line of the test with this name, from 0: where a call such as `test('name'` or `it("name"` begins.
 * @returns undefined when the file has no such call, for instance because the learner has renamed it
 */
export function lineOfTest(text: string, name: string): number | undefined {
  const call = /^[ \t]*(?:await )?(?:test|it)(?:\.\w+)?\s*\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/gm;
  for (const match of text.matchAll(call)) {
    const written = match[1] ?? match[2] ?? match[3] ?? '';
    if (unescape(written) === name) return text.slice(0, match.index).split('\n').length - 1;
  }
  return undefined;
}

/** For `--test-name-pattern`: a regular expression that matches exactly these names, in whatever suite they stand. */
export function testNamePattern(names: readonly string[]): string {
  const escaped = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return `(?:^|\\s)(?:${escaped.join('|')})$`;
}

/** Which of the lab's files a path means, whatever the folder and the kind of slashes. */
export function labFileAt(path: string, files: readonly string[]): string | undefined {
  const normal = path.replaceAll('\\', '/');
  return files.find((file) => normal === file || normal.endsWith(`/${file}`));
}

/** Where in a file an error comes from: the first frame of its stack that is in it. `file` is relative to the lab. */
export function placeInStack(stack: string, file: string): Place | undefined {
  for (const frame of stack.split('\n')) {
    const match = /\(?([^\s()][^()]*?):(\d+):(\d+)\)?$/.exec(frame.trim().replace(/^at (?:async )?/, ''));
    if (!match) continue;
    const [, address = '', line, column] = match;
    if (labFileAt(decode(address), [file]) !== undefined) return { line: Number(line) - 1, column: Number(column) - 1 };
  }
  return undefined;
}

/** The seed that a failed simulation named last, such as "SEED=17". */
export function seedIn(message: string): string | undefined {
  return [...message.matchAll(/\bSEED=(\d+)/g)].at(-1)?.[1] ?? /\bseed (\d+)\b/i.exec(message)?.[1];
}

/** Test files that no longer say what the lab's do, so that green tests would prove nothing. Line ends do not count. */
export function changedTests(lab: readonly LabText[], present: ReadonlyMap<string, string>): readonly string[] {
  const normal = (text: string | undefined): string | undefined => text?.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  return lab.filter(({ path, text }) => path.startsWith('test/') && normal(present.get(path)) !== normal(text)).map(({ path }) => path);
}

interface LabText {
  readonly path: string;
  readonly text: string;
}

const unescape = (written: string): string => written.replace(/\\(.)/g, '$1');

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address; // A path with a lone "%" is no address.
  }
}
