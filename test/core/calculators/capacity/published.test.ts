import assert from 'node:assert/strict';
import { erlangB, erlangC } from '../../../../src/core/calculators/capacity/erlang';
import { growth } from '../../../../src/core/calculators/capacity/growth';
import { littlesLaw } from '../../../../src/core/calculators/capacity/littlesLaw';
import { queue } from '../../../../src/core/calculators/capacity/queue';
import { serversFor } from '../../../../src/core/calculators/capacity/staffing';
import { target } from '../../../../src/core/calculators/capacity/target';
import { waitTail } from '../../../../src/core/calculators/capacity/waiting';
import { MONTH } from '../../../../src/core/calculators/units';
import { found, near, printed } from './support';

const HOUR = 3_600;
const MINUTE = 60;

describe('capacity against published values: queues', () => {
  it('Little and Graves, "Little\'s Law" (in: Building Intuition, Springer 2008, chapter 5): 160 bottles, 8 a month, 20 months', () => {
    const { results } = found(littlesLaw, { wanted: 'time', numberInside: 160, throughput: 8 / MONTH });
    near(results['timeFound'], 20 * MONTH, 1e-12);
    near(found(littlesLaw, { wanted: 'throughput', numberInside: 160, timeInside: 20 * MONTH }).results['throughputFound'], 8 / MONTH, 1e-12);
    near(found(littlesLaw, { wanted: 'number', throughput: 8 / MONTH, timeInside: 20 * MONTH }).results['numberFound'], 160, 1e-12);
  });

  it('Erlang calculator manual (erlang.com, "How much traffic can a trunk group handle"): 15 lines at 1 % take 8.108 erlangs', () => {
    assert.ok(erlangB(15, 8.1075) < 0.01 && erlangB(15, 8.1085) > 0.01);
  });

  it('Collins, "Carrier Grade Voice Over IP", 2nd edition, appendix A, table of Erlang B', () => {
    const blocking = [0.0001, 0.0005, 0.001, 0.002, 0.003, 0.004, 0.005, 0.006, 0.007, 0.008, 0.009, 0.01, 0.02, 0.03, 0.04, 0.05];
    const rows: Readonly<Record<number, readonly number[]>> = {
      5: [0.5, 0.6, 0.8, 0.9, 1.0, 1.1, 1.1, 1.2, 1.2, 1.3, 1.3, 1.4, 1.7, 1.9, 2.1, 2.2],
      7: [1.1, 1.4, 1.6, 1.8, 1.9, 2.1, 2.2, 2.2, 2.3, 2.4, 2.4, 2.5, 2.9, 3.2, 3.5, 3.7],
      9: [1.8, 2.3, 2.6, 2.9, 3.1, 3.2, 3.3, 3.4, 3.5, 3.6, 3.7, 3.8, 4.3, 4.7, 5.1, 5.4],
    };
    for (const [channels, loads] of Object.entries(rows)) {
      loads.forEach((load, column) => {
        const share = blocking[column] ?? 0;
        assert.ok(erlangB(Number(channels), load - 0.0501) < share && erlangB(Number(channels), load + 0.0501) > share, `${channels} at ${String(share)}`);
      });
    }
  });

  // Seen as the output of a computation that repeats the worked example of the page "The Erlang-C Formula".
  it('The worked example of "The Erlang-C Formula": 360 calls in half an hour, 4 minutes, 55 agents', () => {
    const { results } = found(queue, { arrivalRate: 360 / (30 * MINUTE), serviceTime: 4 * MINUTE, servers: 55 });
    printed(results['waitProbability'], 0.2387, 4);
    printed(results['meanWait'], 8.184, 1);
    near(results['meanWait'], 8.184, 1e-4);
    printed(1 - waitTail({ probability: erlangC(55, 48), delayed: 1 / 7 }, 15 / 240), 0.8459, 4);
  });

  it('ETH Zürich, Advanced Systems Lab 2017, slides on M/M/x queues: arrival rate 9, service rate 5, 2 and 4 servers', () => {
    const two = found(queue, { arrivalRate: 9, serviceTime: 1 / 5, servers: 2 }).results;
    printed(two['numberWaiting'], 7.674, 3);
    printed(two['meanResponse'], 1.053, 3);
    const four = found(queue, { arrivalRate: 9, serviceTime: 1 / 5, servers: 4 }).results;
    printed(four['numberWaiting'], 0.105, 3);
    printed(four['meanResponse'], 0.212, 3);
  });

  it('Tijms, "A First Course in Stochastic Models", 2003, table 5.3.2, exact: servers for P(wait) of 50, 20 and 10 %', () => {
    const rows = [
      [1, 2, 3, 3], [5, 7, 8, 9], [10, 12, 14, 16], [50, 54, 58, 61],
      [100, 106, 111, 115], [250, 259, 268, 274], [500, 512, 525, 533], [1_000, 1_017, 1_034, 1_046],
    ] as const;
    for (const [load, ...wanted] of rows) {
      [0.5, 0.2, 0.1].forEach((beyond, column) => {
        assert.equal(serversFor({ measure: 'wait', beyond, time: 0 }, load, 100_000), wanted[column], `${String(load)} erlangs, ${String(beyond)}`);
      });
    }
    const { results } = found(target, { arrivalRate: 2_000, serviceTime: 50e-3, measure: 'wait', percentile: 'p90', target: 0 });
    assert.equal(results['serversNeeded'], 115);
  });

  // Not seen in print here; rows of a table that is well known in the literature.
  it('Adan and Resing, "Queueing Systems", table of M/M/c at 90 % with mean service 1: P(wait) and mean wait', () => {
    for (const [servers, waits, mean] of [[1, 0.9, 9], [2, 0.85, 4.26], [10, 0.67, 0.67], [20, 0.55, 0.28]] as const) {
      const { results } = found(queue, { arrivalRate: 0.9 * servers, serviceTime: 1, servers });
      printed(results['waitProbability'], waits, 2);
      printed(results['meanWait'], mean, 2);
    }
  });

  // Not seen in print here; a standard example that follows from the formulas by hand: Lq = 8/9, Wq = 4/27 h.
  it('Gross and Harris, "Fundamentals of Queueing Theory", eye clinic: 6 patients an hour, 20 minutes, 3 doctors', () => {
    const { results } = found(queue, { arrivalRate: 6 / HOUR, serviceTime: 20 * MINUTE, servers: 3 });
    near(results['numberWaiting'], 8 / 9, 1e-12);
    near(results['numberInSystem'], 26 / 9, 1e-12);
    near(results['meanWait'], (4 / 27) * HOUR, 1e-12);
  });

  // Not seen in print here; the muffler shop of Heizer and Render's "Operations Management", module D.
  it('Heizer and Render: 2 an hour, 3 an hour served, one and two mechanics', () => {
    const one = found(queue, { arrivalRate: 2 / HOUR, serviceTime: 20 * MINUTE, servers: 1 }).results;
    near(one['numberInSystem'], 2, 1e-12);
    near(one['meanResponse'], HOUR, 1e-12);
    near(one['meanWait'], 40 * MINUTE, 1e-12);
    const two = found(queue, { arrivalRate: 2 / HOUR, serviceTime: 20 * MINUTE, servers: 2 }).results;
    near(two['numberInSystem'], 0.75, 1e-12);
    near(two['meanResponse'], 22.5 * MINUTE, 1e-12);
    near(two['meanWait'], 2.5 * MINUTE, 1e-12);
  });

  // Not seen in print here; the compactor of Heizer and Render's module D: 8 trucks an hour, constant 5 minutes, 5 minutes in the queue.
  it('Heizer and Render, constant service times (M/D/1): trucks wait 5 minutes', () => {
    const { results } = found(queue, { arrivalRate: 8 / HOUR, serviceTime: 5 * MINUTE, servers: 1, serviceVariability: 0 });
    near(results['meanWait'], 5 * MINUTE, 1e-12);
  });

  it('The formula of M/D/1 in print (Saylor Academy, "Waiting Line Analysis", 4.5): Lq = ρ²/(2(1 − ρ)), Ws = (2 − ρ)/(2μ(1 − ρ))', () => {
    for (const busy of [0.1, 0.5, 0.8, 0.99]) {
      const { results } = found(queue, { arrivalRate: 10 * busy, serviceTime: 0.1, servers: 1, serviceVariability: 0 });
      near(results['numberWaiting'], busy ** 2 / (2 * (1 - busy)), 1e-11);
      near(results['meanResponse'], (2 - busy) / (20 * (1 - busy)), 1e-11);
    }
  });

  it('The figures of the library\'s own guide, "Queueing Theory": pooling, square-root staffing, variability', () => {
    for (const [servers, waits, milliseconds] of [[1, 80, 40], [2, 71, 17.8], [4, 60, 7.5], [8, 46, 2.9]] as const) {
      const { results } = found(queue, { arrivalRate: 80 * servers, serviceTime: 10e-3, servers });
      printed((results['waitProbability'] ?? 0) * 100, waits, 0);
      near(results['meanWait'], milliseconds * 1e-3, 0.02);
    }
    near(found(queue, { arrivalRate: 80, serviceTime: 10e-3, servers: 1, serviceVariability: 24.75 }).results['meanWait'], 0.515, 1e-9);
    assert.equal(serversFor({ measure: 'wait', beyond: 0.1, time: 0 }, 12, 100), 18);
  });

  it('Halfin and Whitt, "Heavy-Traffic Limits", 1981: with β = 1 the probability of waiting tends to 0.2234', () => {
    // 1 / (1 + βΦ(β)/φ(β)) with Φ(1) = 0.841344746 and φ(1) = 0.241970725.
    const limit = 1 / (1 + 0.841344746 / 0.241970725);
    const errors = [100, 10_000, 90_000].map((load) => Math.abs(erlangC(load + Math.sqrt(load), load) - limit));
    assert.ok((errors[2] ?? 1) < 1e-3 && (errors[2] ?? 1) < (errors[1] ?? 0) && (errors[1] ?? 1) < (errors[0] ?? 0), String(errors));
  });

  it('Tables of the rule of 72, exact doubling times of compound growth: 6 % in 11.9 periods (calculatorlib.com), 1 % in 69.66, 7 % in 10.24', () => {
    for (const [monthlyGrowth, months, decimals] of [[0.06, 11.9, 1], [0.01, 69.66, 2], [0.07, 10.24, 2]] as const) {
      printed(found(growth, { monthlyGrowth }).results['doubling'], months, decimals);
    }
  });
});
