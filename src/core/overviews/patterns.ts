/** Overviews of the patterns. */
import { problemsOf } from '../advice/recommend';
import { QUESTIONS } from '../advice/questions';
import type { Library, PatternEntry } from '../library/model';
import { CATEGORIES, TIERS } from '../library/vocabulary';
import { bullets, link, plain, relatedBy, section, table } from '../library/markdown/write';
import { CATEGORY_NAMES, DIFFICULTY_NAMES, PROBLEM_NAMES, TIER_NAMES } from './words';

/** Best tier first, then by title, as the Library tree has them. */
export function byTier(patterns: readonly PatternEntry[]): readonly PatternEntry[] {
  return [...patterns].sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier));
}

function byCategory(library: Library, content: (patterns: readonly PatternEntry[]) => string): readonly string[] {
  return CATEGORIES.flatMap((category) => {
    const patterns = byTier(library.all('pattern').filter((pattern) => pattern.category === category));
    return section(CATEGORY_NAMES[category], patterns.length === 0 ? '' : content(patterns));
  });
}

export const patternCatalogue = (library: Library): readonly string[] =>
  byCategory(library, (patterns) => table(['Pattern', 'Tier', 'What it does'], patterns.map((pattern) => [link(pattern), TIER_NAMES[pattern.tier], plain(pattern.summary)])));

export const cheatSheet = (library: Library): readonly string[] =>
  byCategory(library, (patterns) =>
    table(
      ['Pattern', 'Problem', 'Use it when', 'Avoid it when', 'First version'],
      patterns.map((pattern) => [link(pattern), plain(pattern.problem), plain(pattern.useWhen[0] ?? ''), plain(pattern.avoidWhen[0] ?? ''), pattern.effort]),
    ),
  );

export const goldPatterns = (library: Library): readonly string[] =>
  byCategory(library, (patterns) => {
    const gold = patterns.filter(({ tier }) => tier === 'gold');
    return gold.length === 0 ? '' : table(['Pattern', 'Why it is gold'], gold.map((pattern) => [link(pattern), plain(pattern.tierReason)]));
  });

export const patternsByProblem = (library: Library): readonly string[] =>
  QUESTIONS.hurts.flatMap((problem) => {
    const patterns = byTier(library.all('pattern').filter((pattern) => problemsOf(pattern).includes(problem)));
    const why = (pattern: PatternEntry): string => pattern.signals.find(({ when }) => when === `hurts.${problem}`)?.because ?? '';
    return section(PROBLEM_NAMES[problem], bullets(patterns.map((pattern) => `**${link(pattern)}** (${pattern.tier}): ${plain(why(pattern))}`)));
  });

/** How well each pattern is grounded: its tier and why, its place among the others, and who uses it. */
export function patternHealth(library: Library): readonly string[] {
  const patterns = library.all('pattern');
  const count = table(['Tier', 'Patterns', 'Meaning'], TIERS.map((tier) => [TIER_NAMES[tier], String(patterns.filter((pattern) => pattern.tier === tier).length), TIER_MEANINGS[tier]]));
  const rows = byCategory(library, (members) =>
    table(
      ['Pattern', 'Tier', 'Why this tier', 'Difficulty', 'Relations', 'Case studies', 'References', 'Updated'],
      members.map((pattern) => [
        link(pattern), TIER_NAMES[pattern.tier], plain(pattern.tierReason), DIFFICULTY_NAMES[pattern.difficulty],
        String(relatedBy(library, pattern.id, 'requires', 'required-by', 'complements', 'alternatives', 'conflicts').length),
        String(relatedBy(library, pattern.id, 'used-by').length), String(pattern.referenceCount), pattern.updated,
      ]),
    ),
  );
  return [...section('Tiers', count), ...rows];
}

const TIER_MEANINGS: Readonly<Record<(typeof TIERS)[number], string>> = {
  gold: 'default choice for its problem at most scales, well understood, with good tooling',
  silver: 'right in known conditions',
  bronze: 'legacy or narrow; its page says what to use instead',
};
