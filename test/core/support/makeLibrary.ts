/** Small libraries for tests: a pattern or path with only what the test is about, the rest filled in. */
import { loadLibrary, type GlossaryTerm, type LabOverview, type Library, type LearningPath, type LawEntry, type PatternEntry, type PathItem, type CalculatorOverview, type QuizOverview, type ScaleRow, type Signal } from '../../../src/core';

type PatternInput = Partial<PatternEntry> & { readonly id: string };
const titleOf = (id: string) => id.split('-').map((word) => (word[0] ?? '').toUpperCase() + word.slice(1)).join(' ');

const compiled = (id: string, folder: string) => ({
  id,
  title: titleOf(id),
  summary: `What ${titleOf(id)} does.`,
  aliases: [],
  tags: ['example'],
  updated: '2026-11-21',
  path: `${folder}/${id}.md`,
  sections: [],
  minutes: 5,
  referenceCount: 2,
  terms: '',
  mentions: { code: [], prose: [] },
});

const three = ['the first thing', 'the second thing', 'the third thing'];

export function pattern(input: PatternInput): PatternEntry {
  return {
    ...compiled(input.id, `patterns/${input.category ?? 'resilience'}`),
    kind: 'pattern',
    category: 'resilience',
    tier: 'gold',
    tierReason: 'An example.',
    difficulty: 'intermediate',
    effort: '2–5 days',
    problem: 'An example of a problem.',
    adoptWhen: 'a measured figure passes its limit',
    useWhen: three,
    avoidWhen: three,
    gains: three,
    costs: three,
    laws: [],
    pillars: [],
    related: { requires: [], complements: [], alternatives: [], conflicts: [] },
    // Three signals that the schema wants; on a fact that tests with "nothing applies" do not state.
    signals: [signal('goal.learn', 1), signal('goal.learn', 1), signal('goal.learn', 1)],
    ...input,
  };
}

export function law(input: Partial<LawEntry> & { readonly id: string }): LawEntry {
  return { ...compiled(input.id, 'laws'), kind: 'law', order: 1, patterns: [], pillars: [], ...input };
}

export function signal(when: Signal['when'], weight: Signal['weight'], because = `of ${when}`): Signal {
  return { when, weight, because };
}

/** A pattern with these signals. */
export function patternWith(id: string, signals: readonly Signal[], input: Partial<PatternEntry> = {}): PatternEntry {
  return pattern({ ...input, id, signals: padded(signals) });
}

export function item(id: string, input: Partial<PathItem> = {}): PathItem {
  return { id, type: 'study', title: titleOf(id), minutes: 60, hasBrief: false, ...input };
}

export function path(id: string, weeks: readonly (readonly PathItem[])[], input: Partial<LearningPath> = {}): LearningPath {
  return {
    id,
    title: titleOf(id),
    summary: 'An example of a path.',
    group: 'role',
    level: 'beginner',
    order: 1,
    audience: 'Anyone.',
    goal: 'To learn.',
    outcome: 'Learned.',
    prerequisites: [],
    updated: '2026-11-21',
    paces: [{ id: 'steady', weeks: weeks.length, hoursPerWeek: 2 }],
    weeks: weeks.map((items, index) => ({ title: `Week ${index + 1}`, goal: `Goal ${index + 1}.`, items })),
    ...input,
  };
}

export function makeLibrary(input: {
  readonly entries?: readonly (PatternEntry | LawEntry)[];
  readonly paths?: readonly LearningPath[];
  readonly labs?: readonly LabOverview[];
  readonly quizzes?: readonly QuizOverview[];
  readonly calculators?: readonly CalculatorOverview[];
  readonly scale?: readonly ScaleRow[];
  readonly glossary?: readonly GlossaryTerm[];
}): Library {
  // Through JSON, as a compiled library comes: nothing is shared with the input.
  return loadLibrary(JSON.parse(JSON.stringify({ version: 1, entries: [], paths: [], labs: [], quizzes: [], calculators: [], scale: [], glossary: [], ...input })));
}

/** Fills up with weights that cancel each other out, and are no reasons unless a test answers `goal.learn`. */
function padded(signals: readonly Signal[]): readonly Signal[] {
  return signals.length >= 3 ? signals : [...signals, ...Array.from({ length: 3 - signals.length }, () => signal('goal.learn', 1))];
}
