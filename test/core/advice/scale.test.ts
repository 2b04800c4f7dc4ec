/** The seeds' table of scale must come out of the content's weights exactly: nothing in the code knows it. */
import assert from 'node:assert/strict';
import { advise, QUESTIONS, recommend, SCALE_TIERS, type AnswersInput, type ScaleTier } from '../../../src/core';
import { contentLibrary } from '../support/contentLibrary';

/** "Pattern selection by scale" of the seeds, in the ids of the library. */
const SEEDS: Readonly<Record<ScaleTier, readonly string[]>> = {
  small: ['modular-monolith', 'content-delivery-network', 'caching-strategies'],
  growing: ['api-gateway', 'service-discovery', 'read-replicas'],
  large: ['sharding', 'event-streaming', 'cqrs'],
  global: ['cell-based-architecture', 'multi-region', 'edge-computing'],
};

const scales = [undefined, ...QUESTIONS.users].flatMap((users, fewer) =>
  [undefined, ...QUESTIONS.data].flatMap((data, less) => {
    // Much data alone does not make a system global whose users are known to be fewer.
    const tier = SCALE_TIERS[Math.max(fewer, fewer === 0 ? less : Math.min(less, SCALE_TIERS.length - 1)) - 1];
    const answers: AnswersInput = { ...(users && { users }), ...(data && { data }) };
    return tier === undefined ? [] : [{ answers, tier }];
  }),
);

describe('the scale of a system', () => {
  for (const { answers, tier } of scales) {
    it(`is ${tier} for ${JSON.stringify(answers)}, and starts with the patterns of the seeds' row`, () => {
      const advice = advise(contentLibrary(), answers);
      assert.equal(advice.scale?.tier, tier);
      assert.deepEqual(advice.scale.row?.patterns, SEEDS[tier]);
      assert.deepEqual(advice.recommended.slice(0, 3).map(({ entry }) => entry.id), SEEDS[tier]);
    });
  }

  it('has four tiers in the table, smallest first', () => {
    assert.deepEqual(contentLibrary().scale.map((row) => row.tier), SCALE_TIERS);
  });

  it('never has a pattern of a row left out at that row', () => {
    for (const { answers, tier } of scales) {
      const left = advise(contentLibrary(), answers).notNow.map(({ entry }) => entry.id);
      assert.deepEqual(left.filter((id) => SEEDS[tier].includes(id)), []);
    }
  });
});

describe('the signals of the content', () => {
  it('hold at most one for each fact in a pattern', () => {
    for (const entry of contentLibrary().all('pattern')) {
      const facts = entry.signals.map(({ when }) => when);
      assert.equal(new Set(facts).size, facts.length, entry.id);
    }
  });

  it('speak for some pattern whatever hurts', () => {
    const silent = QUESTIONS.hurts.filter((hurts) => recommend(contentLibrary(), { hurts: [hurts] }).length === 0);
    assert.deepEqual(silent, []);
  });
});
