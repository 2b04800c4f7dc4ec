import { advise, DecisionDraftSchema, QUESTION_IDS, QUESTIONS, type AnswersInput, type EntryBody } from '../../src/core';
import { adviceMarkdown } from '../../src/features/recommend/document';
import { adviceContent } from '../../src/features/recommend/content';
import { changeAnswer } from '../../src/features/recommend/change';
import { decisionDraft, entriesToRecord } from '../../src/features/recommend/decision';
import { answerLabel, factOf, questionTitle } from '../../src/features/recommend/questions';
import { leftOutText, verdictText } from '../../src/features/recommend/words';
import { sourcedLinks } from '../../src/studio/decisionLinks';
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
    assert.match(await documentFor({ users: 'over-10m', data: 'over-10tb' }), /Because with over 10 million users yours is a global system: /);
  });

  it('names first what is in place and may be the cause', async () => {
    const text = await documentFor({ hurts: ['inconsistent-data'], inPlace: ['caching-strategies'] });
    assert.match(text, /## Look here first.*\n\n- \[Caching Strategies\]\(link:caching-strategies\)\. Because you said “.*”: /);
  });

  it('as a document is the same each time', async () => {
    const answers: AnswersInput = { hurts: ['overload', 'cost'], users: '1m-to-10m', musts: ['latency'] };
    assert.equal(await documentFor(answers), await documentFor(answers));
  });

  it('as a decision has the start as its choice, what was weighed against it, and when to look again', async () => {
    const library = await (await api()).library();
    const advice = advise(library, { hurts: ['cascading-failures', 'slow-dependencies'], users: 'under-10k', inPlace: 'bulkhead' });
    const warned: string[] = [];
    const links = await sourcedLinks({
      body: (id) => (id === 'timeout' ? Promise.reject(new Error('unread')) : Promise.resolve({ references: [{ id: 'a', author: 'A', title: 'T', year: 2020, url: 'https://example.com/', kind: 'post' }] } as unknown as EntryBody)),
      log: { info: () => undefined, warn: (text) => { warned.push(text); }, error: () => undefined, show: () => undefined, dispose: () => undefined },
    }, entriesToRecord(advice));
    const draft = decisionDraft(advice, links);
    assert.ok(v.is(DecisionDraftSchema, JSON.parse(JSON.stringify(draft))));
    assert.equal(draft.title, 'Use Timeout and Circuit Breaker');
    assert.match(draft.context.join(), /What hurts\? One failing service drags others down; .*In place: Bulkhead/s);
    assert.equal(draft.options[0]?.title, 'Timeout and Circuit Breaker');
    const next = advice.plan.next.map(({ recommendation }) => recommendation.entry.title);
    assert.ok(next.length > 0 && draft.options.every(({ title }) => !next.includes(title)), 'what comes next is no rival');
    assert.ok(next.every((title) => draft.context.at(-1)?.includes(`- ${title}, when `)), draft.context.at(-1));
    assert.equal(draft.options.at(-1)?.title, 'Leave it as it is');
    assert.match(draft.confirmation ?? '', /^The measure that led here improves; this no longer holds: client settings or traces /);
    assert.deepEqual(draft.links.map(({ title }) => title), ['Timeout', 'Circuit Breaker', 'A: T (2020)']);
    assert.equal(warned.length, 1, 'a missing source costs a line of the log and nothing else');
    assert.doesNotMatch(JSON.stringify([draft.context, draft.options]), /:\/\//, 'addresses stand among the links only');
    assert.ok(draft.options.every(({ gains, costs }) => [...gains, ...costs].every((line) => !line.endsWith('.'))), 'clauses');
  });

  it('as a decision leaves all open when the answers single out nothing', async () => {
    const draft = decisionDraft(advise(await (await api()).library(), {}), []);
    assert.deepEqual([draft.title, draft.options.length, draft.chosen], ['', 0, undefined]);
  });

  it('as a decision has what is wanted and held back among its options, each pattern once', async () => {
    const library = await (await api()).library();
    for (const hurts of QUESTIONS.hurts) {
      const advice = advise(library, { hurts, users: 'under-10k', team: 'one-team', stage: 'prototype' });
      const { options } = decisionDraft(advice, []);
      const titles = options.map(({ title }) => title);
      assert.equal(new Set(titles).size, titles.length, titles.join());
      const wanted = advice.notNow.filter(({ reasons }) => reasons.some(({ fact }) => fact === `hurts.${hurts}`));
      if (titles.length > 0) assert.ok(wanted.every(({ entry }) => titles.includes(entry.title)), titles.join());
      assert.ok(options.every(({ notes = [] }) => notes.every((note) => note.length > 1)), 'no empty note');
    }
  });

  it('names only a pain or a must as what a pattern would answer', async () => {
    const library = await (await api()).library();
    for (const hurts of QUESTIONS.hurts) {
      const { notNow, answers } = advise(library, { hurts, users: 'under-10k', team: 'one-team', stage: 'prototype', goal: 'new-system' });
      const named = notNow.flatMap((left) => /It would answer “(.*)”\./.exec(leftOutText(left, answers))?.[1] ?? []);
      assert.ok(named.every((label) => label === answerLabel(`hurts.${hurts}`).label), named.join());
    }
  });

  it('says of a tie only how many fit', async () => {
    const library = await (await api()).library();
    const advice = advise(library, { users: 'under-10k' });
    const [first] = advice.recommended;
    if (!first) throw new Error('nothing is recommended');
    const tied = { ...advice, recommended: advice.recommended.map((one, index) => ({ ...one, score: index < 3 ? first.score : 0 })) };
    assert.match(verdictText(tied), /\. 3 patterns fit equally well so far; more answers would tell them apart\.$/);
    const all = { ...advice, plan: { ...advice.plan, more: 9 }, recommended: advice.recommended.map((one) => ({ ...one, score: first.score })) };
    assert.match(verdictText(all), /Many patterns fit equally well/);
  });

  it('moves what has a card, by the numbers of the cards', async () => {
    const library = await (await api()).library();
    const answers: AnswersInput[] = [{}, ...QUESTIONS.hurts.map((hurts): AnswersInput => ({ hurts, users: 'under-10k' })), { hurts: [...QUESTIONS.hurts] }, { hurts: [...QUESTIONS.hurts], users: 'over-10m' }];
    let gone = 0;
    for (const [index, one] of answers.entries()) for (const [from, to] of [[answers.at(index - 1) ?? {}, one], [one, answers.at(index - 1) ?? {}]] as const) {
      const [before, after] = [adviceContent(library, advise(library, from), undefined), adviceContent(library, advise(library, to), advise(library, from))];
      const [old, now] = [before, after].map(({ start, next }) => [...start, ...next]);
      for (const [position, { link, move }] of (now ?? []).entries()) {
        const place = (old ?? []).findIndex((card) => card.link.id === link.id) + 1;
        const text = place === 0 ? `new, at place ${position + 1}` : `${place > position + 1 ? 'up' : 'down'} from place ${place} to ${position + 1}`;
        assert.equal(move?.text, place === position + 1 ? undefined : text);
      }
      // With a card, if only as what another one needs; further down; or beside another one.
      const listed = (await (await api()).recommend(to)).flatMap(({ entry, alternatives }) => [entry, ...alternatives.map((other) => other.entry)]);
      const still = new Set([...listed, ...(now ?? []).map(({ link }) => link)].map(({ title }) => title));
      assert.deepEqual(after.gone, (old ?? []).map(({ link }) => link.title).filter((title) => !still.has(title)));
      gone += after.gone.length;
    }
    assert.ok(gone > 0);
  });

  it('changes one answer and leaves the others, in whatever order the changes come', () => {
    const start = changeAnswer({ hurts: ['cost'], team: ['one-team'] }, { question: 'hurts', answer: 'overload', on: true });
    assert.deepEqual(start, { hurts: ['overload', 'cost'], team: ['one-team'] });
    assert.deepEqual(changeAnswer(start, { question: 'hurts', answer: 'cost', on: false }), { hurts: ['overload'], team: ['one-team'] });
    assert.deepEqual(changeAnswer(start, { question: 'team', answer: 'few-teams', on: true }).team, ['few-teams']);
    // The page may not have seen yet which answer it takes back.
    assert.equal(changeAnswer(start, { question: 'team', answer: 'few-teams', on: false }).team, undefined);
    assert.deepEqual(changeAnswer(start, { question: 'inPlace', answer: 'saga', on: true }).inPlace, ['saga']);
    assert.deepEqual(changeAnswer(start, { question: 'colour', answer: 'red', on: true }), start);
  });
});
