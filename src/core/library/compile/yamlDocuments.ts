import { Composer, LineCounter, Parser } from 'yaml';
import type { CST, Document } from 'yaml';

const MOST_LEVELS = 50;

export interface YamlDocuments {
  readonly documents: readonly Document[];
  readonly lines: LineCounter;
}

/**
 * The documents of a YAML text; none of them is read as values yet.
 * Composing calls itself for each level of nesting, and running out of stack there can end the whole process, so the
 * levels are counted before, in the tokens, which are made without calling themselves.
 * @returns undefined when the text is nested more deeply than any honest one
 */
export function composeYaml(text: string): YamlDocuments | undefined {
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  if (tokens.some((token) => levelsOf(token) > MOST_LEVELS)) return undefined;
  return { documents: [...new Composer().compose(tokens, true, text.length)], lines };
}

function levelsOf(token: CST.Token): number {
  let most = 0;
  const left: { readonly token: CST.Token; readonly level: number }[] = [{ token, level: 0 }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { level } = next;
    most = Math.max(most, level);
    for (const child of childrenOf(next.token)) left.push({ token: child, level: level + 1 });
  }
  return most;
}

function childrenOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value];
  if (!('items' in token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value].filter((child) => child !== undefined && child !== null));
}
