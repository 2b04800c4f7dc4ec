import { answerKey, attemptKey, changeMany, emptyProgress, loadLibrary, merge, milestones, parseProgress, readKey, type Library, type ProgressDocument } from '../../src/core';
import { builtLibrary } from './library';
import type { Ratio } from './table';

const EVENTS = 10_000;
const RUNS = 5;
const common = { unit: 'ms', baselineIs: 'JSON.parse of the same text' };

/** A learner of several years: ten thousand answers, attempts and readings, on two machines that have half of them in common. */
export function progress(): Ratio[] {
  const library = loadLibrary(builtLibrary());
  const [here, there] = [recorded(library, 0), recorded(library, EVENTS / 2)].map((document) => JSON.stringify(document)) as [string, string];
  const baseline = least(() => JSON.parse(here));
  return [
    { ...common, what: `load ${EVENTS} events`, ours: leastAfter(() => JSON.parse(here) as unknown, load), baseline },
    {
      ...common,
      what: `load ${EVENTS} events and merge as many from another machine`,
      ours: leastAfter(() => [load(JSON.parse(here)), JSON.parse(there) as unknown] as const, ([present, incoming]) => merge(present, load(incoming))),
      baseline,
    },
    { ...common, what: `one more change among ${EVENTS}`, ours: leastAfter(() => load(JSON.parse(here)), (document) => changeMany(document, [[readKey('saga'), 'done']], { now: 9e12, replica: 'a' })), baseline },
    { ...common, what: `the milestones from ${EVENTS} events`, ours: leastAfter(() => load(JSON.parse(here)), (document) => milestones(library, document)), baseline },
  ];
}

function recorded(library: Library, from: number): ProgressDocument {
  const quizzes = [...library.quizzes.values()].flatMap(({ entry, questions }) => questions.map((question) => [entry, question] as const));
  const questions = quizzes.length > 0 ? quizzes : library.all().map(({ id }) => [id, 'one'] as const);
  const keys = Array.from({ length: EVENTS }, (_, index): [string, string] => {
    const number = from + index;
    const [entry, question] = questions[number % questions.length] ?? ['saga', 'one'];
    const event = `${(1_700_000_000_000 + number * 600_000).toString(36)}-replica`;
    return number % 20 === 0 ? [attemptKey(entry, event), '4/5'] : [answerKey(entry, question, event), number % 5 === 0 ? 'again' : 'good'];
  });
  return changeMany(emptyProgress, keys, { now: 1_700_000_000_000, replica: from === 0 ? 'here' : 'there' });
}

/** @param value as the editor's storage hands it over */
function load(value: unknown): ProgressDocument {
  const stored = parseProgress(value);
  if (stored.kind !== 'ok') throw new Error('The events that are measured must be readable');
  return stored.document;
}

function least(work: () => unknown): number {
  return leastAfter(() => undefined, work);
}

function leastAfter<T>(prepare: () => T, work: (prepared: T) => unknown): number {
  return Math.min(...Array.from({ length: RUNS }, () => {
    const prepared = prepare();
    const start = performance.now();
    work(prepared);
    return performance.now() - start;
  }));
}
