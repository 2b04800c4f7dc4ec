import assert from 'node:assert/strict';
import fc from 'fast-check';
import { loadFor, meets, percentileOf, serversFor, waitOf, type Target } from '../../../../src/core/calculators/capacity/staffing';
import { responseQuantile, responseTail, waitQuantile, waitTail } from '../../../../src/core/calculators/capacity/waiting';
import { near } from './support';

const probability = fc.double({ min: 0, max: 1, noNaN: true });
const delayed = fc.double({ min: 1e-4, max: 1e4, noNaN: true });
const beyond = fc.constantFrom(0.5, 0.1, 0.05, 0.01, 0.001);

/** The tail of the sum of both times by numerical integration over the service time (Simpson's rule). */
function integratedTail(wait: { readonly probability: number; readonly delayed: number }, time: number): number {
  const steps = 4_000;
  const at = (s: number): number => Math.exp(-s) * waitTail(wait, time - s);
  let sum = at(0) + at(time);
  for (let step = 1; step < steps; step += 1) sum += at((time * step) / steps) * (step % 2 === 1 ? 4 : 2);
  return Math.exp(-time) + (sum * time) / steps / 3;
}

describe('capacity: waiting and response times', function () {
  this.timeout(20_000);

  it('the tail of the response agrees with numerical integration, also where both rates are equal', () => {
    for (const mean of [0.2, 0.5, 0.999_999, 1, 1.000_001, 2, 10]) {
      for (const time of [0.1, 1, 5]) near(responseTail({ probability: 0.7, delayed: mean }, time), integratedTail({ probability: 0.7, delayed: mean }, time), 1e-8);
    }
  });

  it('near equal rates nothing is lost: the tail is continuous there', () => {
    fc.assert(fc.property(probability, fc.double({ min: -1e-9, max: 1e-9, noNaN: true }), fc.double({ min: 0, max: 40, noNaN: true }), (chance, off, time) => {
      near(responseTail({ probability: chance, delayed: 1 + off }, time), (1 + chance * time) * Math.exp(-time), 1e-7);
    }));
  });

  it('M/M/1: the response is exponential with mean S/(1 − ρ)', () => {
    fc.assert(fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), beyond, (busy, share) => {
      near(responseQuantile(waitOf(1, busy), share), -Math.log(share) / (1 - busy), 1e-9);
      near(waitQuantile(waitOf(1, busy), share), Math.max(0, Math.log(busy / share)) / (1 - busy), 1e-9);
    }));
  });

  it('the mean of the response is the area under its tail', () => {
    const wait = waitOf(4, 3.6);
    let area = 0;
    for (let time = 0.005; time < 200; time += 0.01) area += responseTail(wait, time) * 0.01;
    near(area, 1 + wait.probability * wait.delayed, 1e-4);
  });

  it('quantiles and tails are inverse', () => {
    fc.assert(fc.property(probability, delayed, beyond, (chance, mean, share) => {
      const wait = { probability: chance, delayed: mean };
      near(responseTail(wait, responseQuantile(wait, share)), share, 1e-9);
      if (chance > share) near(waitTail(wait, waitQuantile(wait, share)), share, 1e-9);
      else assert.equal(waitQuantile(wait, share), 0);
      assert.ok(responseQuantile(wait, share) >= waitQuantile(wait, share));
    }));
  });
});

const targets: fc.Arbitrary<Target> = fc.record({
  measure: fc.constantFrom('response' as const, 'wait' as const), beyond, time: fc.double({ min: 0, max: 20, noNaN: true }),
}).map((target) => (target.measure === 'wait' ? target : { ...target, time: target.time - Math.log(target.beyond) * 1.0001 }));

describe('capacity: servers and load for a target', function () {
  this.timeout(20_000);

  it('finds the same number of servers as trying one after the other', () => {
    fc.assert(fc.property(targets, fc.double({ min: 0.001, max: 60, noNaN: true }), (target, load) => {
      let tried = Math.floor(load) + 1;
      while (!meets(target, tried, load)) tried += 1;
      assert.equal(serversFor(target, load, 100_000), tried);
    }));
  });

  it('the percentile with the servers found is within the target, and with one less it is not', () => {
    fc.assert(fc.property(targets, fc.double({ min: 0.001, max: 5_000, noNaN: true }), (target, load) => {
      const servers = serversFor(target, load, 100_000);
      assert.ok(servers !== null);
      assert.ok(percentileOf(target, servers, load) <= target.time * (1 + 1e-9));
      if (load < servers - 1) assert.ok(percentileOf(target, servers - 1, load) > target.time * (1 - 1e-9));
    }));
  });

  it('the highest load keeps the target, a little more breaks it, and it needs exactly these servers', () => {
    fc.assert(fc.property(targets, fc.integer({ min: 1, max: 3_000 }), (target, servers) => {
      const load = loadFor(target, servers);
      assert.ok(load > 0 && load < servers && meets(target, servers, load));
      assert.ok(!meets(target, servers, load * (1 + 1e-6)));
      assert.equal(serversFor(target, load, 100_000), servers);
    }));
  });

  it('M/M/1 in closed form: ρ = 1 − ln(1/p) S/T', () => {
    for (const time of [5, 10, 100]) near(loadFor({ measure: 'response', beyond: 0.01, time }, 1), 1 + Math.log(0.01) / time, 1e-9);
  });

  it('one more server is never worse', () => {
    fc.assert(fc.property(targets, fc.integer({ min: 1, max: 500 }), fc.double({ min: 0.01, max: 0.999, noNaN: true }), (target, servers, busy) => {
      assert.ok(percentileOf(target, servers + 1, busy * servers) <= percentileOf(target, servers, busy * servers) * (1 + 1e-12));
    }));
  });

  it('refuses loads beyond the most servers', () => {
    assert.equal(serversFor({ measure: 'wait', beyond: 0.01, time: 0 }, 100, 100), null);
    assert.equal(serversFor({ measure: 'wait', beyond: 0.01, time: 0 }, 99, 100), null);
    assert.equal(serversFor({ measure: 'wait', beyond: 0.01, time: 1e6 }, 99.5, 100), 100);
  });
});
