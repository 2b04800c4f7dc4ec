import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { parse } from 'yaml';
import {
  ASSESSED_LEVELS, ASSESSMENT_LENGTH, ASSESSMENT_TOPICS, assessmentResult, DONE, change, emptyProgress, isDone, itemKey, nextAssessmentQuestion, parseStoredRun,
  PROFILE, PROFILE_QUESTION_IDS, readKey, storeRun,
  type AssessmentAnswer, type AssessmentContent, type AssessmentQuestion, type AssessmentResult, type AssessmentRun, type Library, type Profile, type ProgressDocument, type ProgressKey, type StartingPoint,
} from '../../../src/core';
import { weekOf } from '../../../src/core/advice/assessment/week';
import { AssessmentSchema } from '../../../src/core/library/schema';
import { contentLibrary } from '../support/contentLibrary';
import { item, path } from '../support/makeLibrary';

const content: AssessmentContent = { version: 1, ...v.parse(AssessmentSchema, parse(readFileSync(join(import.meta.dirname, '../../../content/assessment.yml'), 'utf8'))) };
const DATE = '2026-11-21';

type Answering = (question: AssessmentQuestion) => number | null;
const right: Answering = ({ right: position }) => position;
const notSure: Answering = () => null;
const wrong: Answering = ({ right: position }) => (position === 1 ? 2 : 1);

/** Goes through the whole staircase as a person with these answers would. */
function take(answering: Answering, attempt = 1): readonly AssessmentAnswer[] {
  let answers: readonly AssessmentAnswer[] = [];
  for (let question = nextAssessmentQuestion(content, answers, attempt); question !== undefined; question = nextAssessmentQuestion(content, answers, attempt)) {
    answers = [...answers, { question: question.id, choice: answering(question) }];
  }
  return answers;
}

function resultOf(answers: readonly AssessmentAnswer[], profile: Profile = {}, progress: ProgressDocument = emptyProgress, date = DATE): AssessmentResult {
  return assessmentResult({ taken: DATE, attempt: 1, profile, answers }, { library: contentLibrary(), content, progress, date });
}

const done = (...keys: readonly ProgressKey[]): ProgressDocument =>
  keys.reduce((document, key) => change(document, key, DONE, { now: 1, replica: 'test' }), emptyProgress);
const rank = (level: (typeof ASSESSED_LEVELS)[number]): number => ASSESSED_LEVELS.indexOf(level);

/** Where an item stands among all items of its path. */
function positionOf({ start }: AssessmentResult): number {
  assert.ok(start);
  return start.path.weeks.flatMap(({ items }) => items).findIndex(({ id }) => id === start.item.id);
}

const anyProfile: fc.Arbitrary<Profile> = fc.record(
  { experience: fc.constantFrom(...PROFILE.experience), need: fc.constantFrom(...PROFILE.need), domain: fc.constantFrom(...PROFILE.domain) },
  { requiredKeys: [] },
);
const anyChoices = fc.array(fc.constantFrom(null, 1, 2, 3, 4), { minLength: content.questions.length, maxLength: content.questions.length });
/** A person who would answer every question in one fixed way. */
const anyPerson: fc.Arbitrary<Answering> = anyChoices.map((choices) => (question: AssessmentQuestion) => choices[content.questions.indexOf(question)] ?? null);

before('compile the library', function () {
  this.timeout(60_000);
  contentLibrary();
});

describe('The staircase of the assessment', () => {
  it('asks each topic twice and no question twice, whatever the answers', () => {
    fc.assert(fc.property(anyPerson, fc.integer({ min: 1, max: 5 }), (person, attempt) => {
      const asked = take(person, attempt).map(({ question }) => content.questions.find(({ id }) => id === question));
      assert.equal(asked.length, ASSESSMENT_LENGTH);
      assert.equal(new Set(asked).size, ASSESSMENT_LENGTH);
      for (const topic of ASSESSMENT_TOPICS) assert.equal(asked.filter((question) => question?.topic === topic).length, 2, topic);
    }));
  });

  it('goes up after a right answer and down after a wrong one or none', () => {
    const levels = (answering: Answering): unknown => take(answering).map(({ question }) => content.questions.find(({ id }) => id === question)?.level);
    const middle = ASSESSMENT_TOPICS.map(() => 'intermediate');
    assert.deepEqual(levels(right), [...middle, ...ASSESSMENT_TOPICS.map(() => 'advanced')]);
    assert.deepEqual(levels(wrong), [...middle, ...ASSESSMENT_TOPICS.map(() => 'beginner')]);
    assert.deepEqual(levels(notSure), levels(wrong));
  });

  it('asks other questions the next time, and the first again the time after', () => {
    const first = take(right, 1).map(({ question }) => question);
    assert.equal(take(right, 2).filter(({ question }) => first.includes(question)).length, 0);
    assert.deepEqual(take(right, 3).map(({ question }) => question), first);
  });
});

