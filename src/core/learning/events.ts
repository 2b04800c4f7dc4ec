/**
 * Attempts and answers as they are kept: each under a key of its own, so that merging adds them up. This finds them in a
 * progress document once, and keeps what it found for as long as the document is in use.
 */
import { compareText } from '../compareText';
import type { ProgressDocument, Stamp } from './progress';

/** What an answer says, as FSRS rates it: wrong (again), or right and hard, good or easy. Any other state is no answer. */
export const ANSWER_STATES = ['again', 'hard', 'good', 'easy'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

export interface AnswerEvent {
  readonly key: string;
  readonly state: AnswerState;
  /** Milliseconds since the epoch. */
  readonly time: number;
}

export interface AttemptEvent {
  readonly key: string;
  /** As it is stored, such as `8/10`. */
  readonly state: string;
  readonly time: number;
}

export interface EventIndex {
  /** By `<entry>/<question>`, each list by time, then key: the same order on every machine. */
  readonly answers: ReadonlyMap<string, readonly AnswerEvent[]>;
  /** By subject, in the same order. */
  readonly attempts: ReadonlyMap<string, readonly AttemptEvent[]>;
}

const ATTEMPT = 'attempt:';
const ANSWER = 'answer:';
const states: ReadonlySet<string> = new Set(ANSWER_STATES);
/** A document never changes: a change makes another one. */
const indexes = new WeakMap<ProgressDocument, EventIndex>();

/** What a document holds of attempts and answers; read once for each document. */
export function eventsOf(document: ProgressDocument): EventIndex {
  const known = indexes.get(document);
  if (known !== undefined) return known;
  const answers = new Map<string, AnswerEvent[]>();
  const attempts = new Map<string, AttemptEvent[]>();
  for (const key of Object.keys(document.items)) {
    const change = document.items[key];
    if (change === undefined) continue;
    const { state, time } = change;
    if (key.startsWith(ANSWER)) {
      const end = key.indexOf('/', key.indexOf('/') + 1);
      if (end > 0 && isAnswerState(state)) add(answers, key.slice(ANSWER.length, end), { key, state, time });
    } else if (key.startsWith(ATTEMPT)) {
      const end = key.indexOf('/');
      if (end > 0) add(attempts, key.slice(ATTEMPT.length, end), { key, state, time });
    }
  }
  for (const list of [...answers.values(), ...attempts.values()]) list.sort((a, b) => a.time - b.time || compareText(a.key, b.key));
  const index: EventIndex = { answers, attempts };
  indexes.set(document, index);
  return index;
}

/** The name under which the answers to a question are indexed. */
export const questionName = (entry: string, question: string): string => `${entry}/${question}`;

/**
 * The name of a new event: no other installation gives it, and this one only within the same millisecond. Short, because
 * thousands are kept.
 */
export function eventName({ now, replica }: Stamp): string {
  const time = Number.isFinite(now) ? Math.max(0, Math.floor(now)) : 0;
  return `${time.toString(36)}-${replica.slice(0, 8)}`;
}

function isAnswerState(state: string): state is AnswerState {
  return states.has(state);
}

function add<T>(lists: Map<string, T[]>, name: string, event: T): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [event]);
  else list.push(event);
}
