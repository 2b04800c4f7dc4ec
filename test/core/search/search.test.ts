import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createSearch, type SearchOptions } from '../../../src/core';
import { law, makeLibrary, path, pattern } from '../support/makeLibrary';

const library = makeLibrary({
  entries: [
    law({ id: 'correlated-failure', summary: 'Parts that share a cause fail together.', aliases: ['common cause'], order: 1 }),
    law({ id: 'asynchronous-reality', summary: 'Nobody knows what another machine does now.', order: 2 }),
    pattern({ id: 'circuit-breaker', aliases: ['breaker'], summary: 'Stops calling a dependency that fails.', problem: 'Failures cascade through callers that wait.', tags: ['resilience', 'fault-tolerance'] }),
    pattern({ id: 'retry-backoff', title: 'Retry with Backoff', aliases: ['exponential backoff'], summary: 'Tries again, later and later.', problem: 'Some failures pass by themselves.', tags: ['resilience'] }),
    pattern({ id: 'rate-limiting', aliases: ['rate limiter', 'throttling'], summary: 'Refuses calls above a rate.', problem: 'One caller takes what is meant for all.', tags: ['resilience'] }),
    pattern({ id: 'cqrs', title: 'CQRS', aliases: ['Command Query Responsibility Segregation'], summary: 'Separates writes from reads.', problem: 'One model serves both badly.', tier: 'silver', tags: ['data'] }),
    pattern({ id: 'content-delivery-network', aliases: ['CDN'], summary: 'Serves copies near the reader.', problem: 'Distant users wait.', tags: ['data'] }),
    pattern({ id: 'api-gateway', title: 'API Gateway', summary: 'One door for all clients; a breaker may sit in it.', problem: 'Clients know too much.', tier: 'gold', tags: ['edge'] }),
    pattern({ id: 'aged-gateway', title: 'Aged Gateway', summary: 'An old door.', problem: 'Clients know nothing.', tier: 'bronze', tags: ['edge'] }),
  ],
  paths: [path('foundations', [], { weeks: [{ title: 'x', goal: 'y', items: [{ id: 'a', type: 'study', title: 'a', minutes: 5, entry: 'cqrs', hasBrief: false }] }], paces: [{ id: 'steady', weeks: 1, hoursPerWeek: 1 }] })],
});
const search = createSearch(library);
const ids = (text: string, options?: SearchOptions) => search.query(text, options).map(({ entry }) => entry.id);
const shown = (text: string) => {
  const hit = search.query(text)[0];
  return hit?.matches.map(({ field, value, ranges }) => `${field}: ${ranges.map(([start, end]) => value.slice(start, end)).join('|')}`) ?? [];
};

