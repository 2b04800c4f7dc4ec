import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shards } from '../../../../src/core/calculators/sharding/shards';
import { find, near, outcomeOf, refusalOf, result } from '../partSupport';

const GIB = 1_024 ** 3;
const idle = { writeRate: 0, readRate: 0, fill: 1, growth: 0, rounding: 'none' };

describe('Sharding calculator: shards', function () {
  this.timeout(60_000);
  it('has the shards of the worked example of Amazon OpenSearch Service', () => {
    // Amazon OpenSearch Service, Developer Guide, "Choosing the number of shards": 66 GiB with 10 % for the index and shards of
    // 30 GiB need 66 × 1.1 / 30 = 3; if 198 GiB are to come, (66 + 198) × 1.1 / 30 = 10.
    assert.equal(result(find(shards, { ...idle, dataSize: 66 * 1.1 * GIB, shardSize: 30 * GIB }), 'shards'), 3);
    assert.equal(result(find(shards, { ...idle, dataSize: (66 + 198) * 1.1 * GIB, shardSize: 30 * GIB }), 'shards'), 10);
  });

  it('takes the largest of the limits, as for Kinesis', () => {
    // Amazon Kinesis Data Streams, Developer Guide: a shard takes 1 MB/s of writes and serves 2 MB/s of reads, and the
    // larger number counts. 1,500 KB/s in, 4,500 out: 2.25, so 3.
    const found = find(shards, { dataSize: 1, shardSize: 1e12, writeRate: 1_500, shardWrites: 1_000, readRate: 4_500, shardReads: 2_000, fill: 1, growth: 0, rounding: 'none' });
    assert.deepEqual([result(found, 'byWrites'), result(found, 'byReads'), result(found, 'shards')], [2, 3, 3]);
    assert.equal(found.notes?.[0]?.id, 'readsDecide');
  });

  it('counts each limit up to the planned use', () => {
    // 10 TB, 20,000 writes/s and 60,000 reads/s against 1 TB, 5,000/s and 20,000/s, each used up to 60 %: 16.7, 6.7 and 5 shards.
    // Of 32 shards 10 are full; at 60 % growth a year they are used to 60 % after ln(0.6 × 32 / 10) / ln 1.6 years.
    const found = find(shards);
    assert.deepEqual(['byData', 'byWrites', 'byReads', 'shards'].map((id) => result(found, id)), [17, 7, 5, 32]);
    near(result(found, 'timeToSplit'), (Math.log(1.92) / Math.log(1.6)) * 365.2425 * 86_400, 1e-12);
    assert.equal(result(find(shards, { rounding: 'none' }), 'shards'), 17);
  });

  it('agrees with exact fractions of whole numbers, and does not round 101 shards out of 10 ÷ 0.1', () => {
    assert.equal(result(find(shards, { ...idle, dataSize: 10, shardSize: 1, fill: 0.1 }), 'shards'), 100);
    assert.equal(result(find(shards, { ...idle, dataSize: 2.1e12, shardSize: 1e12, fill: 0.7 }), 'shards'), 3);
    const whole = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(fc.property(whole, whole, fc.integer({ min: 1, max: 100 }), (data, size, percent) => {
      fc.pre((data * 100) / (size * percent) < 1_000_000);
      const exact = (BigInt(data) * 100n + BigInt(size * percent) - 1n) / BigInt(size * percent);
      assert.equal(result(find(shards, { ...idle, dataSize: data, shardSize: size, fill: percent / 100 }), 'byData'), Number(exact));
    }));
  });

  it('is full again when it says, for any load', () => {
    fc.assert(fc.property(amounts, (given) => {
      const outcome = outcomeOf(shards, given);
      if ('refused' in outcome) return;
      const now = result(outcome, 'shards');
      const load = (factor: number): number => Math.max(given.dataSize / given.shardSize, given.writeRate / given.shardWrites, given.readRate / given.shardReads) * factor;
      assert.ok(load(1) <= now * given.fill * (1 + 1e-9), 'the shards carry the load');
      if (given.rounding === 'none' && now > 1) assert.ok(load(1) > (now - 1) * given.fill * (1 - 1e-9), 'and one less would not');
      if (given.rounding === 'powerOfTwo') assert.equal(Math.log2(now) % 1, 0);
      const years = (outcome.results['timeToSplit'] ?? 0) / 31_556_952;
      if (outcome.results['timeToSplit'] !== undefined && years < 1_000) near(load((1 + given.growth) ** years), now * given.fill, 1e-6, 'then');
      near(result(outcome, 'fullest'), load(1) / now, 1e-9);
      const counts = (outcome.tables?.['years'] ?? []).map((row) => Number(row[4]));
      assert.ok(counts[0] === now && counts.every((each, index) => index === 0 || each >= (counts[index - 1] ?? 0)));
    }));
  });

  it('needs no fewer shards for more data, more writes, more reads or less use', () => {
    fc.assert(fc.property(amounts, fc.constantFrom('dataSize', 'writeRate', 'readRate'), (given, grown) => {
      const [one, other] = [outcomeOf(shards, given), outcomeOf(shards, { ...given, [grown]: given[grown] * 1.5 })];
      if ('refused' in one || 'refused' in other) return;
      assert.ok(result(other, 'shards') >= result(one, 'shards'));
      const fuller = outcomeOf(shards, { ...given, fill: Math.min(1, given.fill * 1.1) });
      assert.ok('refused' in fuller || result(fuller, 'shards') <= result(one, 'shards'));
    }));
  });

  it('advises against shards where one carries all, and refuses a million', () => {
    assert.deepEqual(find(shards, { dataSize: 1e9, writeRate: 10, readRate: 10 }).notes?.map(({ id }) => id), ['oneShard']);
    assert.deepEqual(find(shards, { dataSize: 0.59e12, writeRate: 10, readRate: 10 }).notes?.map(({ id }) => id), ['oneShard', 'soon']);
    assert.equal(refusalOf(shards, { dataSize: 1e21, shardSize: 1 }), 'tooManyShards');
  });
});

const amounts = fc.record({
  dataSize: fc.double({ min: 1, max: 1e15, noNaN: true }),
  writeRate: fc.double({ min: 0, max: 1e6, noNaN: true }),
  readRate: fc.double({ min: 0, max: 1e6, noNaN: true }),
  growth: fc.double({ min: 0.001, max: 10, noNaN: true }),
  shardSize: fc.double({ min: 1e10, max: 1e13, noNaN: true }),
  shardWrites: fc.double({ min: 100, max: 1e5, noNaN: true }),
  shardReads: fc.double({ min: 100, max: 1e5, noNaN: true }),
  fill: fc.double({ min: 0.05, max: 1, noNaN: true }),
  rounding: fc.constantFrom('none' as const, 'powerOfTwo' as const),
});
