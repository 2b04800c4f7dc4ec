import assert from 'node:assert/strict';
import { calculatorsFor, createSearch } from '../../../src/core';
import { LONGEST_QUERY } from '../../../src/core/calculators/link';
import { LONGEST_LINK } from '../../../src/features/calculators/longestLink';
import { law, makeLibrary } from '../support/makeLibrary';

const overview = (id: string, entries: readonly string[], words: { readonly title?: string; readonly keywords?: readonly string[]; readonly summary?: string } = {}) => ({
  id, title: id, summary: '', keywords: [], ...words,
  entries: entries.map((entry) => ({ id: entry, link: `from=${entry}`, because: `${id} for ${entry}` })),
});
const library = makeLibrary({
  entries: [law({ id: 'first-law', order: 1 })],
  calculators: [
    overview('quorum', ['replication', 'consensus'], { title: 'Quorums', keywords: ['R + W > N', 'stale reads'], summary: 'What a quorum guarantees.' }),
    overview('availability', ['failover', 'replication'], { title: 'Availability', keywords: ['nines', 'SLA'], summary: 'Downtime behind the nines.' }),
    overview('capacity', ['autoscaling'], { title: 'Capacity', keywords: ['Erlang C', 'queue'], summary: 'How many servers hold a load.' }),
  ] as never,
});

describe('Calculators for entries', () => {
  it('come in the order of the entries, then in their own, each once with the link for the first entry', () => {
    const offers = calculatorsFor(library, ['replication', 'failover', 'autoscaling']);
    assert.deepEqual(offers.map(({ calculator, entry, link, because }) => [calculator.id, entry, link, because]), [
      ['availability', 'replication', 'from=replication', 'availability for replication'],
      ['quorum', 'replication', 'from=replication', 'quorum for replication'],
      ['capacity', 'autoscaling', 'from=autoscaling', 'capacity for autoscaling'],
    ]);
  });

  it('are none where no calculator names an entry', () => {
    assert.deepEqual(calculatorsFor(library, ['first-law']), []);
    assert.deepEqual(calculatorsFor(library, []), []);
  });
});

describe('The search for calculators', () => {
  const search = createSearch(library);
  const ids = (text: string) => search.queryCalculators(text).map(({ calculator }) => calculator.id);

  for (const [query, id] of [['availability', 'availability'], ['nines', 'availability'], ['sla', 'availability'], ['erlang', 'capacity'], ['erlng c', 'capacity'], ['quorum', 'quorum'], ['stale', 'quorum'], ['servers load', 'capacity'], ['downtime', 'availability']] as const) {
    it(`finds ${id} first for "${query}"`, () => { assert.equal(ids(query)[0], id); });
  }

  it('lists all in their order for an empty query, and none for a foreign word', () => {
    assert.deepEqual(ids(''), ['availability', 'capacity', 'quorum']);
    assert.deepEqual(ids('xylophone'), []);
    assert.deepEqual(search.queryCalculators('', { limit: 1 }).length, 1);
  });
});

describe('A link to a calculator', () => {
  it('may be as long in the extension as in the page', () => { assert.equal(LONGEST_LINK, LONGEST_QUERY); });
});
