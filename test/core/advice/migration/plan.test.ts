import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FACTORS, MIGRATION_QUESTIONS, planMigration, questionsFor, readGuide, type MigrationAnswers, type MigrationEntry, type MigrationPlan } from '../../../../src/core';
import { migration, migrations } from '../../support/migrationGuides';

const all = migrations();
const maybe = <T>(values: readonly T[]): fc.Arbitrary<T | undefined> => fc.constantFrom(undefined, ...values);
const answersOf = fc.record({
  size: maybe(MIGRATION_QUESTIONS.size), team: maybe(MIGRATION_QUESTIONS.team), downtime: maybe(MIGRATION_QUESTIONS.downtime), data: maybe(MIGRATION_QUESTIONS.data),
  compliance: fc.subarray([...MIGRATION_QUESTIONS.compliance]),
}).map((answers): MigrationAnswers => Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)));
const one = fc.constantFrom(...all);
const plan = (id: string, answers: MigrationAnswers = {}): MigrationPlan => {
  const { entry, guide } = migration(id);
  return planMigration(entry, guide, answers);
};

/** Each pair: the second answer is more demanding than the first. Teams are ordered by number and by freedom, not by both. */
const HARDER: readonly (readonly [MigrationAnswers, MigrationAnswers])[] = [
  [{ size: 'small' }, { size: 'medium' }], [{ size: 'medium' }, { size: 'large' }],
  [{ team: 'one-free' }, { team: 'one-busy' }], [{ team: 'one-free' }, { team: 'few-free' }], [{ team: 'few-free' }, { team: 'few-busy' }],
  [{ team: 'one-busy' }, { team: 'few-busy' }], [{ team: 'few-busy' }, { team: 'many' }],
  [{ downtime: 'hours' }, { downtime: 'minutes' }], [{ downtime: 'minutes' }, { downtime: 'none' }],
  [{ data: 'under-100gb' }, { data: 'to-1tb' }], [{ data: 'to-1tb' }, { data: 'to-10tb' }], [{ data: 'to-10tb' }, { data: 'over-10tb' }],
  ...MIGRATION_QUESTIONS.compliance.map((must): readonly [MigrationAnswers, MigrationAnswers] => [{ compliance: [] }, { compliance: [must] }]),
];

