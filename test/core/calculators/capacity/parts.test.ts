import assert from 'node:assert/strict';
import fc from 'fast-check';
import { capacity } from '../../../../src/core/calculators/capacity/index';
import { erlangB, erlangC } from '../../../../src/core/calculators/capacity/erlang';
import { growth } from '../../../../src/core/calculators/capacity/growth';
import { littlesLaw } from '../../../../src/core/calculators/capacity/littlesLaw';
import { queue } from '../../../../src/core/calculators/capacity/queue';
import { meets } from '../../../../src/core/calculators/capacity/staffing';
import { target } from '../../../../src/core/calculators/capacity/target';
import { isRefusal, type Field, type NumberField } from '../../../../src/core/calculators/definition';
import { calculatePart } from '../../../../src/core/calculators/run';
import { MONTH, WEEK } from '../../../../src/core/calculators/units';
import { costOf, found, near, notesOf, refused, run } from './support';

/** Values within the bounds: near them, in the middle, and over all orders of magnitude. */
function valuesOf(field: NumberField): fc.Arbitrary<number> {
  const [least, most] = [field.least ?? field.above ?? 0, field.most ?? field.below ?? 1e9];
  if (field.whole === true) return fc.oneof(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: Math.min(most, least + 50) }), fc.constantFrom(least, most));
  const smallest = Math.max(Math.abs(least), field.above === undefined ? 1e-12 : Number.MIN_VALUE);
  const orders = fc.double({ min: Math.log(smallest), max: Math.log(most), noNaN: true }).map((power) => Math.min(most, Math.max(least, Math.exp(power))));
  const any = fc.double({ min: least, max: most, minExcluded: field.above !== undefined, noNaN: true });
  return fc.oneof(orders, any, field.above === undefined ? fc.constantFrom(least, most) : fc.constant(most));
}

function arbitrary(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'number': return valuesOf(field);
    case 'choice': return fc.constantFrom(...field.options);
    case 'table': return fc.array(fc.record(Object.fromEntries(Object.entries(field.columns).map(([id, column]) => [id, arbitrary(column)]))), { minLength: field.leastRows, maxLength: 12 });
    default: throw new TypeError(field.kind);
  }
}

describe('capacity: every part', function () {
  this.timeout(20_000);

  for (const part of capacity.parts) {
    it(`${part.id}: for any values an answer in finite numbers, or a refusal that it names`, () => {
      fc.assert(fc.property(fc.record(Object.fromEntries(Object.entries(part.fields).map(([id, field]) => [id, arbitrary(field)]))), (values) => {
        const outcome = calculatePart(part, values);
        if (isRefusal(outcome)) {
          assert.ok(part.refusals?.includes(outcome.refused), `refused as ${outcome.refused}`);
          return;
        }
        for (const { id } of outcome.notes ?? []) assert.ok(part.notes?.includes(id), id);
        for (const [id, plot] of Object.entries(outcome.plots ?? {})) {
          if (!plot || !('series' in plot)) continue;
          for (const series of plot.series) assert.ok(part.plots?.[id]?.series.includes(series.id) && series.points.length > 0, series.id);
        }
        for (const [id, dimension] of Object.entries(part.results)) {
          const value = outcome.results[id];
          if (dimension === 'share' && value !== undefined) assert.ok(value >= 0 && value <= 1, `${id} is ${String(value)}`);
        }
      }), { numRuns: 400 });
    });

    it(`${part.id}: quick at its largest values`, () => {
      const largest = Object.fromEntries(Object.entries(part.fields).flatMap(([id, field]) => (id === 'servers' && field.kind === 'number' ? [[id, field.most]] : [])));
      const heavy = 'arrivalRate' in part.fields ? { ...largest, arrivalRate: 1_990_000 } : largest;
      const cost = costOf(() => run(part, heavy), 10);
      assert.ok(cost < 1, String(cost));
    });
  }
});

describe('capacity: Little\'s law and pools', () => {
  it('each of the three is what the other two give', () => {
    fc.assert(fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), fc.double({ min: 1e-6, max: 1e3, noNaN: true }), (throughput, timeInside) => {
      const inside = found(littlesLaw, { wanted: 'number', throughput, timeInside }).results['numberFound'] ?? 0;
      near(found(littlesLaw, { wanted: 'time', throughput, numberInside: inside }).results['timeFound'], timeInside, 1e-12);
      near(found(littlesLaw, { wanted: 'throughput', timeInside, numberInside: inside }).results['throughputFound'], throughput, 1e-12);
    }));
  });

  it('a pool is larger than what is in use on average, and none is named beyond the largest', () => {
    const { results } = found(littlesLaw, { wanted: 'number', throughput: 240, timeInside: 50e-3, mayWait: 0.1 });
    assert.deepEqual([results['numberFound'], results['poolSize']], [12, 18]);
    const huge = found(littlesLaw, { wanted: 'number', throughput: 1e6, timeInside: 1 });
    assert.deepEqual([huge.results['poolSize'], notesOf(huge)], [undefined, ['noPool']]);
  });
});

