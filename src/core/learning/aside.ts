/**
 * Stored progress that this version cannot read is kept aside: whole, with the time and the reason,
 * under a key of its own. Once a version can read it, it is merged back.
 */
import { merge, emptyProgress, type ProgressDocument } from './progress';
import { isRecord, own, parseProgress } from './stored';

export interface KeptAside {
  /** Milliseconds since the epoch at which it was put aside. */
  readonly time: number;
  /** Completes "Your stored progress was kept aside because …". */
  readonly reason: string;
  /** What storage held, untouched. */
  readonly original: unknown;
}

/** The list with one more original. One that the list already holds is not added again, so replaying changes nothing. */
export function keepAside(list: readonly KeptAside[], kept: KeptAside): readonly KeptAside[] {
  return list.some((other) => sameJson(other.original, kept.original)) ? list : [...list, kept];
}

/**
 * Reads the stored list. A list that is itself unreadable, in whole or in part, is put aside in its turn:
 * nothing that storage held is dropped.
 */
export function parseKeptAside(stored: unknown, now: number): readonly KeptAside[] {
  if (stored === undefined || stored === null) return [];
  const found: readonly unknown[] = Array.isArray(stored) ? stored : [stored];
  return found.reduce<readonly KeptAside[]>(
    (list, item) =>
      keepAside(list, isKeptAside(item) ? item : { time: now, reason: 'the list of kept progress was damaged', original: item }),
    [],
  );
}

export interface Recovered {
  /** Everything that this version can read by now, merged; merge it into the present document. */
  readonly document: ProgressDocument;
  /** What stays aside. */
  readonly remaining: readonly KeptAside[];
}

/** Takes back what has become readable. A partly readable original gives what it can and stays aside as well. */
export function recover(list: readonly KeptAside[]): Recovered {
  const parsed = list.map((kept) => ({ kept, stored: parseProgress(kept.original) }));
  return {
    document: parsed.reduce((document, { stored }) => merge(document, stored.document), emptyProgress),
    remaining: parsed.flatMap(({ kept, stored }) => (stored.kind === 'ok' || stored.kind === 'older' ? [] : [kept])),
  };
}

function isKeptAside(value: unknown): value is KeptAside {
  return (
    isRecord(value) &&
    typeof own(value, 'time') === 'number' &&
    typeof own(value, 'reason') === 'string' &&
    Object.hasOwn(value, 'original')
  );
}

/** Storage holds JSON; what JSON cannot write (a cycle) is only ever the same as itself. */
function sameJson(first: unknown, second: unknown): boolean {
  try {
    return JSON.stringify(first) === JSON.stringify(second);
  } catch {
    return first === second;
  }
}
