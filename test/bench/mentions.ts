import { createMentions, loadLibrary, type Library, type Mentions } from '../../src/core';
import { generatedLibrary } from './generated';
import { builtLibrary, factors, mentionedNames, sizeOf } from './library';
import { percentile } from './stats';
import type { Ratio } from './table';
import { edited, longTexts, type Text } from './texts';
import { timedInTurns, type Times } from './timing';
import { pick, random } from './words';

const fileLines = 10_000;
/** In each language. */
const positions = 300;
const edits = 60;

interface Place {
  readonly text: string;
  readonly language: string;
  readonly offset: number;
}

/** The same places in each round; with edits, in texts that no round before has seen. */
type Places = (text: Text, round: number, library: Library) => Iterable<Place>;

/** `at` against a plain scan of the line for each name, which knows no case style, no plural and no comment. */
export function mentions(): Ratio[] {
  const built = builtLibrary();
  const texts = longTexts(fileLines);
  const libraries = factors.map((factor) => loadLibrary(generatedLibrary(built, factor)));
  const rows = (what: string, places: Places): Ratio[] =>
    libraries.flatMap((library, index) => measure(`${what}, ${sizeOf(factors[index] ?? 1, library)}`, texts, library, places));
  return [...rows('anywhere', anywhere), ...rows('first after an edit, anywhere', anywhereAfterEdit), ...rows('first after an edit, on a name', onNameAfterEdit)];
}

/** Over all languages, and in the dearest of them: budgets hold in every file. */
function measure(what: string, texts: readonly Text[], library: Library, places: Places): Ratio[] {
  const names = mentionedNames(library);
  const recogniser = createMentions(library);
  const scan = ({ text, offset }: Place): number => {
    const line = lineAt(text, offset).toLowerCase();
    return names.filter((name) => line.includes(name)).length;
  };
  const byLanguage = texts.map((text) => {
    const times = timedInTurns((round) => ({ items: places(text, round, library), ours: at(recogniser), baseline: scan }));
    return { ...times, language: text.language };
  });
  const row = (label: string, times: readonly Times[]): Ratio => ({
    what: label,
    ours: percentile(times.flatMap(({ ours }) => ours), 0.95),
    baseline: percentile(times.flatMap(({ baseline }) => baseline), 0.95),
    unit: 'ms',
    budget: 2,
    baselineIs: 'a scan of the line for each name',
  });
  const dearest = byLanguage
    .filter(({ ours }) => ours.length > 0)
    .map((times) => ({ times, p95: percentile(times.ours, 0.95) }))
    .reduce((a, b) => (b.p95 > a.p95 ? b : a)).times;
  return [row(`p95 ${what}`, byLanguage), row(`  the same in ${dearest.language}, the dearest`, [dearest])];
}

const at = (recogniser: Mentions) => ({ text, offset, language }: Place): number => recogniser.at(text, offset, language)?.start ?? 0;

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end);
}

function* anywhere(text: Text): Iterable<Place> {
  const chance = random(1);
  const whole = edited(text, 0);
  for (let count = 0; count < positions; count++) yield { text: whole, language: text.language, offset: Math.floor(chance() * whole.length) };
}

function* anywhereAfterEdit(text: Text, round: number): Iterable<Place> {
  const chance = random(2);
  for (let count = 1; count <= edits; count++) {
    const whole = edited(text, round * edits + count);
    yield { text: whole, language: text.language, offset: Math.floor(chance() * whole.length) };
  }
}

/** The dearest place: for an everyday word, what is comment and what is code has to be found out up to there. */
function* onNameAfterEdit(text: Text, round: number, library: Library): Iterable<Place> {
  const chance = random(3);
  const found = createMentions(library).find(edited(text, 0), text.language);
  for (let count = 1; count <= edits && found.length > 0; count++) {
    yield { text: edited(text, round * edits + count), language: text.language, offset: pick(found, chance).start + 1 };
  }
}