describe('capacity: a queue', () => {
  it('Little\'s law holds between its results', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0.01, max: 0.999, noNaN: true }), fc.double({ min: 0, max: 9, noNaN: true }), (servers, busy, serviceVariability) => {
      const { results } = found(queue, { arrivalRate: 20 * busy * servers, serviceTime: 50e-3, servers, serviceVariability });
      near(results['numberInSystem'], (results['numberWaiting'] ?? 0) + busy * servers, 1e-9);
      assert.equal(results['responseP99'] === undefined, serviceVariability !== 1);
    }));
  });

  it('is refused at 100 % and above, and says what is left', () => {
    assert.deepEqual(refused(queue, { arrivalRate: 200 }), { refused: 'unstable', field: 'servers', terms: { offeredLoad: 10, capacity: 200 } });
    assert.equal(isRefusal(run(queue, { arrivalRate: 199.999 })), false);
  });

  it('says what is exact and what is not', () => {
    assert.equal(notesOf(found(queue))[0], 'exact');
    assert.equal(notesOf(found(queue, { servers: 10, serviceVariability: 4 }))[0], 'approximate');
    assert.deepEqual(notesOf(found(queue, { arrivalRate: 10, servers: 1, serviceVariability: 4 })).slice(0, 2), ['exactMean', 'noResponsePercentiles']);
    assert.equal(notesOf(found(queue, { arrivalRate: 10, servers: 1, arrivalVariability: 4 }))[0], 'approximate');
  });

  it('has the same percentiles in its table as in its results', () => {
    const { results, tables } = found(queue);
    const row = tables?.['percentiles']?.find(([share]) => share === 0.99);
    assert.deepEqual(row, [0.99, results['waitP99'], results['responseP99']]);
  });

  it('compares with a queue for each server, to which the arrivals are sent at random', () => {
    // Every gap of one server is a geometric number N of gaps between all arrivals: its mean is c, its variance c(c − 1),
    // so that the variance of their sum is c·Ca² + c(c − 1) and its mean c, in mean gaps.
    fc.assert(fc.property(fc.integer({ min: 2, max: 200 }), fc.double({ min: 0.05, max: 0.95, noNaN: true }), fc.double({ min: 0, max: 20, noNaN: true }), fc.double({ min: 0, max: 20, noNaN: true }), (servers, busy, arrivalVariability, serviceVariability) => {
      const arrivalRate = 20 * busy * servers;
      const thinned = (servers * arrivalVariability + servers * (servers - 1)) / servers ** 2;
      const alone = found(queue, { arrivalRate: arrivalRate / servers, servers: 1, arrivalVariability: thinned, serviceVariability });
      near(found(queue, { arrivalRate, servers, arrivalVariability, serviceVariability }).terms?.['separateWait'], alone.results['meanWait'] ?? NaN, 1e-9);
    }));
  });

  it('names what a compartment refuses only where arrivals are random, which Erlang B needs', () => {
    near(found(queue, { serviceVariability: 9 }).results['blocking'], erlangB(10, 8.5), 1e-12);
    assert.equal(found(queue, { arrivalVariability: 4 }).results['blocking'], undefined);
  });

  it('nothing waits when nothing varies', () => {
    const findings = found(queue, { arrivalVariability: 0, serviceVariability: 0 });
    const { results } = findings;
    assert.equal(notesOf(findings)[0], 'even');
    assert.deepEqual([results['meanWait'], results['waitP99'], results['meanResponse']], [0, 0, 50e-3]);
  });
});