describe('The result of the assessment', () => {
  it('is the highest level for all right, and the lowest for all wrong or not sure', () => {
    for (const attempt of [1, 2]) {
      assert.equal(resultOf(take(right, attempt)).overall, 'advanced');
      assert.equal(resultOf(take(wrong, attempt)).overall, 'none');
      assert.equal(resultOf(take(notSure, attempt)).overall, 'none');
    }
    assert.deepEqual(new Set(Object.values(resultOf(take(right)).levels)), new Set(['advanced']));
  });

  it('tells four levels of a topic apart', () => {
    const upTo = (level: number): Answering => (question) => (rank(question.level) <= level ? question.right : null);
    assert.deepEqual([0, 1, 2, 3].map((level) => resultOf(take(upTo(level))).overall), ['none', 'beginner', 'intermediate', 'advanced']);
  });

  it('has the overall level that two thirds of the topics reach', () => {
    const except = (...weak: readonly string[]): AssessmentResult => resultOf(take((question) => (weak.includes(question.topic) ? null : question.right)));
    assert.equal(except('data', 'scale').overall, 'advanced');
    assert.equal(except('data', 'scale', 'operations').overall, 'none');
  });

  it('does not depend on the order of the answers', () => {
    const shuffled = fc.tuple(anyPerson, anyProfile).chain(([person, profile]) => {
      const answers = take(person);
      return fc.record({ answers: fc.constant(answers), other: fc.shuffledSubarray([...answers], { minLength: answers.length }), profile: fc.constant(profile) });
    });
    fc.assert(fc.property(shuffled, ({ answers, other, profile }) => {
      const { run: _first, ...expected } = resultOf(answers, profile);
      const { run: _second, ...actual } = resultOf(other, profile);
      assert.deepEqual(actual, expected);
    }), { numRuns: 50 });
  });

  it('is never better for "not sure" than for the right answer: not in a topic, not overall, not in the starting point', () => {
    fc.assert(fc.property(anyPerson, fc.constantFrom(...content.questions), (person, changed) => {
      const knowing = resultOf(take((question) => (question === changed ? question.right : person(question))));
      const unsure = resultOf(take((question) => (question === changed ? null : person(question))));
      for (const topic of ASSESSMENT_TOPICS) assert.ok(rank(unsure.levels[topic]) <= rank(knowing.levels[topic]), topic);
      assert.ok(rank(unsure.overall) <= rank(knowing.overall));
      if (unsure.start?.path === knowing.start?.path) assert.ok(positionOf(unsure) <= positionOf(knowing));
    }), { numRuns: 100 });
  });

  it('leaves out answers to questions that do not exist, and takes a choice of no option as "not sure"', () => {
    const answers = take(right);
    assert.deepEqual(resultOf([...answers, { question: 'gone', choice: 1 }]).levels, resultOf(answers).levels);
    assert.equal(resultOf(answers.map(({ question }) => ({ question, choice: 9 }))).overall, 'none');
  });
});

