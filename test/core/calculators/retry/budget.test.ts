import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createRandom } from '../../../../src/core/calculators/random';
import { budget } from '../../../../src/core/calculators/retry/budget';
import {
  grantedRetries, limitingFailure, retriesLeft, SCHEMES, throttleThreshold, untilNextRetry, wantedRetries, type Budget, type Scheme,
} from '../../../../src/core/calculators/retry/budgets';
import { checkPart, near, outcomeOf, resultsOf } from './arbitrary';

const budgetOf = (scheme: Scheme, share: number, tokens = 10): Budget => ({ scheme, share, tokens });

/** gRPC's token count in thousandths, as A6 says it; each call of `fail` tells whether the failure may be retried. */
class Throttle {
  public constructor(private readonly most: number, private readonly ratio: number, private tokens = most) {}
  public succeed(): void { this.tokens = Math.min(this.most, this.tokens + this.ratio); }
  public fail(): boolean { this.tokens = Math.max(0, this.tokens - 1_000); return this.tokens > this.most / 2; }
}

/** Retries for each request, counted. */
function simulate(scheme: Scheme, failure: number, attempts: number, ratio: number, tokensMost: number): number {
  const random = createRandom(3);
  const throttle = new Throttle(tokensMost * 1_000, ratio * 1_000);
  const requests = 200_000;
  let tokens = tokensMost;
  let retries = 0;
  const add = (): void => { tokens = Math.min(tokensMost, tokens + ratio); };
  for (let request = 0; request < requests; request += 1) {
    if (scheme === 'perRequest') add();
    for (let attempt = 1; ; attempt += 1) {
      if (random() >= failure) {
        if (scheme === 'perSuccess') add();
        throttle.succeed();
        break;
      }
      const mayRetry = throttle.fail();
      if (attempt === attempts || (scheme === 'throttle' ? !mayRetry : tokens < 1)) break;
      tokens -= 1;
      retries += 1;
    }
  }
  return retries / requests;
}

