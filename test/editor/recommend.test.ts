import { advise, DecisionDraftSchema, QUESTION_IDS, QUESTIONS, type AnswersInput } from '../../src/core';
import { adviceMarkdown } from '../../src/features/recommend/document';
import { decisionDraft } from '../../src/features/recommend/decision';
import { answerLabel, factOf, questionTitle } from '../../src/features/recommend/questions';
import * as v from 'valibot';
import { assert } from './support/assert';
import { api } from './support/studio';

async function documentFor(answers: AnswersInput): Promise<string> {
  const library = await (await api()).library();
  return adviceMarkdown(library, advise(library, answers), (id) => `link:${id}`);
}

/** The seeds' table of scale, as the product must answer it. */
const SCALE = [
  [{ users: 'under-10k', data: 'under-1gb' }, ['Modular Monolith', 'Content Delivery Network', 'Caching Strategies']],
  [{ users: '10k-to-1m', data: 'under-100gb' }, ['API Gateway', 'Service Discovery', 'Read Replicas']],
  [{ users: '1m-to-10m', data: 'under-10tb' }, ['Sharding', 'Event Streaming', 'CQRS']],
  [{ users: 'over-10m', data: 'over-10tb' }, ['Cell-Based Architecture', 'Multi-Region', 'Edge Computing']],
] as const;

describe('The recommendation', () => {
  for (const [answers, titles] of SCALE) {
    it(`starts with ${titles.join(', ')} for ${answers.users} and ${answers.data}`, async () => {
      const studio = await api();
      const recommended = await studio.recommend(answers);
      assert.deepEqual(recommended.slice(0, 3).map(({ entry }) => entry.title), titles);
    });
  }

  it('has words for every question and every answer', () => {
    for (const question of QUESTION_IDS) {
      assert.ok(questionTitle(question).length > 0);
      for (const answer of QUESTIONS[question]) {
        const fact = factOf(question, answer);
        assert.notEqual(answerLabel(fact).label, fact, `a label for ${fact}`);
      }
    }
  });

  it('as a document names answers, reasons, warnings and what to leave out', async () => {
    const text = await documentFor({ hurts: ['cascading-failures', 'slow-dependencies'], users: 'under-10k' });
    assert.match(text, /^# Recommended patterns\n/);
    assert.match(text, /- What hurts\? One failing service drags others down/);
    assert.match(text, /- Who builds and runs it\? Not sure/);
    assert.match(text, /## Start with\n/);
    assert.match(text, /## Next, when …\n/);
    assert.match(text, /\*\*Next, .*when .*\.\*\*/);
    assert.match(text, /Yours is a small system \(users: under 10,000/);
    assert.match(text, /Because you said “One failing service drags others down”: /);
    assert.match(text, /\*\*Mind:\*\* /);
    assert.match(text, /## Not now, because …/);
    assert.match(text, /## What this advice does not know/);
    assert.match(text, /\[Circuit Breaker\]\(link:circuit-breaker\)/);
  });

  it('names users or data, whichever decided about the scale', async () => {
    assert.match(await documentFor({ users: 'under-10k', data: 'under-10tb' }), /Because with 100 GB to 10 TB of data yours is a large system: /);
    assert.match(await documentFor({ users: 'over-10m', data: 'over-10tb' }), /Because with over 10 million users and over 10 TB of data yours is a global system: /);
  });

  it('as a document is the same each time', async () => {
    const answers: AnswersInput = { hurts: ['overload', 'cost'], users: '1m-to-10m', musts: ['latency'] };
    assert.equal(await documentFor(answers), await documentFor(answers));
  });

  it('as a decision has the start as its choice, what was weighed against it, and when to look again', async () => {
    const library = await (await api()).library();
    const draft = decisionDraft(advise(library, { hurts: ['cascading-failures', 'slow-dependencies'], users: 'under-10k', inPlace: 'bulkhead' }));
    assert.ok(v.is(DecisionDraftSchema, JSON.parse(JSON.stringify(draft))));
    assert.equal(draft.title, 'Use Timeout and Circuit Breaker');
    assert.match(draft.context.join(), /What hurts\? One failing service drags others down; .*In place: Bulkhead/s);
    assert.equal(draft.options[0]?.title, 'Timeout and Circuit Breaker');
    assert.ok(draft.options.length > 2, 'what was weighed against it');
    assert.match(draft.confirmation ?? '', /^Reconsider .* when /);
    assert.ok(draft.options.every(({ gains, costs }) => [...gains, ...costs].every((line) => !line.endsWith('.'))), 'clauses');
  });

  it('as a decision leaves all open when the answers single out nothing', async () => {
    const draft = decisionDraft(advise(await (await api()).library(), {}));
    assert.deepEqual([draft.title, draft.options.length, draft.chosen], ['', 0, undefined]);
  });
});