describe('capacity: servers for a target', () => {
  it('a response below what the service takes alone is refused', () => {
    const refusal = refused(target, { target: 230e-3 });
    assert.equal(refusal.refused, 'belowService');
    near(Number(refusal.terms?.['floor']), 50e-3 * Math.log(100), 1e-12);
    assert.equal(isRefusal(run(target, { target: 231e-3 })), false);
    assert.equal(isRefusal(run(target, { target: 0, measure: 'wait' })), false);
  });

  it('each percentile is that of M/M/1 in closed form: with ρ = 50 % the response is exponential with mean 2 S', () => {
    for (const [percentile, beyond] of [['p50', 0.5], ['p90', 0.1], ['p95', 0.05], ['p99', 0.01], ['p999', 0.001]] as const) {
      const { results } = found(target, { arrivalRate: 10, serviceTime: 50e-3, servers: 1, percentile, target: 1 });
      near(results['percentileNow'], -Math.log(beyond) * 0.1, 1e-9);
    }
  });

  it('its table has Erlang C and the percentile of each number of servers', () => {
    const { results, tables } = found(target);
    for (const [servers, utilisation, waits] of tables?.['around'] ?? []) {
      near(Number(utilisation), 8.5 / Number(servers), 1e-12);
      near(Number(waits), erlangC(Number(servers), 8.5), 1e-12);
    }
    assert.equal(tables?.['around']?.find(([servers]) => servers === results['serversNeeded'])?.[3], results['percentileNeeded']);
  });

  it('nothing keeps a target that cannot carry the load', () => {
    for (const load of [3, 4]) assert.equal(meets({ measure: 'wait', beyond: 0.5, time: 0 }, 3, load), false);
  });

  it('a load beyond the largest queue is refused', () => assert.equal(refused(target, { arrivalRate: 2e6 }).refused, 'tooManyServers'));

  it('the verdict agrees with the figures', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 1, max: 1_000, noNaN: true }), (servers, arrivalRate) => {
      const findings = found(target, { servers, arrivalRate });
      const { results } = findings;
      const verdict = notesOf(findings)[0];
      assert.equal(verdict === 'meets', (results['percentileNow'] ?? Infinity) <= 0.25 * (1 + 1e-12));
      assert.equal(verdict === 'meets', arrivalRate <= (results['maxArrivalRate'] ?? 0) * (1 + 1e-9));
      assert.equal(verdict === 'overloaded', arrivalRate * 50e-3 >= servers);
    }));
  });
});

describe('capacity: growth', () => {
  it('agrees with adding one month after the other', () => {
    fc.assert(fc.property(fc.double({ min: 0.005, max: 0.5, noNaN: true }), fc.double({ min: 100, max: 10_000, noNaN: true }), (monthlyGrowth, load) => {
      const { results } = found(growth, { monthlyGrowth, load, capacity: 24_000, headroom: 0.3, leadTime: 0 });
      let months = 0;
      for (let now = load; now < 24_000 * 0.7; now *= 1 + monthlyGrowth) months += 1;
      assert.ok(Math.abs(Math.ceil((results['monthsLeft'] ?? 0) - 1e-9) - months) <= 0, `${String(results['monthsLeft'])} ${String(months)}`);
      assert.equal(results['orderIn'], results['monthsLeft']);
    }));
  });

  it('a doubling time and its growth per month say the same', () => {
    fc.assert(fc.property(fc.double({ min: 1, max: 200, noNaN: true }), (months) => {
      const doubling = found(growth, { growthBy: 'doubling', doublingTime: months * MONTH, load: 100 }).results;
      const rate = found(growth, { growthBy: 'rate', monthlyGrowth: 2 ** (1 / months) - 1, load: 100 }).results;
      for (const id of ['monthsLeft', 'doubling', 'yearlyFactor', 'neededInYear']) near(doubling[id], rate[id] ?? 0, 1e-9, id);
      near(doubling['doubling'], months, 1e-12);
    }));
  });

  it('judges: in time, late, headroom in use, overload, and never', () => {
    const verdict = (changed: Readonly<Record<string, unknown>>): string => notesOf(found(growth, changed)).join();
    assert.equal(verdict({}), 'orderInTime');
    assert.equal(verdict({ leadTime: 52 * WEEK }), 'orderLate');
    assert.equal(verdict({ load: 17_000 }), 'beyondUsable');
    assert.equal(verdict({ load: 24_000 }), 'beyondCapacity');
    assert.equal(verdict({ monthlyGrowth: 0 }), 'never');
    assert.equal(verdict({ monthlyGrowth: -0.1 }), 'never');
    assert.equal(refused(growth, { monthlyGrowth: 5e-8 }).refused, 'tooFar');
    assert.equal(verdict({ monthlyGrowth: 6e-8 }), 'orderInTime');
    assert.equal(found(growth, { monthlyGrowth: -0.1 }).results['doubling'], undefined);
  });

  it('its table says the same as its results, and what share of the whole capacity is used', () => {
    const { results, tables } = found(growth);
    const year = tables?.['quarters']?.find(([months]) => months === 12)?.map(Number) ?? [];
    near(year[1], 12_000 * 1.04 ** 12, 1e-12);
    near(year[2], (12_000 * 1.04 ** 12) / 24_000, 1e-12);
    near(year[3], results['neededInYear'] ?? NaN, 1e-12);
    near(results['neededInYear'], (12_000 * 1.04 ** 12) / 0.7, 1e-12);
  });

  it('ordered at the load that it names, new capacity arrives when the headroom is reached', () => {
    const { results } = found(growth);
    near((results['loadAtOrder'] ?? 0) * 1.04 ** ((12 * WEEK) / MONTH), 16_800, 1e-12);
  });
});