describe('A migration plan', () => {
  it('without answers is the guide’s own, in weeks', () => {
    for (const { entry, guide } of all) {
      const planned = planMigration(entry, guide, {});
      for (const { phase, percent, factors, added, duration, optional } of planned.phases) {
        assert.equal(percent, 100);
        assert.deepEqual([factors, added], [[], []]);
        if (phase.time.unit === 'weeks') assert.deepEqual(duration, { quick: optional ? 0 : phase.time.min, slow: phase.time.max }, phase.title);
      }
      assert.equal(planned.verdict, 'plan');
    }
  });

  it('puts phases one after the other, and beside each other where the guide says so', () => {
    const { phases, total } = plan('monolith-to-microservices');
    assert.deepEqual(phases.map(({ start }) => start.quick), [0, 2, 2, 11, 15, 22]);
    assert.deepEqual(total, { quick: 24, slow: 4 + 18 + 8 + 10 + 3 });
  });

  it('says what each further service adds', () => {
    assert.deepEqual(plan('monolith-to-microservices').further, [{ each: 'service', duration: { quick: 4 + 7 + 2, slow: 8 + 10 + 3 } }]);
  });

  it('multiplies exactly, and rounds up to whole weeks', () => {
    const [, , , , move] = plan('monolith-to-microservices', { size: 'large', downtime: 'none' }).phases;
    assert.equal(move?.percent, 195);
    assert.deepEqual(move.duration, { quick: Math.ceil(7 * 1.95), slow: Math.ceil(10 * 1.95) });
  });

  it('never gets shorter when an answer gets more demanding', () => {
    fc.assert(fc.property(one, answersOf, fc.constantFrom(...HARDER), ({ entry, guide }, answers, [easier, harder]) => {
      const rest = (more: MigrationAnswers): MigrationAnswers => ({ ...answers, ...more, compliance: more.compliance ?? answers.compliance ?? [] });
      const before = planMigration(entry, guide, rest(easier));
      const after = planMigration(entry, guide, rest(harder));
      assert.ok(after.total.quick >= before.total.quick && after.total.slow >= before.total.slow);
      before.phases.forEach(({ duration }, index) => {
        assert.ok((after.phases[index]?.duration.quick ?? 0) >= duration.quick);
        assert.ok((after.phases[index]?.duration.slow ?? 0) >= duration.slow);
      });
    }), { numRuns: 400 });
  });

  it('takes "not sure" as no factor: an answer left out never lengthens', () => {
    fc.assert(fc.property(one, answersOf, fc.constantFrom('size', 'team', 'downtime', 'data', 'compliance'), ({ entry, guide }, answers, left) => {
      const { [left as 'size']: _left, ...rest } = answers;
      const without = planMigration(entry, guide, rest);
      assert.ok(without.phases.every(({ factors }) => factors.every(({ fact }) => !fact.startsWith(`${left}.`))));
    }));
  });

  it('keeps the quick case within the slow case, and every phase within the total', () => {
    fc.assert(fc.property(one, answersOf, ({ entry, guide }, answers) => {
      const { phases, total } = planMigration(entry, guide, answers);
      for (const { start, end, duration } of phases) {
        assert.ok(duration.quick <= duration.slow && start.quick <= start.slow);
        assert.ok(end.quick <= total.quick && end.slow <= total.slow);
        assert.ok(Number.isInteger(duration.quick) && Number.isInteger(duration.slow));
      }
    }));
  });

  it('is the same for the same answers, whatever their order', () => {
    fc.assert(fc.property(one, answersOf, ({ entry, guide }, answers) => {
      const turned: MigrationAnswers = { ...Object.fromEntries(Object.entries(answers).reverse()), compliance: [...(answers.compliance ?? [])].reverse() };
      assert.deepEqual(planMigration(entry, guide, turned).phases, planMigration(entry, guide, answers).phases);
    }));
  });

  it('adds the steps that answers demand, each with its answer', () => {
    const [, , , run, move] = plan('monolith-to-microservices', { downtime: 'none', data: 'over-10tb', compliance: ['audit-trail'] }).phases;
    assert.deepEqual(move?.added.map(({ id, fact }) => `${id} ${fact}`), [
      'shadow-reads downtime.none', 'rehearse-twice downtime.none', 'throttled-copy data.over-10tb', 'measured-rate data.over-10tb', 'evidence compliance.audit-trail',
    ]);
    assert.ok(run?.added.every(({ fact }) => fact !== 'downtime.none'), 'where no write is stopped, nothing is rehearsed for it');
  });

  it('leaves out what the guide does without for one team, and counts what is optional in the slow case only', () => {
    const owners = plan('rest-to-graphql', { team: 'one-free' }).phases[4];
    assert.equal(owners?.leftOutBy, 'team.one-free');
    assert.deepEqual(owners.duration, { quick: 0, slow: 0 });
    assert.equal(plan('rest-to-graphql', { team: 'few-free' }).phases[4]?.leftOutBy, undefined);
    const home = plan('single-region-to-multi-region').phases[5];
    assert.deepEqual([home?.optional, home?.duration.quick], [true, 0]);
    assert.equal(plan('single-region-to-multi-region', { compliance: ['residency'] }).phases[5]?.optional, false);
  });

  it('offers one copy in a window only where both window and volume allow it', () => {
    const copied = (answers: MigrationAnswers): boolean => plan('single-database-to-distributed', answers).phases.some(({ copyAtOnce }) => copyAtOnce);
    assert.ok(copied({ downtime: 'hours', data: 'under-100gb' }));
    assert.ok(!copied({ downtime: 'hours' }));
    assert.ok(!copied({ downtime: 'minutes', data: 'under-100gb' }));
  });

  it('asks only what makes a difference', () => {
    const asked = Object.fromEntries(all.map(({ entry, guide }) => [entry.id, questionsFor(entry.id, guide)]));
    assert.deepEqual(asked['rest-to-graphql'], { downtime: false, data: false });
    assert.deepEqual(asked['batch-to-streaming'], { downtime: false, data: true });
    assert.deepEqual(asked['monolith-to-microservices'], { downtime: true, data: true });
  });

  it('reads the kind of work of an unknown migration from its words', () => {
    const { entry } = migration('monolith-to-microservices');
    const guide = readGuide('## When it pays\n\n## When not to\n\n## Phases\n\n### Phase 1: Copy\n\n**Goal.** Copy.\n\n**Time.** 2–4 weeks, assuming one team.\n\n#### Steps\n\n1. Backfill the rows.\n2. Cut over.\n\n#### Exit criteria\n\n- Done.\n\n#### Way back\n\nUndo.\n\n## Risks\n\n## Measures\n');
    const [only] = planMigration({ ...entry, id: 'our-own' }, guide, { data: 'over-10tb', downtime: 'none' }).phases;
    assert.deepEqual(only?.factors.map(({ fact }) => fact), ['downtime.none', 'data.over-10tb']);
  });

  it('has factors that stretch only, one for each answer at most', () => {
    assert.ok(FACTORS.every(({ percent }) => percent > 100));
    assert.equal(new Set(FACTORS.map(({ fact }) => fact)).size, FACTORS.length);
  });
});

