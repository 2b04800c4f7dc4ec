import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isRefusal } from '../../../../src/core/calculators/definition';
import { bandwidth } from '../../../../src/core/calculators/estimation/bandwidth';
import { cache } from '../../../../src/core/calculators/estimation/cache';
import { concurrency } from '../../../../src/core/calculators/estimation/concurrency';
import { estimation } from '../../../../src/core/calculators/estimation';
import { daysHeld } from '../../../../src/core/calculators/estimation/retained';
import { serversNeeded } from '../../../../src/core/calculators/estimation/fleet';
import { servers } from '../../../../src/core/calculators/estimation/servers';
import { storage } from '../../../../src/core/calculators/estimation/storage';
import { traffic } from '../../../../src/core/calculators/estimation/traffic';
import { DAY, MONTH, YEAR } from '../../../../src/core/calculators/units';
import { close, find, forEachAllowed, near, rowsOf } from '../latency/support';

/** A system whose requests a day are known: one user who sends a thousandth of them, a thousand times over. */
const perDay = (requests: number) => ({ users: 1e6, activeShare: 1, requestsPerUser: requests / 1e6 });
const perSecond = (rate: number) => perDay(rate * DAY);
const steady = { growth: 0, horizon: 0, peakFactor: 1 };
const plain = { storedFactor: 1, replicas: 1 };
const BITS = 8;

