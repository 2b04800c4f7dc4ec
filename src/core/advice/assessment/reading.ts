/** The five entries to read first, each with the reason for it. */
import type { AssessmentContent, AssessmentQuestion, Entry, Library } from '../../library/model';
import type { Kind } from '../../library/vocabulary';
import { readKey } from '../../learning/keys';
import { isDone, type ProgressDocument } from '../../learning/progress';
import type { AnsweredQuestion } from './answers';
import { rankOf } from './levels';
import { profileFacts, type Profile, type ProfileFact } from './profile';

export type ReadingReason =
  /** It answers a question that was not answered right. */
  | { readonly kind: 'missed'; readonly question: AssessmentQuestion }
  /** It suits an answer about oneself. */
  | { readonly kind: 'profile'; readonly fact: ProfileFact }
  /** It is related to an entry that answers a missed question, or suits an answer about oneself. */
  | { readonly kind: 'related'; readonly to: Entry }
  /** Nothing else is left. */
  | { readonly kind: 'unread' };
export interface ReadingSuggestion {
  readonly entry: Entry;
  readonly reason: ReadingReason;
}

const LENGTH = 5;
/** So that missed questions lead, and leave room for what the person came for. */
const MISSED_FIRST = 3;
const MOST_OF_A_KIND = 3;

/** Kinds that serve a need, for the choice among related entries. */
const KINDS_FOR: Readonly<Record<NonNullable<Profile['need']>, readonly Kind[]>> = {
  concepts: ['law', 'principle', 'pillar'],
  problems: ['pattern', 'playbook'],
  examples: ['case-study'],
  build: ['guide', 'migration'],
};

/**
 * At most five entries that were not read yet: first what missed questions ask for, easiest first; then what suits the
 * need, the domain and the role; then what is related to those. No more than three of one kind, as long as others are left.
 */
export function readingList(
  library: Library, content: AssessmentContent, answered: readonly AnsweredQuestion[], profile: Profile, progress: ProgressDocument,
): readonly ReadingSuggestion[] {
  const missed = missedEntries(library, answered);
  const suited = suitedEntries(library, content, profile);
  const roots = missed.length > 0 ? missed : suited;
  const related = relatedEntries(library, roots, profile);
  const rest = library.all().map((entry): ReadingSuggestion => ({ entry, reason: { kind: 'unread' } }));

  const known = new Set(answered.filter(({ right }) => right).map(({ question }) => question.entry));
  for (const { entry } of missed) known.delete(entry.id);
  const isWorthReading = ({ entry }: ReadingSuggestion): boolean =>
    !known.has(entry.id) && entry.kind !== 'reference' && entry.kind !== 'company' && !isDone(progress, readKey(entry.id));

  const list: ReadingSuggestion[] = [];
  const take = (from: readonly ReadingSuggestion[], upTo: number, ofAKind = MOST_OF_A_KIND): void => {
    for (const suggestion of from.filter(isWorthReading)) {
      if (list.length >= upTo) return;
      if (list.some(({ entry }) => entry.id === suggestion.entry.id)) continue;
      if (list.filter(({ entry }) => entry.kind === suggestion.entry.kind).length < ofAKind) list.push(suggestion);
    }
  };
  take(missed, MISSED_FIRST);
  take(suited, LENGTH - 1);
  const all = [...related, ...missed, ...suited, ...rest];
  take(all, LENGTH);
  take(all, LENGTH, LENGTH);
  return list;
}

function missedEntries(library: Library, answered: readonly AnsweredQuestion[]): readonly ReadingSuggestion[] {
  return answered
    .filter(({ right }) => !right)
    .sort((a, b) => rankOf(a.question.level) - rankOf(b.question.level))
    .flatMap(({ question }) => suggestion(library, question.entry, { kind: 'missed', question }));
}

/** The first choice for each answer, then the second for each: need, domain, experience. */
function suitedEntries(library: Library, content: AssessmentContent, profile: Profile): readonly ReadingSuggestion[] {
  const order = ['need', 'domain', 'experience'];
  const lists = [...profileFacts(profile)]
    .sort((a, b) => order.indexOf(a.split('.')[0] ?? '') - order.indexOf(b.split('.')[0] ?? ''))
    .map((fact) => ({ fact, entries: content.starters.find(({ when }) => when === fact)?.entries ?? [] }));
  const longest = Math.max(0, ...lists.map(({ entries }) => entries.length));
  return Array.from({ length: longest }, (_, position) =>
    lists.flatMap(({ fact, entries }) => suggestion(library, entries[position] ?? '', { kind: 'profile', fact })),
  ).flat();
}

function relatedEntries(library: Library, roots: readonly ReadingSuggestion[], { need }: Profile): readonly ReadingSuggestion[] {
  const all = roots.flatMap(({ entry: to }) =>
    library.related(to.id).map(({ entry }): ReadingSuggestion => ({ entry, reason: { kind: 'related', to } })),
  );
  return need === undefined ? all : all.filter(({ entry }) => KINDS_FOR[need].includes(entry.kind));
}

function suggestion(library: Library, id: string, reason: ReadingReason): readonly ReadingSuggestion[] {
  const entry = library.get(id);
  return entry === undefined ? [] : [{ entry, reason }];
}
