import assert from 'node:assert/strict';
import { advise, burdenOf, capacityOf, movesBetween, openQuestions, patternsToAskAbout, prerequisiteGraph, recommend, type AnswersInput } from '../../../src/core';
import { makeLibrary, pattern, patternWith, signal } from '../support/makeLibrary';

const empty = { requires: [], complements: [], alternatives: [], conflicts: [] };
const requires = (...ids: readonly string[]) => ({ related: { ...empty, requires: ids.map((id) => ({ id, because: `it builds on ${id}` })) } });
const light = { difficulty: 'beginner', effort: '1–2 days' } as const;
const heavy = { difficulty: 'advanced', effort: '2–4 months' } as const;

const startOf = (library: ReturnType<typeof makeLibrary>, answers: AnswersInput) => advise(library, answers).plan.startWith.map(({ entry }) => entry.id);
const nextOf = (library: ReturnType<typeof makeLibrary>, answers: AnswersInput) => advise(library, answers).plan.next.map(({ recommendation }) => recommendation.entry.id);

describe('burden and capacity', () => {
  it('are the greater of difficulty and effort, from 1 to 3', () => {
    assert.deepEqual([
      burdenOf(pattern({ id: 'a', difficulty: 'beginner', effort: '2–10 days' })),
      burdenOf(pattern({ id: 'a', difficulty: 'beginner', effort: '1–2 weeks' })),
      burdenOf(pattern({ id: 'a', difficulty: 'beginner', effort: '2–3 weeks' })),
      burdenOf(pattern({ id: 'a', difficulty: 'beginner', effort: '1–2 months' })),
      burdenOf(pattern({ id: 'a', difficulty: 'beginner', effort: '2–3 months' })),
      burdenOf(pattern({ id: 'a', difficulty: 'advanced', effort: '2–8 hours' })),
    ], [1, 1, 2, 2, 3, 3]);
  });

  it('grow with the teams, and shrink for a prototype; an unknown team is one team', () => {
    assert.deepEqual([capacityOf({}), capacityOf({ team: ['one-team'] }), capacityOf({ team: ['few-teams'] }), capacityOf({ team: ['many-teams'] })], [5, 5, 7, 9]);
    assert.equal(capacityOf({ stage: ['prototype'] }), 3);
  });
});