describe('Back of the envelope, published', () => {
  // The Site Reliability Workbook (O'Reilly, 2018), chapter 12, "Introducing Non-Abstract Large System Design", the
  // AdWords example: 500,000 queries and 10,000 clicks a second.
  it('has the 86.4 TB a day of the query log', () => {
    // (5 × 10⁵ queries/sec) × (8.64 × 10⁴ seconds/day) × (2 × 10³ bytes) = 86.4 TB/day
    const { storedPerDay, writesPerDay } = find(storage, { ...perSecond(5e5), readShare: 0, writeSize: 2e3, ...plain }).results;
    close(storedPerDay, 86.4e12, 1e-12);
    close(writesPerDay, 4.32e10, 1e-12);
  });

  it('has the 14 GB a day of the ClickMap and the 2 TB a day of the QueryMap', () => {
    // (10⁴ clicks/sec) × (8.64 × 10⁴ seconds/day) × (8 bytes + 8 bytes) = 14 GB/day; 3 × (5 × 10⁵) × … × 16 bytes = 2 TB/day
    near(find(storage, { ...perSecond(1e4), readShare: 0, writeSize: 16, ...plain }).results.storedPerDay, 14e9, 0.5e9);
    near(find(storage, { ...perSecond(5e5), readShare: 0, writeSize: 16, storedFactor: 1, replicas: 3 }).results.storedPerDay, 2e12, 0.1e12);
  });

  it('has the 20 MB/s, 160 Mbps, of the LogJoiner', () => {
    // (10⁴ clicks/sec) × (2 × 10³ bytes) = 20 MB/sec = 160 Mbps
    const found = find(bandwidth, { ...perSecond(1e4), readShare: 0, writeSize: 2e3, peakFactor: 1 });
    close(found.results.peakIn, 20e6, 1e-12);
    close(Number(found.all.terms?.['gigabitsIn']), 0.16, 1e-12);
  });

  it('needs the 2,500 disks and the 1,563 machines', () => {
    // (5 × 10⁵ queries/sec) / (200 IOPS/disk) = 2,500 disks; (100 TB) / (64 GB RAM/machine) = 1,563 machines
    assert.equal(find(servers, { ...perSecond(5e5), ...steady, perServer: 200, utilisation: 1, spares: 0 }).results.needed, 2_500);
    const all = { ...perDay(1e9), readShare: 1, readSize: 100e3, hotShare: 1, nodeMemory: 64e9 };
    assert.equal(find(cache, all).results.nodes, 1_563);
  });

  // Martin, The System Design Primer, "Design Pastebin.com (or Bit.ly)": 10 million users, 10 million writes and 100 million
  // reads a month; about 4 writes and 40 reads a second; 1.27 KB a paste, 12.7 GB a month, ~450 GB in 3 years. It counts 2.5
  // million seconds a month, so 5 % fewer than there are.
  it('has the figures of the pastebin', () => {
    const month = { users: 10e6, activeShare: 1, requestsPerUser: 110e6 / 10e6 / (MONTH / DAY), readShare: 10 / 11, peakFactor: 1 };
    const { peakReads, peakWrites } = find(traffic, month).results;
    close(peakReads, 40, 0.06);
    close(peakWrites, 4, 0.06);
    const { rawPerDay, held } = find(storage, { ...month, writeSize: 1_270, ...plain, growth: 0, horizon: 3 * YEAR, retention: 10 * YEAR }).results;
    close(rawPerDay * MONTH / DAY, 12.7e9, 1e-9);
    near(held, 450e9, 10e9);
  });

  it('has the figures of the timeline', () => {
    // The same, "Design the Twitter timeline and search": 500 million tweets a day of 10 KB: 150 TB in a month of 30 days,
    // 5.4 PB in 3 years; 250 billion reads a month: 100,000 a second; 15 billion tweets a month: 6,000 a second.
    const tweets = { ...perDay(500e6), readShare: 0, writeSize: 10e3, ...plain };
    close(find(storage, tweets).results.storedPerDay * 30, 150e12, 1e-12);
    close(find(storage, { ...tweets, growth: 0, horizon: 3 * YEAR, retention: 10 * YEAR }).results.held, 5.4e15, 0.02);
    close(find(traffic, perDay(250e9 / 30)).results.average, 100e3, 0.05);
    close(find(traffic, perDay(15e9 / 30)).results.average, 6e3, 0.05);
  });

  it('has the figures of the URL shortener', () => {
    // Grokking the System Design Interview (Design Gurus), "Designing a URL shortening service", as quoted in Sam Wu's slides
    // "Design a system for TinyURL" (slides.com); the course itself was not seen. 500 million new addresses a month, 100 reads each, 500 bytes: 200 writes and ~19,000
    // to 20,000 reads a second, 100 KB/s in, ~9 to 10 MB/s out, 15 TB in 5 years, 170 GB of memory for 20 % of a day's reads.
    const requests = { ...perDay(50.5e9 / 30), readShare: 100 / 101, peakFactor: 1 };
    const { peakReads, peakWrites } = find(traffic, requests).results;
    near(peakWrites, 200, 10);
    near(peakReads, 19_500, 500);
    const { averageIn, averageOut } = find(bandwidth, { ...requests, readSize: 500, writeSize: 500 }).results;
    near(averageIn, 100e3, 5e3);
    near(averageOut, 9.5e6, 0.5e6);
    close(find(storage, { ...requests, writeSize: 500, ...plain, growth: 0, horizon: 5 * YEAR, retention: 5 * YEAR }).results.held, 15e12, 0.02);
    near(find(cache, { ...requests, readSize: 500, hotShare: 0.2 }).results.memory, 170e9, 5e9);
  });

  it("has the wine cellar of Little's law", () => {
    // Little and Graves, "Little's Law", in Building Intuition (Springer, 2008), example of the wine cellar, from memory:
    // 8 bottles a month, 160 in the rack on average, so each lies 20 months. L = λ W; here with minutes for months.
    const minute = 60;
    const rack = find(concurrency, { ...perSecond(8 / minute), ...steady, serviceTime: 20 * minute }).results;
    near(rack.inProgress, 160, 1e-9);
  });
});

