import assert from 'node:assert/strict';
import { advise, leaveOut, problemsOf, recommend } from '../../../src/core';
import { contentLibrary } from '../support/contentLibrary';
import { makeLibrary, pattern, patternWith, signal } from '../support/makeLibrary';

const empty = { requires: [], complements: [], alternatives: [], conflicts: [] };
const library = makeLibrary({
  entries: [
    patternWith('breaker', [signal('hurts.cascading-failures', 3, 'it fails fast'), signal('goal.production-problem', 1), signal('musts.availability', 1), signal('stage.prototype', -2, 'there is little to trip')], {
      related: { ...empty, requires: [{ id: 'timeout', because: 'a call must end' }], conflicts: [{ id: 'hedging', because: 'both act on slow calls' }] },
    }),
    patternWith('timeout', [signal('hurts.slow-dependencies', 3), signal('hurts.cascading-failures', 2)]),
    patternWith('hedging', [signal('hurts.slow-dependencies', 2), signal('hurts.overload', -3, 'it adds load')], { tier: 'bronze' }),
    patternWith('sharding', [signal('hurts.database-writes', 3), signal('scale.small', -3, 'one machine does'), signal('scale.growing', -1), signal('scale.large', 3)], { difficulty: 'advanced', effort: '2–4 months' }),
    patternWith('monolith', [signal('scale.small', 3), signal('scale.global', -2, 'one deployment stops everybody'), signal('team.many-teams', -2)]),
    patternWith('weighed', [signal('hurts.cost', 2), signal('musts.latency', -2), signal('musts.low-cost', -1)]),
    pattern({ id: 'never-asked-for' }),
  ],
  scale: [{ tier: 'small', users: 'few', data: 'little', patterns: ['monolith'], nextStep: 'Grow.' }],
});
const idsOf = (list: readonly { readonly entry: { readonly id: string } }[]) => list.map(({ entry }) => entry.id);
const only = (answers: Parameters<typeof recommend>[1], id: string) => recommend(library, answers).find(({ entry }) => entry.id === id);

describe('a recommendation', () => {
  it('is empty when nothing is answered', () => {
    assert.deepEqual(recommend(library, {}), []);
    assert.deepEqual(recommend(library, { hurts: [], users: [] }), []);
  });

  it('sums the weights of the answers that apply, three times what hurts and twice what must hold', () => {
    const list = recommend(library, { hurts: ['cascading-failures', 'slow-dependencies'], musts: ['availability'] });
    assert.deepEqual(list.map(({ entry, score }) => [entry.id, score]), [['timeout', 15], ['breaker', 11]]);
    assert.deepEqual(recommend(library, { users: 'under-10k' }).map(({ entry, score }) => [entry.id, score]), [['monolith', 3]]);
  });

  it('nominates by what hurts, else by what must hold, else by the situation', () => {
    const two = makeLibrary({ entries: [
      patternWith('for-the-pain', [signal('hurts.cost', 1)]),
      patternWith('for-the-must', [signal('musts.latency', 3)]),
      patternWith('for-the-situation', [signal('stage.growing', 3)]),
    ] });
    assert.deepEqual(idsOf(recommend(two, { hurts: 'cost', musts: 'latency', stage: 'growing' })), ['for-the-pain']);
    assert.deepEqual(idsOf(recommend(two, { musts: 'latency', stage: 'growing' })), ['for-the-must']);
    assert.deepEqual(idsOf(recommend(two, { stage: 'growing' })), ['for-the-situation']);
  });

  it('lists nothing that is a distant echo beside the best', () => {
    const echoes = makeLibrary({ entries: [
      patternWith('best', [signal('hurts.cost', 3), signal('musts.latency', 3)]),
      patternWith('echo', [signal('hurts.cost', 1)]),
      patternWith('quarter', [signal('hurts.cost', 1), signal('stage.growing', 1)]),
    ] });
    assert.deepEqual(idsOf(recommend(echoes, { hurts: 'cost', musts: 'latency', stage: 'growing' })), ['best', 'quarter']);
  });

  it('gives the reasons in the words of the entry, strongest first', () => {
    assert.deepEqual(only({ musts: 'availability', hurts: 'cascading-failures', goal: 'production-problem' }, 'breaker')?.reasons, [
      { fact: 'hurts.cascading-failures', weight: 3, because: 'it fails fast' },
      { fact: 'musts.availability', weight: 1, because: 'of musts.availability' },
      { fact: 'goal.production-problem', weight: 1, because: 'of goal.production-problem' },
    ]);
  });

  it('breaks ties by burden, then tier, then title', () => {
    const tied = makeLibrary({
      entries: [
        patternWith('alpha-bronze', [signal('hurts.cost', 2)], { tier: 'bronze' }),
        patternWith('zeta-gold', [signal('hurts.cost', 2)]),
        patternWith('beta-gold', [signal('hurts.cost', 2)]),
        patternWith('gamma-silver', [signal('hurts.cost', 2)], { tier: 'silver' }),
        patternWith('omega-light', [signal('hurts.cost', 2)], { tier: 'bronze', difficulty: 'beginner' }),
        patternWith('a-heavy', [signal('hurts.cost', 2)], { effort: '2–4 months' }),
      ],
    });
    assert.deepEqual(idsOf(recommend(tied, { hurts: 'cost' })), ['omega-light', 'beta-gold', 'zeta-gold', 'gamma-silver', 'alpha-bronze', 'a-heavy']);
  });

  it('leaves out what one answer rules out, whatever speaks for it', () => {
    const answers = { hurts: ['slow-dependencies', 'overload', 'database-writes'], users: 'under-10k' } as const;
    assert.deepEqual(idsOf(recommend(library, answers)), ['timeout']);
    assert.deepEqual(leaveOut(library, answers).map(({ entry, cause, against }) => [entry.id, cause, against[0]?.because]), [
      ['sharding', 'ruled-out', 'one machine does'],
      ['hedging', 'ruled-out', 'it adds load'],
    ]);
  });

  it('leaves out the most wanted first', () => {
    const wanted = makeLibrary({
      entries: [
        patternWith('a-little', [signal('hurts.cost', 1), signal('hurts.overload', -3)]),
        patternWith('much', [signal('hurts.cost', 3), signal('hurts.overload', -3), signal('musts.latency', -3)]),
      ],
    });
    assert.deepEqual(idsOf(leaveOut(wanted, { hurts: ['cost', 'overload'], musts: 'latency' })), ['much', 'a-little']);
  });

  it('leaves out what is outweighed', () => {
    assert.deepEqual(idsOf(recommend(library, { hurts: 'cost', musts: 'latency' })), ['weighed'], 'a pain counts more than a must of the same weight');
    const answers = { hurts: 'cost', musts: ['latency', 'low-cost'] } as const;
    assert.deepEqual(idsOf(recommend(library, answers)), []);
    assert.deepEqual(leaveOut(library, answers).map(({ entry, cause }) => [entry.id, cause]), [['weighed', 'outweighed']]);
  });

  it('names what is adopted too early, and what is outgrown, at the scale', () => {
    const wrong = (answers: Parameters<typeof recommend>[1]) => leaveOut(library, answers).map(({ entry, cause }) => [entry.id, cause]);
    assert.deepEqual(wrong({ users: 'under-10k' }), [['sharding', 'too-early']]);
    assert.deepEqual(wrong({ users: 'over-10m' }), [['monolith', 'outgrown']]);
    assert.deepEqual(wrong({ users: '10k-to-1m' }), [], 'a weight of -1 is a doubt, not a verdict');
  });
});

