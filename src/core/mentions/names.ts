/** The names of a library, arranged for matching: a dictionary of word forms, and a trie of word sequences. */
import { ownFirst } from '../library/load';
import type { Entry, Library } from '../library/model';
import { visitWords } from './words';

/** A node is reached by the words of a name so far; a slot holds the entry whose name ends here. */
export interface NameNode {
  readonly next: Map<string, NameNode>;
  /** Recognised everywhere. */
  code?: Entry;
  /** Recognised in prose only. */
  prose?: Entry;
}

export interface Names {
  readonly root: NameNode;
  /** From each form of a word that occurs in a name, lower case, singular or plural, to the word as names have it. */
  readonly words: ReadonlyMap<string, string>;
  /** The length of the longest form, so that a longer run of letters need not be looked up. */
  readonly longest: number;
}

/** Where two entries claim a name, the first in the library's order keeps it. */
export function collectNames(library: Library): Names {
  const root: NameNode = { next: new Map() };
  const words = new Map<string, string>();
  for (const entry of ownFirst(library.all())) {
    if (!('mentions' in entry)) continue;
    for (const name of entry.mentions.code) {
      const parts = wordsOf(name);
      add(root, words, parts).code ??= entry;
      // `resilience4j.circuitbreaker`: the same name without any boundary.
      if (parts.length > 1) add(root, words, [parts.join('')]).code ??= entry;
    }
    for (const name of entry.mentions.prose) add(root, words, wordsOf(name)).prose ??= entry;
  }
  return { root, words, longest: Math.max(0, ...[...words.keys()].map(({ length }) => length)) };
}

function wordsOf(name: string): string[] {
  const words: string[] = [];
  visitWords(name, 0, name.length, (start, end) => words.push(name.slice(start, end).toLowerCase()));
  return words;
}

function add(root: NameNode, words: Map<string, string>, name: readonly string[]): NameNode {
  let node = root;
  for (const word of name) {
    for (const form of formsOf(word)) if (!words.has(form)) words.set(form, word);
    // A word may be known as the plural of another ("caches"); as a word of its own it keeps its own meaning.
    words.set(word, word);
    const next = node.next.get(word) ?? { next: new Map() };
    node.next.set(word, next);
    node = next;
  }
  return node;
}

/**
 * A word and its regular plurals. Plurals are derived from the names, not stripped from the text: a guess at the
 * singular of an unknown word ("cqrs", "consensus", "less") would recognise what is not there.
 */
function formsOf(word: string): string[] {
  if (!/[a-z]$/.test(word)) return [word];
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`];
  if (/(s|x|z|ch|sh)$/.test(word)) return [word, `${word}es`];
  return [word, `${word}s`];
}
