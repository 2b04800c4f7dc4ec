/** From what the person on call types to the playbook that helps. */
import { compareText } from '../compareText';
import type { Library, PlaybookEntry } from '../library/model';
import { createIndex } from '../search';
import { fieldsOfPlaybook, wordsOf } from '../search/documents';
import type { FieldMatch } from '../search/matches';
import { MEANINGS } from './shorthand';

export interface EmergencyMatch {
  readonly playbook: PlaybookEntry;
  /** The symptom that the text is nearest to; none where something else of the playbook was found, or nothing was typed. */
  readonly symptom?: string;
  /** 0 to 1; 1 is an exact title. 0 for all when nothing was typed. Comparable within one call only. */
  readonly score: number;
}

/**
 * The order in which all are offered: changes first, since most incidents begin with one, then what hurts every user,
 * then what hurts some of them. A playbook that is not named here comes behind, by title.
 */
export const EMERGENCY_ORDER: readonly string[] = [
  'bad-deployment', 'cascading-failures', 'latency-spike', 'overwhelmed-database', 'queue-backlog',
  'rate-limits-breached', 'failing-service-discovery', 'region-loss', 'hot-partition', 'inconsistent-data',
];

/** Each meaning of a shorthand is a guess, and each counts a little less than the one before. */
const MEANING = 0.95;

/**
 * The playbooks for a text, best first, one match for each: names, symptoms and telling words, typos forgiven, as in the
 * search of the library; and shorthand such as "503". Ties go by `EMERGENCY_ORDER`.
 *
 * @param text what was typed; nothing but spaces gives all playbooks in `EMERGENCY_ORDER`
 * @returns none when nothing fits; never throws
 */
export function matchEmergencies(library: Library, text: string): readonly EmergencyMatch[] {
  const index = indexOf(library);
  if (text.trim() === '') return index.playbooks.map((playbook) => ({ playbook, score: 0 }));
  const best = new Map<PlaybookEntry, EmergencyMatch>();
  const add = (phrase: string, factor: number): void => {
    for (const { document: playbook, score: found, matches } of index.query(phrase, () => true)) {
      const score = found * factor;
      if (score <= (best.get(playbook)?.score ?? 0)) continue;
      const symptom = nearestSymptom(matches());
      best.set(playbook, { playbook, ...(symptom !== undefined && { symptom }), score });
    }
  };
  add(text, 1);
  for (const { word } of wordsOf(text)) {
    (MEANINGS.get(word) ?? []).forEach((phrase, position) => { add(phrase, MEANING ** (position + 1)); });
  }
  return index.playbooks
    .flatMap((playbook) => best.get(playbook) ?? [])
    .sort((a, b) => b.score - a.score);
}

interface EmergencyIndex {
  readonly playbooks: readonly PlaybookEntry[];
  readonly query: ReturnType<typeof createIndex<PlaybookEntry>>;
}

/** Made once for each library: a keystroke must not build it. */
const indexes = new WeakMap<Library, EmergencyIndex>();

function indexOf(library: Library): EmergencyIndex {
  const known = indexes.get(library);
  if (known) return known;
  const playbooks = [...library.all('playbook')].sort((a, b) => placeOf(a) - placeOf(b) || compareText(a.title, b.title));
  const index = { playbooks, query: createIndex(playbooks, fieldsOfPlaybook) };
  indexes.set(library, index);
  return index;
}

function placeOf({ id }: PlaybookEntry): number {
  const place = EMERGENCY_ORDER.indexOf(id);
  return place === -1 ? EMERGENCY_ORDER.length : place;
}

/** The symptom in which most of the text was found; of equals, the one that has it nearest to its beginning. */
function nearestSymptom(matches: readonly FieldMatch[]): string | undefined {
  const found = matches
    .filter(({ field }) => field === 'symptom')
    .map(({ value, ranges }) => ({ value, letters: ranges.reduce((sum, [start, end]) => sum + end - start, 0), begins: ranges[0]?.[0] ?? 0 }));
  return found.sort((a, b) => b.letters - a.letters || a.begins - b.begins)[0]?.value;
}