describe('patterns that stand in each other\'s way', () => {
  const cause = (answers: Parameters<typeof recommend>[1], id: string) =>
    leaveOut(library, answers).flatMap(({ entry, cause: why, other }) => (entry.id === id ? [[why, other?.entry.id, other?.because]] : []));

  it('are not recommended together: the better one stays, and the other says why not', () => {
    const answers = { hurts: ['cascading-failures', 'slow-dependencies'], goal: 'production-problem' } as const;
    assert.deepEqual(idsOf(recommend(library, answers)), ['timeout', 'breaker']);
    assert.deepEqual(cause(answers, 'hedging'), [['in-conflict', 'breaker', 'both act on slow calls']]);
    assert.deepEqual(idsOf(recommend(library, { hurts: 'slow-dependencies' })), ['timeout', 'hedging'], 'alone it may be recommended');
  });

  it('are not recommended beside what is in place', () => {
    assert.deepEqual(cause({ hurts: 'slow-dependencies', inPlace: 'breaker' }, 'hedging'), [['in-conflict', 'breaker', 'both act on slow calls']]);
  });

  it('are not recommended when they need what the answers rule out', () => {
    const needy = makeLibrary({ entries: [
      patternWith('needy', [signal('hurts.cost', 3)], { related: { ...empty, requires: [{ id: 'forbidden', because: 'it builds on it' }] } }),
      patternWith('forbidden', [signal('musts.latency', -3)]),
    ] });
    assert.deepEqual(idsOf(recommend(needy, { hurts: 'cost' })), ['needy']);
    assert.deepEqual(idsOf(recommend(needy, { hurts: 'cost', musts: 'latency' })), []);
    assert.deepEqual(leaveOut(needy, { hurts: 'cost', musts: 'latency' }).map(({ entry, cause: why, other }) => [entry.id, why, other?.entry.id]), [['needy', 'needs-ruled-out', 'forbidden']]);
  });
});