describe('The starting point', () => {
  /** The entries of the library, and one path with a topic for each item. */
  const withPath = (): Library => ({
    ...contentLibrary(),
    paths: [path('architecture', [[item('one', { entry: 'circuit-breaker' }), item('two', { entry: 'saga' }), item('last', { type: 'capstone', hasBrief: true })]], { level: 'architect' })],
  });
  const startOf = (answering: Answering): StartingPoint | undefined =>
    assessmentResult({ taken: DATE, attempt: 1, profile: {}, answers: take(answering) }, { library: withPath(), content, progress: emptyProgress, date: DATE }).start;

  it('is the first item for who has shown nothing, and a capstone for who knows all', () => {
    const beginner = startOf(notSure);
    assert.deepEqual([beginner?.item.id, beginner?.skipped], ['one', 0]);
    const strong = startOf(right);
    assert.deepEqual([strong?.item.id, strong?.skipped], ['last', 2], 'a capstone is never skipped');
    assert.equal(positionOf(resultOf(take(notSure))), 0, 'in the real library too');
  });

  it('skips the topics that are mastered, up to the first that is not', () => {
    const known = startOf((question) => (question.topic === 'data' ? null : question.right));
    assert.deepEqual([known?.item.id, known?.skipped], ['two', 1], 'resilience is known, data is not');
  });

  it('moves on when items are done, and ends when all are', () => {
    const first = resultOf(take(notSure)).start;
    assert.ok(first);
    const after = resultOf(take(notSure), {}, done(itemKey(first.path.id, first.item.id))).start;
    assert.notEqual(after?.item.id, first.item.id);
    const all = contentLibrary().paths.flatMap((path) => path.weeks.flatMap(({ items }) => items.map((item) => itemKey(path.id, item.id))));
    assert.equal(resultOf(take(notSure), {}, done(...all)).start, undefined);
  });

  it('exists for every level, role and need', () => {
    fc.assert(fc.property(anyPerson, anyProfile, (person, profile) => { assert.ok(resultOf(take(person), profile).start); }), { numRuns: 50 });
  });
});

describe('The list to read first', () => {
  it('has five different entries that were not read, of more than one kind', () => {
    const ids = contentLibrary().all().map(({ id }) => id);
    fc.assert(fc.property(anyPerson, anyProfile, fc.subarray(ids, { maxLength: 100 }), (person, profile, read) => {
      const progress = done(...read.map(readKey));
      const { reading } = resultOf(take(person), profile, progress);
      assert.equal(reading.length, 5);
      assert.equal(new Set(reading.map(({ entry }) => entry.id)).size, 5);
      assert.ok(reading.every(({ entry }) => !isDone(progress, readKey(entry.id))));
      assert.ok(new Set(reading.map(({ entry }) => entry.kind)).size > 1);
    }), { numRuns: 50 });
  });

  it('begins with what missed questions ask for, easiest first', () => {
    const { reading, answered } = resultOf(take((question) => (question.topic === 'data' ? null : question.right)), { need: 'examples' });
    const missed = answered.filter((each) => !each.right).map(({ question }) => question);
    assert.deepEqual(missed.map(({ topic }) => topic), ['data', 'data']);
    const [easy, harder] = [...missed].sort((a, b) => rank(a.level) - rank(b.level));
    assert.deepEqual(reading.slice(0, 2).map(({ entry }) => entry.id), [easy?.entry, harder?.entry]);
    assert.deepEqual(reading.slice(0, 2).map(({ reason }) => reason.kind), ['missed', 'missed']);
    assert.ok(reading.some(({ entry }) => entry.kind === 'case-study'), 'the need counts');
  });

  it('puts the easier of two missed questions first, although its topic comes later', () => {
    const missing = (topic: string, level: string) => (question: AssessmentQuestion) => question.topic === topic && question.level === level;
    const [hard, easy] = [missing('resilience', 'advanced'), missing('data', 'intermediate')];
    const { reading, answered } = resultOf(take((question) => (hard(question) || easy(question) ? null : question.right)));
    const entryOf = (which: typeof hard): string | undefined => answered.find(({ question }) => which(question))?.question.entry;
    assert.deepEqual(reading.slice(0, 2).map(({ entry }) => entry.id), [entryOf(easy), entryOf(hard)]);
  });

  it('follows what the person said when nothing was missed, and leaves out what was shown', () => {
    const known = new Set(content.questions.map(({ entry }) => entry));
    for (const question of PROFILE_QUESTION_IDS) {
      for (const answer of PROFILE[question]) {
        const { reading, answered } = resultOf(take(right), { [question]: answer });
        const shown = new Set(answered.map((each) => each.question.entry));
        assert.ok(reading.every(({ entry }) => !shown.has(entry.id)), answer);
        const starters = content.starters.find(({ when }) => when === `${question}.${answer}`)?.entries.filter((id) => !known.has(id)) ?? [];
        for (const id of starters) assert.ok(reading.some(({ entry }) => entry.id === id), `${answer}: ${id}`);
      }
    }
  });
});