describe('The verdict', () => {
  const whenNot = (id: string): readonly string[] => migration(id).entry.whenNot;
  const verdict = (id: string, answers: MigrationAnswers): string => {
    const { verdict: given, objections } = plan(id, answers);
    return `${given}: ${objections.map((objection) => objection.kind).join(', ')}`;
  };

  it('is "don’t" as soon as one of the entry’s own reasons is true, in its words', () => {
    for (const { entry, guide } of all) {
      for (const text of entry.whenNot) {
        const planned = planMigration(entry, guide, { whenNot: [text] });
        assert.equal(planned.verdict, 'dont');
        assert.deepEqual(planned.objections, [{ kind: 'when-not', severity: 'dont', text }]);
      }
    }
  });

  it('ignores a reason that is not this entry’s', () => {
    assert.equal(verdict('rest-to-graphql', { whenNot: [...whenNot('monolith-to-microservices')] }), 'plan: ');
  });

  for (const [id, answers, expected] of [
    ['monolith-to-microservices', { size: 'small', team: 'one-free' }, 'dont: nothing-to-separate'],
    ['monolith-to-microservices', { size: 'small', team: 'few-free' }, 'plan: '],
    ['monolith-to-microservices', { size: 'medium', team: 'one-free' }, 'plan: '],
    ['polling-to-websocket', { size: 'small', team: 'one-free' }, 'plan: '],
    ['single-database-to-distributed', { size: 'small', data: 'under-100gb' }, 'dont: fits-one-machine'],
    ['single-database-to-distributed', { size: 'large', data: 'under-100gb' }, 'caution: small-data'],
    ['single-database-to-distributed', { data: 'to-1tb' }, 'plan: '],
    ['batch-to-streaming', { team: 'one-busy' }, 'caution: busy-with-much'],
    ['polling-to-websocket', { team: 'one-busy' }, 'plan: '],
    ['polling-to-websocket', { team: 'one-busy', size: 'large' }, 'caution: busy-with-much'],
    ['monolith-to-microservices', { downtime: 'none' }, 'caution: no-return-without-downtime'],
    ['monolith-to-microservices', { downtime: 'none', compliance: ['change-control'] }, 'caution: no-return-without-downtime, late-approval'],
    ['single-region-to-multi-region', { compliance: ['residency'] }, 'caution: data-leave-region'],
    ['rest-to-graphql', { downtime: 'none', compliance: ['change-control'] }, 'plan: '],
  ] as const satisfies readonly (readonly [string, MigrationAnswers, string])[]) {
    it(`of ${id} with ${JSON.stringify(answers)} is "${expected}"`, () => { assert.equal(verdict(id, answers), expected); });
  }

  it('does not change the plan, so that it can be made all the same', () => {
    const entry: MigrationEntry = migration('monolith-to-microservices').entry;
    assert.deepEqual(plan(entry.id, { whenNot: entry.whenNot }).phases, plan(entry.id).phases);
  });
});