describe('warnings', () => {
  it('name a prerequisite and whether it is recommended as well', () => {
    const prerequisite = (answers: Parameters<typeof recommend>[1]) =>
      only(answers, 'breaker')?.warnings.flatMap((warning) => (warning.kind === 'prerequisite' ? [[warning.requires.id, warning.because, warning.included]] : []));
    assert.deepEqual(prerequisite({ hurts: 'cascading-failures' }), [['timeout', 'a call must end', true]]);
    assert.deepEqual(prerequisite({ musts: 'availability' }), [['timeout', 'a call must end', false]]);
    assert.deepEqual(prerequisite({ musts: 'availability', inPlace: 'timeout' }), [], 'what is in place is no warning');
  });

  it('say "not yet" and "no longer" at a scale', () => {
    const kinds = (answers: Parameters<typeof recommend>[1], id: string) =>
      [...recommend(library, answers).flatMap(({ entry, warnings }) => (entry.id === id ? warnings : []))].map((warning) => [warning.kind, 'tier' in warning && warning.tier]);
    assert.deepEqual(kinds({ hurts: 'database-writes', users: '10k-to-1m' }, 'sharding'), [['not-yet-at-scale', 'growing']]);
    const outgrowing = makeLibrary({
      entries: [patternWith('monolith', [signal('scale.small', 3), signal('scale.large', -1), signal('goal.new-system', 3)])],
    });
    assert.deepEqual(recommend(outgrowing, { goal: 'new-system', users: '1m-to-10m' })[0]?.warnings.map(({ kind }) => kind), ['outgrown-at-scale']);
  });

  it('name any other answer that speaks against a pattern', () => {
    const warnings = only({ hurts: 'cascading-failures', stage: 'prototype' }, 'breaker')?.warnings;
    assert.deepEqual(warnings?.filter(({ kind }) => kind === 'against'), [
      { kind: 'against', fact: 'stage.prototype', weight: -2, because: 'there is little to trip' },
    ]);
  });

  it('name the effort of an advanced pattern for one team or a prototype', () => {
    const effort = only({ hurts: 'database-writes', team: 'one-team', stage: 'prototype' }, 'sharding')?.warnings;
    assert.deepEqual(effort, (['team.one-team', 'stage.prototype'] as const).map((fact) => ({ kind: 'effort', fact, difficulty: 'advanced', effort: '2–4 months' })));
    assert.deepEqual(only({ hurts: 'database-writes', team: 'many-teams' }, 'sharding')?.warnings, []);
    assert.deepEqual(only({ users: 'under-10k', team: 'one-team' }, 'monolith')?.warnings, [], 'not advanced');
  });
});

describe('the whole advice', () => {
  it('holds scale, recommendation, plan, what not now, and open questions', () => {
    const advice = advise(library, { users: 'under-10k', hurts: ['cascading-failures', 'database-writes'] });
    assert.deepEqual([advice.scale?.tier, advice.scale?.row?.patterns], ['small', ['monolith']]);
    assert.deepEqual(idsOf(advice.recommended), ['breaker', 'timeout']);
    assert.deepEqual(idsOf(advice.plan.startWith), ['timeout', 'breaker']);
    assert.deepEqual(advice.notNow.map(({ entry, cause }) => [entry.id, cause]), [['sharding', 'ruled-out']]);
  });

  it('leaves out at most what it is asked for, what other sizes start with first', () => {
    const many = makeLibrary({
      entries: [
        ...['one', 'two', 'three'].map((id) => patternWith(id, [signal('scale.small', -3)])),
        patternWith('starts-large', [signal('scale.small', -2), signal('scale.large', 3)]),
      ],
      scale: [{ tier: 'large', users: 'many', data: 'much', patterns: ['starts-large'], nextStep: 'Grow.' }],
    });
    const advice = advise(many, { users: 'under-10k' }, { limit: 2 });
    assert.deepEqual([idsOf(advice.notNow), advice.moreNotNow], [['starts-large', 'one'], 2]);
    assert.equal(advise(many, { users: 'under-10k' }).moreNotNow, 0);
  });

  it('ranks at most what it is asked for', () => {
    const advice = advise(library, { hurts: ['cascading-failures'] }, { limit: 1 });
    assert.deepEqual(idsOf(advice.recommended), ['breaker']);
  });

  it('names case studies that use the plan, those that use most first', () => {
    const { caseStudies, plan } = advise(contentLibrary(), { hurts: ['cascading-failures'] });
    assert.ok(caseStudies.length > 0 && caseStudies.length <= 3);
    const planned = [...plan.startWith.map(({ entry }) => entry.id), ...plan.next.map(({ recommendation }) => recommendation.entry.id)];
    for (const { entry, uses } of caseStudies) assert.ok(uses.length > 0 && uses.every(({ id }) => entry.patterns.includes(id) && planned.includes(id)));
  });

  it('has no scale when neither users nor data are known, and no row when the library has none', () => {
    assert.equal(advise(library, {}).scale, undefined);
    assert.deepEqual(advise(library, { data: 'over-10tb' }).scale, { tier: 'global' });
  });
});

describe('the problems of a pattern', () => {
  it('are the answers to "what hurts" that speak clearly for it', () => {
    const entry = patternWith('x', [signal('hurts.cost', 2), signal('hurts.overload', 3), signal('hurts.distant-users', 1), signal('musts.latency', 3), signal('hurts.slow-delivery', -2)]);
    assert.deepEqual(problemsOf(entry), ['cost', 'overload']);
  });
});