describe('Calculator: retry budget', () => {
  it("replays gRPC's own test of its retry throttle", () => {
    // grpc/grpc, test/core/client_channel/retry_throttle_test.cc, "Basic": 4 tokens, 1.6 for a success.
    const throttle = new Throttle(4_000, 1_600);
    const script: [string, boolean?][] = [
      ['fail', true], ['succeed'], ['fail', true], ['fail', false], ['fail', false], ['fail', false], ['fail', false],
      ['succeed'], ['succeed'], ['fail', true], ['fail', false], ['succeed'], ['fail', false], ['succeed'], ['fail', true],
    ];
    for (const [call, expected] of script) {
      if (call === 'succeed') throttle.succeed();
      else assert.equal(throttle.fail(), expected);
    }
    // In the same script: from full, one failure in a row is retried; from empty, one success is not enough, two are.
    assert.equal(retriesLeft('throttle', 4), 1);
    assert.equal(untilNextRetry(budgetOf('throttle', 1.6, 4)), 2);
  });

  it('counts what the example of gRPC proposal A6 means', () => {
    // maxTokens 10, tokenRatio 0.1: 4 failures in a row are retried, the fifth leaves 5 tokens, "less than or equal".
    const throttle = new Throttle(10_000, 100);
    assert.deepEqual([1, 2, 3, 4, 5].map(() => throttle.fail()), [true, true, true, true, false]);
    assert.equal(retriesLeft('throttle', 10), 4);
    // From an empty bucket a failure is retried only if more than half is left after it has taken its own token.
    for (const [tokens, thousandths] of [[10, 100], [9, 1_000], [3, 100], [7, 300], [1_000, 500]] as const) {
      let successes = 0;
      const retried = (): boolean => {
        const probe = new Throttle(tokens * 1_000, thousandths, 0);
        for (let success = 0; success < successes; success += 1) probe.succeed();
        return probe.fail();
      };
      while (!retried()) successes += 1;
      assert.equal(untilNextRetry(budgetOf('throttle', thousandths / 1_000, tokens)), successes, `${tokens}`);
    }
    assert.equal(untilNextRetry(budgetOf('throttle', 0.1)), 61);
  });

  it('never retries with one or two tokens of gRPC, as its token count does', () => {
    for (const tokens of [1, 2]) {
      assert.equal(new Throttle(tokens * 1_000, 1_000).fail(), false);
      assert.equal(simulate('throttle', 0.05, 4, 0.1, tokens), 0);
      const outcome = outcomeOf(budget, { scheme: 'throttle', tokens, failureShare: 0.05 });
      assert.ok('results' in outcome && outcome.notes?.[0]?.id === 'neverRetries');
      assert.equal(outcome.results['tries'], 1);
      assert.equal(outcome.results['limitsFrom'], 0);
      assert.equal(outcome.results['untilSuccess'], undefined);
    }
    assert.equal(new Throttle(3_000, 1_000).fail(), true);
    assert.ok((resultsOf(budget, { scheme: 'throttle', tokens: 3, failureShare: 0.05 }).tries ?? 0) > 1);
  });

  it('says what an empty bucket waits for', () => {
    const perRequest = resultsOf(budget, { scheme: 'perRequest', retryBudget: 0.15 });
    assert.deepEqual([perRequest.untilRequest, perRequest.untilSuccess], [7, undefined]);
    const perSuccess = resultsOf(budget, { scheme: 'perSuccess', retryBudget: 0.1 });
    assert.deepEqual([perSuccess.untilRequest, perSuccess.untilSuccess], [undefined, 10]);
    assert.equal(resultsOf(budget, { scheme: 'perSuccess', retryBudget: 0 }).untilSuccess, undefined);
  });

  it("scatters with gRPC's ten tokens as the assumptions say", () => {
    // content/calculators/retry.yml: about 70 % of the wanted retries at 8 % of failures, still 18 % at 10 %.
    near(simulate('throttle', 0.08, 5, 0.1, 10) / wantedRetries(0.08, 5), 0.7, 0.05);
    near(simulate('throttle', 0.1, 5, 0.1, 10) / wantedRetries(0.1, 5), 0.18, 0.06);
  });

  it('holds the published caps of ratios', () => {
    // Site Reliability Engineering, chapter 21: 10 % of retries make 1.1x. Finagle (Oliver 2016): 20 % of requests.
    near(resultsOf(budget, { scheme: 'perRequest', retryBudget: 0.1, failureShare: 1, attempts: 3 }).tries, 1.1);
    near(resultsOf(budget, { scheme: 'perRequest', retryBudget: 0.2, failureShare: 0.9, attempts: 5 }).tries, 1.2);
    // With two tries at most the budget binds where the failure rate is the budget.
    near(limitingFailure(budgetOf('perRequest', 0.2), 2), 0.2);
  });

  it('agrees with budgets that are counted request by request', () => {
    for (const scheme of ['perRequest', 'perSuccess'] as const) {
      for (const failure of [0.02, 0.15, 0.5, 0.9]) {
        const counted = simulate(scheme, failure, 4, 0.1, 100);
        assert.ok(Math.abs(grantedRetries(budgetOf(scheme, 0.1, 100), failure, 4) - counted) < 0.003, `${scheme} ${failure}: ${counted}`);
      }
    }
    // Away from its threshold of 1/11 gRPC retries all or nothing; a large bucket shows it.
    assert.ok(Math.abs(simulate('throttle', 0.05, 4, 0.1, 1_000) - wantedRetries(0.05, 4)) < 0.002);
    assert.ok(simulate('throttle', 0.2, 4, 0.1, 100) < 0.002);
    near(throttleThreshold(0.1), 1 / 11);
  });

  it('wants f + f² + …, counted term by term', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 2, max: 20 }), (failure, attempts) => {
      let sum = 0;
      for (let n = attempts - 1; n >= 1; n -= 1) sum += failure ** n;
      near(wantedRetries(failure, attempts), sum, 1e-10);
    }));
  });

  it('never grants more than is wanted, and binds just above its limit', () => {
    fc.assert(fc.property(
      fc.constantFrom(...SCHEMES), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 2, max: 20 }),
      fc.double({ min: 1e-6, max: 1, noNaN: true }),
      (scheme, failure, attempts, ratio) => {
        const granted = grantedRetries(budgetOf(scheme, ratio), failure, attempts);
        const wanted = wantedRetries(failure, attempts);
        assert.ok(granted >= 0 && granted <= wanted);
        assert.ok((1 + granted) * (1 - failure) <= 1 + 1e-12);
        if (scheme !== 'throttle') assert.ok(granted <= ratio * (1 + granted) * (scheme === 'perRequest' ? 1 : 1 - failure) * (1 + 1e-9));
        const limit = limitingFailure(budgetOf(scheme, ratio), attempts);
        if (failure < limit * (1 - 1e-6)) near(granted, wanted);
        if (failure > limit * (1 + 1e-6) + 1e-12) assert.ok(granted < wanted);
      },
    ));
  });

  it('counts the requests that succeed with the tries that are made, not with those that are wanted', () => {
    // 10 % of retries at 50 % failures: 1.1 tries for each request, half of them succeed.
    near(resultsOf(budget, { scheme: 'perRequest', retryBudget: 0.1, failureShare: 0.5, attempts: 5 }).succeeding, 0.55);
    // Without a limit in the way: all but 0.05^4.
    near(resultsOf(budget, { scheme: 'perRequest', retryBudget: 0.1, failureShare: 0.05, attempts: 4 }).succeeding, 1 - 0.05 ** 4);
  });

  it('stops in a full outage where only successes pay, and not where requests pay', () => {
    near(resultsOf(budget, { scheme: 'perSuccess', failureShare: 1 }).tries, 1);
    near(resultsOf(budget, { scheme: 'throttle', failureShare: 1 }).tries, 1);
    near(resultsOf(budget, { scheme: 'perRequest', failureShare: 1 }).tries, 1.1);
  });

  it('gives finite numbers for any values', () => checkPart(budget));
});
