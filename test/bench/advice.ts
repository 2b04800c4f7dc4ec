import { advise, factsOf, loadLibrary, nextQuestion, parseAnswers, QUESTIONS, type Answers, type Library } from '../../src/core';
import { builtLibrary } from './library';
import { percentile } from './stats';
import type { Ratio } from './table';
import { timedInTurns } from './timing';

const common = { unit: 'ms', baselineIs: 'the plain sum of weights over all patterns' };

/** Every pain at every size, alone and with a must: what people ask, two hundred times. */
function situations(): Answers[] {
  return QUESTIONS.hurts.flatMap((pain, index) => QUESTIONS.users.flatMap((users) => [
    { hurts: [pain], users: [users] },
    { goal: ['production-problem'], hurts: [pain, QUESTIONS.hurts[(index + 7) % QUESTIONS.hurts.length] ?? pain], users: [users], musts: ['availability'], team: ['one-team'] },
  ] satisfies Answers[]));
}

export function advice(): Ratio[] {
  const library = loadLibrary(builtLibrary());
  return [
    row('the whole advice, with every open question tried (p95)', library, (answers) => advise(library, answers).recommended.length),
    row('the next question (p95)', library, (answers) => nextQuestion(library, answers, ['goal', 'hurts'])?.length ?? 0),
  ];
}

function row(what: string, library: Library, ours: (answers: Answers) => number): Ratio {
  const times = timedInTurns(() => ({ items: situations(), ours, baseline: (answers: Answers) => sumWeights(library, answers) }));
  return { ...common, what, ours: percentile(times.ours, 0.95), baseline: percentile(times.baseline, 0.95) };
}

function sumWeights(library: Library, answers: Answers): number {
  const facts = factsOf(parseAnswers(answers));
  return library.all('pattern')
    .map(({ signals }) => signals.reduce((sum, { when, weight }) => sum + (facts.includes(when) ? weight : 0), 0))
    .sort((a, b) => b - a)[0] ?? 0;
}
