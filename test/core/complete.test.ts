/** What the library must hold, whatever else it holds, and that it does not contradict itself. */
import assert from 'node:assert/strict';
import type { Kind, RelationName } from '../../src/core';
import { contentLibrary } from './support/contentLibrary';

const REQUIRED: Readonly<Partial<Record<Kind, { readonly least: number; readonly ids: string }>>> = {
  law: { least: 7, ids: 'correlated-failure asynchronous-reality emergent-chaos multidimensional-trade-offs distributed-knowledge cognitive-load economic-reality' },
  pillar: { least: 5, ids: 'work-distribution state-distribution truth-distribution control-distribution intelligence-distribution' },
  principle: { least: 6, ids: 'cap-theorem pacelc flp-impossibility consistency-models trade-off-calculus fallacies-of-distributed-computing' },
  pattern: {
    least: 65,
    ids: `backpressure graceful-degradation load-shedding health-check failover idempotency load-balancing auto-scaling geo-distribution queues-streaming
      consistent-hashing service-registry service-mesh event-driven-architecture publish-subscribe event-sourcing change-data-capture outbox
      graphql-federation lambda-architecture kappa-architecture stream-processing serverless-faas leader-election distributed-lock lease consensus
      two-phase-commit quorum strangler-fig anti-corruption-layer database-per-service materialized-view container-orchestration observability
      distributed-tracing finops zero-trust distributed-authentication data-lake data-lakehouse distributed-training model-serving feature-store
      ml-pipeline blue-green-deployment canary-release feature-flags`,
  },
  'case-study': {
    least: 28,
    ids: `ecommerce-platform social-media-feed elasticsearch google-search chat-system notification-system social-graph payment-system digital-wallet
      stock-exchange uber-location uber-maps google-maps proximity-service netflix-streaming google-spanner youtube amazon-dynamo amazon-aurora
      amazon-s3 rate-limiter paypal-payments event-driven-instead-of-polling batch-to-streaming-at-scale amazon-organisation multiplayer-game`,
  },
  company: { least: 4, ids: 'netflix uber google amazon' },
  migration: {
    least: 9,
    ids: `monolith-to-microservices polling-to-event-driven polling-to-websocket batch-to-streaming shared-database-to-database-per-service
      single-database-to-distributed single-region-to-multi-region rest-to-graphql gossip-to-service-mesh`,
  },
  playbook: {
    least: 10,
    ids: `cascading-failures overwhelmed-database rate-limits-breached inconsistent-data failing-service-discovery latency-spike queue-backlog
      hot-partition bad-deployment region-loss`,
  },
  guide: {
    least: 18,
    ids: `quick-start data-consistency system-design operational-excellence best-practices security-considerations sre-practices incident-response
      chaos-engineering team-topologies conways-law littles-law queueing-theory capacity-planning distributed-debugging performance-diagnosis
      pattern-selection`,
  },
  'anti-pattern': { least: 12, ids: '' },
};

describe('The library', () => {
  const library = contentLibrary();

  for (const [kind, { least, ids }] of Object.entries(REQUIRED) as [Kind, { least: number; ids: string }][]) {
    it(`holds every ${kind} that it must`, () => {
      const present = new Set(library.all(kind).map(({ id }) => id));
      assert.deepEqual(ids.split(/\s+/).filter((id) => id !== '' && !present.has(id)), []);
      assert.ok(present.size >= least, `${present.size} of at least ${least}`);
    });
  }

  it('defines at least 150 terms', () => {
    assert.ok(library.glossary.length >= 150, `${library.glossary.length}`);
  });

  it('numbers laws, pillars, principles and guides without a gap', () => {
    for (const kind of ['law', 'pillar', 'principle', 'guide', 'reference'] as const) {
      assert.deepEqual(library.all(kind).map(({ order }) => order), library.all(kind).map((_, index) => index + 1), kind);
    }
  });

  it('has patterns in every category and a tier of scale with a case study each', () => {
    assert.deepEqual(library.scale.filter(({ caseStudy }) => caseStudy === undefined).map(({ tier }) => tier), []);
    assert.equal(new Set(library.all('pattern').map(({ category }) => category)).size, 11);
  });

  it('shows every company of a case study that has a page, and no page without a case study', () => {
    for (const company of library.all('company')) assert.ok(library.related(company.id).some(({ relation }) => relation === 'studied-in'), company.id);
  });

  it('relates entries from both sides', () => {
    const back: Readonly<Partial<Record<RelationName, RelationName>>> = {
      requires: 'required-by', complements: 'complements', alternatives: 'alternatives', conflicts: 'conflicts', answers: 'answered-by', serves: 'served-by',
      'bears-on': 'bears-on', 'cured-by': 'cures', violates: 'violated-by', 'relies-on': 'relied-on-by', uses: 'used-by', illustrates: 'illustrated-by',
      explains: 'explained-by', 'studied-in': 'studies',
    };
    let counted = 0;
    for (const entry of library.all()) {
      for (const { entry: other, relation } of library.related(entry.id)) {
        const inverse = back[relation] ?? (Object.entries(back).find(([, to]) => to === relation)?.[0] as RelationName);
        assert.ok(library.related(other.id).some((found) => found.entry === entry && found.relation === inverse), `${entry.id} ${relation} ${other.id}`);
        counted += 1;
      }
    }
    assert.ok(counted > 500, `${counted}`);
  });

  it('leaves no entry alone: each but the overviews is related to another', () => {
    assert.deepEqual(library.all().filter(({ id, kind }) => kind !== 'reference' && library.related(id).length === 0).map(({ id }) => id), []);
  });

  it('never relates two patterns as complements and as conflicts, or as alternatives and as required', () => {
    for (const pattern of library.all('pattern')) {
      const by = (...names: RelationName[]): Set<string> => new Set(library.related(pattern.id).flatMap(({ relation, entry }) => (names.includes(relation) ? [entry.id] : [])));
      for (const [one, other] of [[by('complements', 'requires'), by('conflicts')], [by('alternatives'), by('requires', 'required-by', 'conflicts')]] as const) {
        assert.deepEqual([...one].filter((id) => other.has(id)), [], pattern.id);
      }
    }
  });
});