describe('Back of the envelope, the chain', () => {
  it('gives for its example what a person works out by hand', () => {
    const same = (found: object, expected: object): void => {
      for (const [id, value] of Object.entries(expected)) close(Number((found as Record<string, unknown>)[id]), Number(value), 1e-9);
    };
    // 10 million users, 30 % a day, 20 requests each: 60 million a day, four times that at the peak, growing by 40 % twice.
    const average = 60e6 / 86_400;
    same(find(traffic).results, { dailyUsers: 3e6, requestsPerDay: 60e6, average, peak: 4 * average, peakReads: 2_500, futurePeak: 4 * average * 1.4 * 1.4 });
    // Words round: 60 million × 30.436875 days = 1,826,212,500.
    assert.equal(find(traffic).all.terms?.['perMonth'], 1_826_000_000);
    same(find(bandwidth).results, { averageIn: average / 10 * 2e3, averageOut: 12.5e6, peakOut: 50e6, outPerMonth: 12.5e6 * 30.436875 * 86_400 });
    // Six million writes of 2 kB, 1.3 times as large on disk, three times. The integral of 1.4^t from one to two years.
    const held = 46.8e9 * 365.2425 * (1.4 ** 2 - 1.4) / Math.log(1.4);
    same(find(storage).results, { writesPerDay: 6e6, rawPerDay: 12e9, storedPerDay: 46.8e9, storedPerYear: 46.8e9 * 365.2425, held, oneCopy: held / 3 });
    same(find(cache).results, { readsPerDay: 54e6, readVolume: 1.08e12, memory: 216e9, nodes: 4, peakReads: 2_500, backendReads: 500 });
    // 5,444 a second over 300 usable ones: 18.1, so 19 and a spare; in progress 272.2 over 16 × 0.6: 28.4, so 29 and a spare.
    const peak = 4 * average * 1.96;
    same(find(servers).results, { futurePeak: peak, usable: 300, needed: 19, servers: 20, loaded: peak / 10_000, loadedWithoutSpares: peak / 9_500 });
    same(find(concurrency).results, { futurePeak: peak, inProgress: peak / 20, ratePerServer: 320, needed: 29, servers: 30 });
  });

  it('says whether data expire before the plan ends', () => {
    const notes = (retention: number) => find(storage, { retention, horizon: 2 * YEAR }).all.notes?.map(({ id }) => id);
    assert.deepEqual(notes(YEAR), ['expiring']);
    assert.deepEqual(notes(2 * YEAR), ['stillGrowing']);
  });

  it('holds what a store that is filled day by day holds', () => {
    for (const [growth, retention, span] of [[0, 30, 365], [0.4, 365, 1_000], [3, 90, 900], [0, 1_000, 100], [10, 20, 700]] as const) {
      const steps = 20;
      let held = 0;
      // Midpoints of twentieths of days, with what has expired taken out.
      for (let step = 0; step < span * steps; step += 1) {
        const day = (step + 0.5) / steps;
        if (day >= span - retention) held += (1 + growth) ** (day * DAY / YEAR) / steps;
      }
      close(daysHeld({ growth, retention: retention * DAY }, span * DAY), held, 1e-6);
    }
    // Without growth it is the shorter of the two spans, and for tiny growth it comes near to it.
    close(daysHeld({ growth: 0, retention: 30 * DAY }, 90 * DAY), 30, 1e-12);
    close(daysHeld({ growth: 1e-9, retention: 30 * DAY }, 90 * DAY), 30, 1e-9);
  });

  it('says the same in every part', () => {
    const population = { users: fc.integer({ min: 1, max: 1e9 }), activeShare: fc.double({ min: 0.001, max: 1, noNaN: true }), requestsPerUser: fc.double({ min: 0.001, max: 1e4, noNaN: true }) };
    const load = { ...population, peakFactor: fc.double({ min: 1, max: 100, noNaN: true }), growth: fc.double({ min: 0, max: 1, noNaN: true }), horizon: fc.double({ min: 0, max: 5 * YEAR, noNaN: true }) };
    fc.assert(fc.property(fc.record(load), fc.double({ min: 0, max: 1, noNaN: true }), (values, readShare) => {
      const { average, peak, peakReads, peakWrites, futurePeak, requestsPerDay } = find(traffic, { ...values, readShare }).results;
      close(peakReads + peakWrites, peak, 1e-9);
      close(find(bandwidth, { ...values, readShare }).results.average, average, 1e-12);
      const { readsPerDay } = find(cache, { ...values, readShare }).results;
      const { writesPerDay } = find(storage, { ...values, readShare }).results;
      close(readsPerDay + writesPerDay, requestsPerDay, 1e-9);
      const outcome = servers.calculate?.({ ...values, perServer: 500, utilisation: 0.6, spares: 1 } as never);
      assert(outcome);
      if (!isRefusal(outcome)) close(Number(outcome.results['futurePeak']), futurePeak, 1e-12);
    }));
  });

  it('has enough servers, and not one too many', () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 1e6, noNaN: true }), fc.double({ min: 1, max: 1e4, noNaN: true }), fc.double({ min: 0.05, max: 1, noNaN: true }), fc.integer({ min: 0, max: 5 }), (rate, perServer, utilisation, spares) => {
      const { needed, servers: fleet, loaded, loadedWithoutSpares } = find(servers, { ...perSecond(rate), ...steady, perServer, utilisation, spares }).results;
      assert(loadedWithoutSpares <= utilisation * (1 + 1e-9));
      assert(needed === 1 || rate / ((needed - 1) * perServer) > utilisation * (1 - 1e-9));
      assert(fleet === needed + spares && loaded <= loadedWithoutSpares);
    }));
  });

  it('rounds up what is more than a whole number, and not what only a double makes more', () => {
    // Exactly 3, 7 and 12 servers; 2.1 / 0.7 is 3.0000000000000004 in doubles. In exact fractions for every tenth and hundredth.
    assert(2.1 / 0.7 > 3);
    for (const [load, utilisation, whole] of [[2.1, 0.7, 3], [4.2, 0.6, 7], [8.4, 0.7, 12]] as const) {
      assert.equal(serversNeeded(load, 1, { utilisation, spares: 0 }), whole);
      assert.equal(serversNeeded(load * (1 + 1e-9), 1, { utilisation, spares: 0 }), whole + 1);
    }
    for (let tenths = 1; tenths <= 300; tenths += 1) {
      for (let hundredths = 1; hundredths <= 100; hundredths += 1) {
        const exact = (BigInt(tenths) * 10n + BigInt(hundredths) - 1n) / BigInt(hundredths);
        assert.equal(serversNeeded(tenths / 10, 1, { utilisation: hundredths / 100, spares: 0 }), Number(exact), `${tenths / 10} / ${hundredths / 100}`);
      }
    }
    assert.equal(find(cache, { ...perDay(1e6), readShare: 0 }).results.nodes, 0);
    assert.equal(find(cache, { ...perDay(21e6), readShare: 1, readSize: 1e3, hotShare: 0.1, nodeMemory: 0.7e9 }).results.nodes, 3);
  });

  it('tells what the loss of a server means', () => {
    const notes = (values: object): readonly string[] => find(servers, { ...steady, ...values }).all.notes?.map(({ id }) => id) ?? [];
    assert.deepEqual(notes({ ...perSecond(100), spares: 0 }), ['single']);
    assert.deepEqual(notes({ ...perSecond(1_000), spares: 0 }), ['noSpares']);
    assert.deepEqual(notes({ ...perSecond(1_000), spares: 2 }), ['loss']);
  });

  it('needs as many servers by measurement as by service time, where the two say the same', () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 1e5, noNaN: true }), fc.double({ min: 1e-3, max: 1, noNaN: true }), fc.integer({ min: 1, max: 200 }), (rate, serviceTime, workers) => {
      const load = { ...perSecond(rate), ...steady, utilisation: 0.6, spares: 2 };
      const byTime = find(concurrency, { ...load, serviceTime, workers }).results;
      const byRate = find(servers, { ...load, perServer: byTime.ratePerServer }).results;
      // A product and a quotient may round to either side of a whole number.
      const exact = byTime.inProgress / (workers * 0.6);
      near(byTime.servers, byRate.servers, Math.abs(exact - Math.round(exact)) < 1e-9 * exact ? 1 : 0);
    }));
  });

  it('ends its tables with the results', () => {
    const horizon = 2.5 * YEAR;
    const years = find(traffic, { horizon });
    assert.deepEqual(rowsOf(years, 'years').map(([after]) => after), [0, 1, 2, 2.5]);
    close(Number(rowsOf(years, 'years').at(-1)?.[3]), years.results.futurePeak, 1e-12);
    const held = find(storage, { horizon });
    close(Number(rowsOf(held, 'years').at(-1)?.[2]), held.results.held, 1e-12);
    const fleet = find(servers, { horizon });
    assert.equal(rowsOf(fleet, 'years').at(-1)?.[2], fleet.results.servers);
    assert.equal(rowsOf(find(traffic, { horizon: 0 }), 'years').length, 1);
  });

  it('grows with each of its inputs', () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 3, noNaN: true }), (factor) => {
      const base = find(storage).results.held;
      assert(find(storage, { users: Math.ceil(10e6 * factor) }).results.held >= base);
      assert(find(storage, { growth: 0.4 * factor }).results.held >= base);
      assert(find(storage, { retention: 5 * YEAR * factor }).results.held >= base);
      assert(find(storage, { horizon: 2 * YEAR * factor }).results.held >= base);
    }));
  });

  it('converts bits and bytes once', () => {
    const { all, results } = find(bandwidth);
    close(Number(all.terms?.['gigabitsOut']), results.peakOut * BITS / 1e9, 1e-12);
  });

  for (const part of estimation.parts) {
    it(`has an answer or a declared refusal for anything in "${part.id}"`, () => forEachAllowed(part));
  }
});