describe('a plan', () => {
  const pains = ['cost', 'overload', 'slow-delivery', 'risky-releases'] as const;
  const library = makeLibrary({ entries: pains.map((pain, index) => patternWith(`p${index}`, [signal(`hurts.${pain}`, 3)], index === 3 ? light : heavy)) });

  it('starts with what the team can carry, and has the rest wait for a trigger', () => {
    assert.deepEqual(startOf(library, { hurts: [...pains], team: 'one-team' }), ['p3', 'p0']);
    assert.deepEqual(nextOf(library, { hurts: [...pains], team: 'one-team' }), ['p1', 'p2']);
    assert.deepEqual(startOf(library, { hurts: [...pains], team: 'many-teams' }), ['p3', 'p0', 'p1'], 'never more than three');
    const { plan } = advise(library, { hurts: [...pains], team: 'one-team' });
    assert.deepEqual([plan.burden, plan.capacity, plan.next[0]?.when], [4, 5, 'a measured figure passes its limit']);
  });

  it('starts with no weak third', () => {
    const weak = makeLibrary({ entries: [patternWith('strong', [signal('hurts.cost', 3)], light), patternWith('weak', [signal('hurts.cost', 2)], light)] });
    assert.deepEqual([startOf(weak, { hurts: 'cost' }), nextOf(weak, { hurts: 'cost' })], [['strong'], ['weak']]);
  });

  it('puts first what a pattern requires, once, and says what for', () => {
    const chain = makeLibrary({ entries: [
      patternWith('top', [signal('hurts.cost', 3)], { ...light, ...requires('middle', 'bottom') }),
      pattern({ id: 'middle', ...light, ...requires('bottom') }),
      pattern({ id: 'bottom', ...light }),
    ] });
    assert.deepEqual(startOf(chain, { hurts: 'cost' }), ['bottom', 'middle', 'top']);
    assert.deepEqual(advise(chain, { hurts: 'cost' }).plan.startWith.map(({ neededFor, recommendation }) => [neededFor?.entry.id, recommendation !== undefined]), [['middle', false], ['top', false], [undefined, true]]);
    assert.deepEqual(startOf(chain, { hurts: 'cost', inPlace: ['bottom', 'middle'] }), ['top'], 'what is in place is not asked for again');
    const { nodes, edges } = prerequisiteGraph(chain, advise(chain, { hurts: 'cost' }).plan, { inPlace: ['bottom'] });
    assert.deepEqual(nodes.map(({ entry, column, state }) => [entry.id, column, state]), [['bottom', 0, 'start'], ['middle', 1, 'start'], ['top', 2, 'start']]);
    assert.deepEqual(edges.map(({ from, to }) => `${from.id} > ${to.id}`).sort(), ['bottom > middle', 'bottom > top', 'middle > top']);
  });

  const large = makeLibrary({ entries: [
    patternWith('best', [signal('hurts.cost', 3)], { ...heavy, ...requires('one', 'two') }),
    pattern({ id: 'one', ...heavy }),
    pattern({ id: 'two', ...heavy }),
    patternWith('good', [signal('hurts.cost', 2), signal('stage.growing', 1)], heavy),
    patternWith('weak', [signal('hurts.cost', 2), signal('musts.latency', -1)], light),
  ] });

  it('starts with the best that the team can carry, and names what is too much next, with what comes before it', () => {
    const { plan } = advise(large, { hurts: 'cost', stage: 'growing', team: 'one-team' });
    assert.deepEqual(plan.startWith.map(({ entry }) => entry.id), ['good']);
    assert.deepEqual(plan.next.map(({ recommendation, after }) => [recommendation.entry.id, after.map(({ id }) => id)]), [['best', ['one', 'two']], ['weak', []]]);
  });

  it('starts on the way to what is too much when nothing else comes near, and lets nothing overtake it', () => {
    const { plan } = advise(large, { hurts: 'cost', musts: 'latency', team: 'one-team', inPlace: 'good' });
    assert.deepEqual(plan.startWith.map(({ entry, neededFor }) => [entry.id, neededFor?.entry.id]), [['one', 'best']]);
    assert.deepEqual(plan.next.map(({ recommendation }) => recommendation.entry.id)[0], 'best');
  });

  it('takes what a pattern in place requires to be there, but recommends it all the same for a reason of its own', () => {
    const queue = makeLibrary({ entries: [
      patternWith('queue', [signal('hurts.overload', 3)], requires('idempotence')),
      patternWith('idempotence', [signal('hurts.lost-or-repeated-work', 3)]),
      patternWith('other', [signal('hurts.overload', 3)], { ...light, ...requires('idempotence') }),
    ] });
    assert.deepEqual(startOf(queue, { hurts: 'overload', inPlace: 'queue' }), ['other']);
    assert.deepEqual(startOf(queue, { hurts: 'lost-or-repeated-work', inPlace: 'queue' }), ['idempotence']);
  });

  it('plans nothing for a side effect alone', () => {
    const aside = makeLibrary({ entries: [patternWith('aside', [signal('hurts.cost', 1)])] });
    assert.deepEqual([startOf(aside, { hurts: 'cost' }), recommend(aside, { hurts: 'cost' }).length, advise(aside, { hurts: 'cost' }).plan.more], [[], 1, 1]);
  });

  it('says of a prerequisite that it is recommended only where it is shown', () => {
    const hidden = makeLibrary({ entries: [
      patternWith('top', [signal('hurts.cost', 3)], { ...light, ...requires('side') }),
      patternWith('side', [signal('hurts.cost', 1)], heavy),
    ] });
    const [first] = advise(hidden, { hurts: 'cost', inPlace: 'side' }).plan.startWith;
    assert.deepEqual(first?.recommendation?.warnings, []);
    const included = advise(hidden, { hurts: 'cost' }).plan.startWith.at(-1)?.recommendation?.warnings.map((warning) => warning.kind === 'prerequisite' && warning.included);
    assert.deepEqual(included, [true]);
  });

  it('ends although patterns require each other', () => {
    const circle = makeLibrary({ entries: [patternWith('a', [signal('hurts.cost', 3)], requires('b')), pattern({ id: 'b', ...requires('a') })] });
    assert.deepEqual(startOf(circle, { hurts: 'cost' }), ['b', 'a']);
    assert.equal(prerequisiteGraph(circle, advise(circle, { hurts: 'cost' }).plan, {}).edges.length, 2);
  });
});

