/**
 * How well a question is remembered: the fold of its answers by FSRS, the Free Spaced Repetition Scheduler. The same
 * answers give the same memory on every machine, so nothing of it is stored.
 */
import { FSRSAlgorithm, Rating, type FSRSState, type Grade } from 'ts-fsrs';
import { eventsOf, type AnswerEvent, type AnswerState } from './events';
import type { ProgressDocument } from './progress';

export const DAY_MS = 86_400_000;

/** A question that has been answered, and what follows for its next review. */
export interface Memory {
  readonly answers: number;
  readonly last: AnswerState;
  /** When it was answered last, in milliseconds since the epoch. */
  readonly answered: number;
  /** When it was last answered while it was due: a review, and not a first or an extra answer. */
  readonly reviewed?: number;
  /** Days after which nine of ten such questions are still known. */
  readonly stability: number;
  /** Whole days from the last answer to the next review; at least 1. */
  readonly interval: number;
  /** When it is to be reviewed. Half a day early: what was answered in the evening comes back the next morning. */
  readonly due: number;
}

const GRADES: Readonly<Record<AnswerState, Grade>> = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy };
let made: FSRSAlgorithm | undefined;
/** Made on first need. Without fuzz, so that the same answers give the same dates; nothing is asked less than once a year. */
const algorithm = (): FSRSAlgorithm => (made ??= new FSRSAlgorithm({ enable_fuzz: false, maximum_interval: 365 }));
const memories = new WeakMap<ProgressDocument, ReadonlyMap<string, Memory>>();
/** Every question that has been answered, by `<entry>/<question>`; made once for each document. */
export function memoriesOf(document: ProgressDocument): ReadonlyMap<string, Memory> {
  let known = memories.get(document);
  if (known === undefined) {
    known = new Map([...eventsOf(document).answers].flatMap(([name, events]) => {
      const memory = remember(events);
      return memory === undefined ? [] : [[name, memory] as const];
    }));
    memories.set(document, known);
  }
  return known;
}

/** The memory after answers in the order of their time; undefined without any. */
export function remember(events: readonly AnswerEvent[]): Memory | undefined {
  const last = events.at(-1);
  if (last === undefined) return undefined;
  let state: FSRSState | null = null;
  let [answered, interval, due] = [0, 0, 0];
  let reviewed: number | undefined;
  const fsrs = algorithm();
  // A plain loop: thousands of answers are folded before a view can be painted.
  for (const event of events) {
    const elapsed = state === null ? 0 : daysBetween(answered, event.time);
    if (state !== null && due <= event.time) reviewed = event.time;
    state = fsrs.next_state(state, elapsed, GRADES[event.state]);
    interval = fsrs.next_interval(state.stability, elapsed);
    answered = event.time;
    due = answered + (interval - 0.5) * DAY_MS;
  }
  return { answers: events.length, last: last.state, answered, ...(reviewed !== undefined && { reviewed }), stability: state?.stability ?? 0, interval, due };
}

/** How likely the question would be answered rightly, from 0 to 1. */
export function recallOf({ answered, stability }: Memory, now: number): number {
  return algorithm().forgetting_curve(Math.max(0, now - answered) / DAY_MS, stability);
}

/** Days between two times, rounded: an evening and the next morning are a day apart, in every time zone. */
export const daysBetween = (from: number, to: number): number => Math.max(0, Math.round((to - from) / DAY_MS));
