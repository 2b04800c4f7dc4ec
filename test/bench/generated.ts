/**
 * Libraries larger than the present one. Each copy is the real library in other words: names in words of their own,
 * running text partly, as a growing library repeats common words and brings new ones. The same seed gives the same library.
 */
import type { CompiledLibrary } from '../../src/core';
import { mostlyKept, random, wordMaker, type Random } from './words';

type CompiledEntry = CompiledLibrary['entries'][number];

/** Of the words that stand in names, this share is new in each copy; the others change places among themselves. */
const newInNames = 0.6;
/** Of the other words, this share is new in each copy; the others stay. */
const newInTexts = 0.15;

/** The library with `times` as many entries: the real ones first, then the copies. Paths and scale stay as they are. */
export function generatedLibrary(library: CompiledLibrary, times: number, seed = 1): CompiledLibrary {
  const chance = random(seed);
  const names = distinctWords(library.entries.flatMap(namesOf));
  const isName = new Set(names);
  const texts = distinctWords(library.entries.flatMap(textsOf)).filter((word) => !isName.has(word));
  // One maker for all copies: no word is made twice, which keeps every name apart from every other.
  const make = wordMaker([...names, ...texts], chance);
  const copies = Array.from({ length: times - 1 }, (_, index) => {
    const words = dictionary(library, names, texts, make, chance);
    return library.entries.map((entry) => inOtherWords(entry, words, index + 1));
  });
  return { ...library, entries: [...library.entries, ...copies.flat()] };
}

function dictionary(library: CompiledLibrary, names: readonly string[], texts: readonly string[], make: (like: string) => string, chance: Random) {
  // The first word of an id and of a summary is always new, so that no copy of an entry reads like another.
  const leading = new Set(library.entries.flatMap(({ id, summary }) => [...distinctWords([id]).slice(0, 1), ...distinctWords([summary]).slice(0, 1)]));
  const words = new Map<string, string>();
  const left: string[] = [];
  for (const word of names) {
    if (leading.has(word) || chance() < newInNames) words.set(word, make(word));
    else left.push(word);
  }
  // Words change places with words of about their length, so that texts keep theirs.
  left.sort((a, b) => a.length - b.length);
  left.forEach((word, index) => words.set(word, left[index ^ 1] ?? word));
  for (const word of texts) if (leading.has(word) || chance() < newInTexts) words.set(word, make(word));
  return words;
}

function inOtherWords(entry: CompiledEntry, words: ReadonlyMap<string, string>, copy: number): CompiledEntry {
  const say = (text: string): string => text.replace(wordPattern, (word) => asWritten(word, words.get(word.toLowerCase())));
  const all = (texts: readonly string[]): string[] => texts.map(say);
  const common = { id: say(entry.id), path: say(entry.path), title: say(entry.title), summary: say(entry.summary), aliases: all(entry.aliases), tags: all(entry.tags), terms: say(entry.terms) };
  const named = 'mentions' in entry ? { mentions: { code: all(entry.mentions.code), prose: all(entry.mentions.prose) } } : {};
  switch (entry.kind) {
    case 'pattern': {
      const to = (list: typeof entry.related.requires) => list.map(({ id, because }) => ({ id: say(id), because: say(because) }));
      const { requires, complements, alternatives, conflicts } = entry.related;
      const related = { requires: to(requires), complements: to(complements), alternatives: to(alternatives), conflicts: to(conflicts) };
      return { ...entry, ...common, ...named, problem: say(entry.problem), useWhen: all(entry.useWhen), avoidWhen: all(entry.avoidWhen), laws: all(entry.laws), pillars: all(entry.pillars), related };
    }
    case 'law':
      return { ...entry, ...common, ...named, order: entry.order + copy * 1000, patterns: all(entry.patterns), pillars: all(entry.pillars) };
    case 'pillar':
      return { ...entry, ...common, ...named, order: entry.order + copy * 1000, patterns: all(entry.patterns), laws: all(entry.laws) };
    case 'guide':
      return { ...entry, ...common, order: entry.order + copy * 1000, patterns: all(entry.patterns), laws: all(entry.laws) };
    case 'principle':
      return { ...entry, ...common, ...named, order: entry.order + copy * 1000, patterns: all(entry.patterns), laws: all(entry.laws), pillars: all(entry.pillars) };
    case 'reference':
      return { ...entry, ...common, order: entry.order + copy * 1000 };
    case 'anti-pattern':
      return { ...entry, ...common, ...named, patterns: all(entry.patterns), laws: all(entry.laws) };
    case 'playbook':
      return { ...entry, ...common, symptoms: all(entry.symptoms), patterns: all(entry.patterns), laws: all(entry.laws) };
    case 'company':
      return { ...entry, ...common };
    case 'case-study':
    case 'migration':
      return { ...entry, ...common, patterns: all(entry.patterns), laws: all(entry.laws) };
  }
}

const namesOf = (entry: CompiledEntry): string[] => [
  entry.id, entry.title, ...entry.aliases, ...entry.tags, ...('mentions' in entry ? [...entry.mentions.code, ...entry.mentions.prose] : []),
];
const textsOf = (entry: CompiledEntry): string[] => [entry.summary, ...(entry.kind === 'pattern' ? [entry.problem] : [])];

/** Shorter words are mostly prepositions and articles, which every text shares. */
const wordPattern = /[A-Za-z]{3,}/g;

function distinctWords(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => text.match(wordPattern) ?? []).map((word) => word.toLowerCase());
  return [...new Set(words)].filter((word) => !mostlyKept.has(word));
}

function asWritten(word: string, other: string | undefined): string {
  if (other === undefined) return word;
  if (word === word.toUpperCase()) return other.toUpperCase();
  return /^[A-Z]/.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
}