describe('The pattern of the week', () => {
  it('is the same from Monday to Sunday, and another the next week', () => {
    const of = (date: string): string | undefined => resultOf(take(notSure), {}, emptyProgress, date).pattern?.id;
    assert.equal(of('2026-11-16'), of('2026-11-22'));
    assert.notEqual(of('2026-11-22'), of('2026-11-23'));
  });

  it('counts ISO weeks over the ends of years', () => {
    assert.equal(weekOf('1970-01-01'), 0);
    assert.equal(weekOf('1970-01-05'), 1);
    assert.equal(weekOf('2027-01-03'), weekOf('2026-12-28'), 'week 53 of 2026 ends on 3 January');
    assert.equal(weekOf('2027-01-04'), weekOf('2027-01-03') + 1);
    assert.equal(weekOf('no date'), 0);
  });

  it('comes from the weakest topic', () => {
    const onlyScale = take((question) => (question.topic === 'scale' ? null : question.right));
    for (const date of ['2026-01-05', '2026-03-02', '2026-06-01', '2026-10-05']) {
      const pattern = resultOf(onlyScale, {}, emptyProgress, date).pattern;
      const topic = content.questions.find(({ entry }) => entry === pattern?.id)?.topic;
      assert.ok(topic === 'scale' || (topic === undefined && ['scaling', 'cost'].includes(pattern?.category ?? '')), pattern?.id);
    }
  });
});

describe('A kept run', () => {
  const run: AssessmentRun = { taken: DATE, attempt: 2, profile: { need: 'build' }, answers: take(right, 2) };

  it('is read as it was stored', () => {
    const anyRun: fc.Arbitrary<AssessmentRun> = fc.record({
      taken: fc.constant(DATE), attempt: fc.integer({ min: 1, max: 99 }), profile: anyProfile,
      answers: fc.array(fc.record({ question: fc.string(), choice: fc.constantFrom(null, 1, 2, 3, 4) }), { maxLength: 20 }),
    });
    fc.assert(fc.property(anyRun, (any) => {
      assert.deepEqual(parseStoredRun(JSON.parse(JSON.stringify(storeRun(any)))), JSON.parse(JSON.stringify({ kind: 'ok', run: any })));
    }));
  });

  it('is none when nothing is stored', () => {
    assert.deepEqual([undefined, null].map((stored) => parseStoredRun(stored).kind), ['none', 'none']);
  });

  it('loses answers about oneself that this version does not know, and nothing else', () => {
    const stored = { ...(storeRun(run) as object), profile: { need: 'build', domain: 'underwater', mood: 'fine' } };
    assert.deepEqual(parseStoredRun(stored), { kind: 'ok', run });
  });

  for (const [name, broken] of [
    ['a newer version', { ...(storeRun(run) as object), version: 2 }],
    ['a date that is none', { ...(storeRun(run) as object), taken: 'yesterday' }],
    ['answers that are none', { ...(storeRun(run) as object), answers: [{ question: 7 }] }],
    ['another thing', 'text'],
  ] as const) {
    it(`is unreadable, with a reason, as ${name}`, () => { assert.equal(parseStoredRun(broken).kind, 'unreadable'); });
  }

  it('never throws, whatever is stored', () => {
    fc.assert(fc.property(fc.anything(), (anything) => { parseStoredRun(anything); }));
  });
});

describe('The questions of the assessment', () => {
  it('cannot be passed by always taking the same position, or always the longest option', () => {
    const longest: Answering = ({ options }) => options.findIndex((option) => option.length === Math.max(...options.map(({ length }) => length))) + 1;
    const guesses: readonly Answering[] = [longest, ...[1, 2, 3, 4].map((position): Answering => () => position)];
    for (const attempt of [1, 2]) for (const guess of guesses) assert.ok(rank(resultOf(take(guess, attempt)).overall) <= 1);
  });

  it('are two for each of six topics at each of three levels', () => {
    assert.equal(content.questions.length, 36);
  });
});