describe('the order of a recommendation', () => {
  it('gives the second place to the second pain', () => {
    const library = makeLibrary({ entries: [
      patternWith('first', [signal('hurts.cost', 3), signal('goal.modernise', 1)]),
      patternWith('same-again', [signal('hurts.cost', 3)]),
      patternWith('other-pain', [signal('hurts.overload', 2)]),
    ] });
    assert.deepEqual(recommend(library, { goal: 'modernise', hurts: ['cost', 'overload'] }).map(({ entry }) => entry.id), ['first', 'other-pain', 'same-again']);
  });

  const alternative = (id: string) => ({ related: { ...empty, alternatives: [{ id, because: 'one job' }] } });

  it('names of two for the same job the better one, and the other beside it', () => {
    const library = makeLibrary({ entries: [
      patternWith('better', [signal('hurts.cost', 3), signal('hurts.overload', 1)]),
      patternWith('worse', [signal('hurts.cost', 2)], alternative('better')),
    ] });
    const [only, ...others] = recommend(library, { hurts: ['cost', 'overload'] });
    assert.deepEqual([only?.entry.id, only?.alternatives.map(({ entry, because }) => [entry.id, because]), others], ['better', [['worse', 'one job']], []]);
  });

  it('keeps an alternative that answers something more, or something better', () => {
    const library = makeLibrary({ entries: [
      patternWith('broad', [signal('hurts.cost', 1), signal('hurts.overload', 3)]),
      patternWith('sharp', [signal('hurts.cost', 3)], alternative('broad')),
    ] });
    assert.deepEqual(recommend(library, { hurts: ['cost', 'overload'] }).map(({ entry }) => entry.id), ['broad', 'sharp']);
  });

  it('names an alternative of what is in place: the pain is there all the same', () => {
    const library = makeLibrary({ entries: [
      patternWith('there', [signal('hurts.cost', 3)]),
      patternWith('new', [signal('hurts.cost', 2)], alternative('there')),
    ] });
    assert.deepEqual(recommend(library, { hurts: 'cost', inPlace: 'there' }).map(({ entry }) => entry.id), ['new']);
  });
});

describe('what the advice does not know', () => {
  const library = makeLibrary({ entries: [
    patternWith('a', [signal('hurts.cost', 3)]),
    patternWith('b', [signal('hurts.cost', 2), signal('team.many-teams', 3)]),
    patternWith('c', [signal('hurts.cost', 2), signal('stage.prototype', -1)]),
    patternWith('d', [signal('hurts.cost', 2), signal('stage.growing', 1), signal('team.one-team', 3)], { tier: 'bronze' }),
  ] });

  it('are the open questions that would change the first three, and what they would bring', () => {
    const open = openQuestions(library, { hurts: ['cost'] });
    assert.deepEqual(open.map(({ question, changing, couldBring }) => [question, changing, couldBring.map(({ id }) => id)]), [
      ['stage', 2, ['d']], ['team', 1, ['d']],
    ]);
  });

  it('is nothing when there is no recommendation to change', () => {
    assert.deepEqual(openQuestions(library, {}), []);
  });
});

describe('what is asked to be in place', () => {
  it('are the recommended patterns and what they require, and what was said before', () => {
    const library = makeLibrary({ entries: [
      patternWith('wanted', [signal('hurts.cost', 3)], requires('needed')), pattern({ id: 'needed' }), pattern({ id: 'unrelated' }), pattern({ id: 'said' }),
    ] });
    assert.deepEqual(patternsToAskAbout(library, { hurts: ['cost'], inPlace: ['said', 'gone'] }).map(({ id }) => id), ['needed', 'said', 'wanted']);
    assert.deepEqual(patternsToAskAbout(library, {}), []);
  });
});

describe('what is in place and speaks against a named pain', () => {
  it('is the first place to look', () => {
    const library = makeLibrary({ entries: [
      patternWith('cache', [signal('hurts.inconsistent-data', -2, 'copies age'), signal('hurts.cost', 2)]), patternWith('fine', [signal('hurts.inconsistent-data', -1)]),
    ] });
    const { suspects } = advise(library, { hurts: ['inconsistent-data'], inPlace: ['cache', 'fine'] });
    assert.deepEqual(suspects.map(({ entry, against }) => [entry.id, against.map(({ because }) => because)]), [['cache', ['copies age']]]);
    assert.deepEqual(advise(library, { hurts: ['cost'], inPlace: ['cache'] }).suspects, []);
  });
});

describe('patterns for machine learning', () => {
  it('are recommended only where its operation hurts', () => {
    const library = makeLibrary({ entries: [patternWith('training', [signal('hurts.slow-delivery', 3), signal('hurts.model-operations', 3)], { category: 'ml-infrastructure' })] });
    assert.deepEqual(recommend(library, { hurts: 'slow-delivery' }), []);
    assert.equal(recommend(library, { hurts: ['slow-delivery', 'model-operations'] }).length, 1);
  });
});

describe('moves', () => {
  it('tell where each pattern was and where it is', () => {
    const library = makeLibrary({ entries: [
      patternWith('a', [signal('hurts.cost', 3)]), patternWith('b', [signal('hurts.cost', 2), signal('hurts.overload', 3)]), patternWith('c', [signal('musts.latency', -3), signal('hurts.cost', 1)]),
    ] });
    const before = recommend(library, { hurts: 'cost' });
    const after = recommend(library, { hurts: ['cost', 'overload'], musts: 'latency' });
    assert.deepEqual(movesBetween(before, after).map(({ entry, from, to }) => [entry.id, from, to]), [['b', 2, 1], ['a', 1, 2], ['c', 3, undefined]]);
    assert.deepEqual(movesBetween([], after).map(({ from }) => from), [undefined, undefined]);
  });
});