describe('search', () => {
  const best: readonly (readonly [query: string, id: string])[] = [
    ['circuit breaker', 'circuit-breaker'], ['Circuit-Breaker', 'circuit-breaker'], ['circuit_breaker', 'circuit-breaker'], ['CircuitBreaker', 'circuit-breaker'], ['breaker', 'circuit-breaker'], ['BREAKERS', 'circuit-breaker'],
    ['retry-backoff', 'retry-backoff'], ['cdn', 'content-delivery-network'], ['command query', 'cqrs'], ['throttling', 'rate-limiting'],
    ['circ', 'circuit-breaker'], ['c', 'cqrs'], ['ci', 'circuit-breaker'], ['break', 'circuit-breaker'], ['rate', 'rate-limiting'], ['gateway', 'api-gateway'],
    ['breaker circuit', 'circuit-breaker'], ['network content', 'content-delivery-network'], ['backoff retry', 'retry-backoff'], ['back ret', 'retry-backoff'],
    ['circiut braker', 'circuit-breaker'], ['braker', 'circuit-breaker'], ['ciruit', 'circuit-breaker'], ['circuitbraker', 'circuit-breaker'], ['ratelimting', 'rate-limiting'], ['expnential backof', 'retry-backoff'], ['throtling', 'rate-limiting'], ['asynchronus', 'asynchronous-reality'],
    ['cascade', 'circuit-breaker'], ['distant users', 'content-delivery-network'], ['fault tolerance', 'circuit-breaker'], ['share a cause', 'correlated-failure'],
    ['how to stop callers that wait for failures', 'circuit-breaker'], ['  circuit   breaker  ', 'circuit-breaker'], ['circuit breaker!', 'circuit-breaker'], ['naïve breaker circuit', 'circuit-breaker'],
  ];
  for (const [query, id] of best) it(`finds ${id} first for "${query}"`, () => assert.equal(ids(query)[0], id));

  it('puts an exact name before a beginning, a beginning before words, words before typos', () => {
    const names = makeLibrary({
      entries: [
        pattern({ id: 'a', title: 'Shards' }), pattern({ id: 'b', title: 'Shard' }), pattern({ id: 'c', title: 'Key per Shard' }), pattern({ id: 'd', title: 'Shart' }),
        pattern({ id: 'e', title: 'Other', aliases: ['shard'] }), pattern({ id: 'f', title: 'Another', summary: 'It has a shard.' }),
      ],
    });
    assert.deepEqual(createSearch(names).query('shard').map(({ entry }) => entry.id), ['b', 'e', 'a', 'c', 'f']);
    assert.deepEqual(createSearch(names).query('sahrd').map(({ entry }) => entry.id).slice(0, 3).sort(), ['b', 'c', 'e']);
  });

  it('finds only what has all words, where something has', () => {
    assert.deepEqual(ids('circuit breaker').includes('api-gateway'), false);
    assert.deepEqual(ids('gateway breaker'), ['api-gateway']);
    assert.deepEqual(ids('breaker zzzzzz xxxxxx'), [], 'less than half of the words');
    assert.deepEqual(ids('what is the circuit in our'), ids('circuit'), 'words that say nothing');
  });

  it('finds words that stand in a body only, when they are typed as they stand', () => {
    const bodies = makeLibrary({
      entries: [
        pattern({ id: 'alpha', terms: 'brain hystrix s3' }),
        pattern({ id: 'beta', terms: 'brawn hydra', summary: 'Written with a strain.' }),
      ],
      glossary: [{ term: 'thundering herd', aliases: ['dogpile'], definition: 'Many at once.', entry: 'beta' }],
    });
    const found = (text: string) => createSearch(bodies).query(text).map(({ entry, matches }) => `${entry.id} ${matches.map(({ field }) => field).join(' ')}`);
    assert.deepEqual(found('hystrix'), ['alpha text']);
    assert.deepEqual(found('hystr'), ['alpha text'], 'a beginning of four letters or more');
    assert.deepEqual(found('hys'), [], 'a shorter beginning would bring half of the library');
    assert.deepEqual(found('s3'), ['alpha text'], 'the whole word is enough, however short');
    assert.deepEqual(found('hystrax'), [], 'typos are not forgiven in bodies');
    assert.deepEqual(found('brain'), ['alpha text'], 'a word that is there is no typo for another');
    assert.deepEqual(found('thundering herd'), ['beta term']);
    assert.deepEqual(found('dogpiles'), ['beta term']);
  });

  it('breaks ties by kind, tier and title', () => {
    assert.deepEqual(ids('gateway'), ['api-gateway', 'aged-gateway']);
    assert.deepEqual(ids('clients know'), ['api-gateway', 'aged-gateway']);
  });

  it('finds nothing for what is not there, nor for signs alone', () => {
    for (const query of ['zzzzzz', 'xyzzy quux', '???', '-_-', '\u0000']) assert.deepEqual(ids(query), [], query);
  });

  it('gives everything in the order of the library for an empty query', () => {
    assert.deepEqual(ids('  '), library.all().map(({ id }) => id));
    assert.deepEqual(search.query('').map(({ score, matches }) => [score, matches.length])[0], [0, 0]);
  });

  it('makes no difference between letters with and without accents', () => {
    assert.deepEqual(search.query('bréaker').map(({ score }) => score), search.query('breaker').map(({ score }) => score));
  });

  it('keeps to the kinds and the number that are asked for', () => {
    assert.deepEqual(ids('', { kinds: ['law'] }), ['correlated-failure', 'asynchronous-reality']);
    assert.deepEqual(ids('failures', { kinds: ['law'], limit: 1 }), ['correlated-failure']);
    assert.deepEqual(ids('failures', { kinds: [] }), []);
    assert.equal(ids('', { limit: 3 }).length, 3);
  });

  it('says which fields matched, and where', () => {
    assert.deepEqual(shown('Circuit-Breaker'), ['title: Circuit Breaker', 'alias: breaker', 'id: circuit-breaker']);
    assert.deepEqual(shown('circuitb'), ['title: Circuit B', 'id: circuit-b']);
    assert.deepEqual(shown('circiut'), ['title: Circuit', 'id: circuit']);
    assert.deepEqual(shown('tolerance'), ['tag: tolerance']);
    assert.deepEqual(shown('casc'), ['problem: casc']);
  });

  it('finds learning paths', () => {
    assert.deepEqual(search.queryPaths('fundations').map(({ path: one }) => one.id), ['foundations']);
    assert.deepEqual(search.queryPaths('Foundations').map(({ score }) => score), [1]);
    assert.deepEqual(search.queryPaths('').length, 1);
    assert.deepEqual(search.queryPaths('beginner')[0]?.matches[0]?.field, 'tag');
    assert.deepEqual(search.queryPaths('zzzzz'), []);
  });

  const words = fc.constantFrom('circuit', 'breaker', 'CDN', 'gate', 'x', ' ', '-', '_', 'é', '😀', 'İ', 'failure', '\n', '(', '\\');
  const queries = fc.oneof(fc.array(words, { maxLength: 20 }).map((parts) => parts.join('')), fc.string({ unit: 'binary', maxLength: 300 }));

  it('for any query gives scores from 1 down to 0, each entry once, and ranges inside the text', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const hits = search.query(query);
        assert.equal(new Set(hits.map(({ entry }) => entry.id)).size, hits.length);
        let last = 1;
        for (const { score, matches } of hits) {
          assert.ok(score >= 0 && score <= last);
          last = score;
          for (const { value, ranges } of matches) {
            let end = 0;
            for (const [from, to] of ranges) {
              assert.ok(end <= from && from < to && to <= value.length);
              end = to;
            }
          }
        }
        assert.deepEqual(search.query(query, { limit: 2 }), hits.slice(0, 2));
        assert.deepEqual(createSearch(library).query(query), hits);
      }),
      { numRuns: 500 },
    );
  });

  it('shows why for every hit of a query that is not empty', () => {
    fc.assert(
      fc.property(queries, (query) => {
        if (query.trim() !== '') for (const { matches } of search.query(query)) assert.ok(matches.length > 0);
      }),
      { numRuns: 500 },
    );
  });

  it('puts each entry first for its own title, and high for its title with two letters swapped', () => {
    for (const entry of library.all()) {
      assert.equal(ids(entry.title)[0], entry.id);
      assert.equal(ids(entry.title.toUpperCase().replaceAll(' ', '_'))[0], entry.id);
      if (entry.title.length < 6) continue;
      const swapped = entry.title.replace(/^(.)(.)(.)(.)/, '$1$2$4$3');
      assert.ok(ids(swapped).slice(0, 3).includes(entry.id), swapped);
    }
  });

  it('gives the same whether or not it was prepared, as often as one likes', () => {
    const prepared = createSearch(library);
    prepared.prepare();
    prepared.prepare();
    for (const query of ['breaker', 'circiut', 'c', 'one model']) {
      assert.deepEqual(prepared.query(query).map(({ entry, score }) => [entry.id, score]), createSearch(library).query(query).map(({ entry, score }) => [entry.id, score]));
    }
  });
});
