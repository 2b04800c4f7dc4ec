/** What a retry budget lets through, in a steady state and in an outage. */
import { definePart, type Note } from '../definition';
import { choice, count } from '../fields';
import { grantedRetries, limitingFailure, retriesLeft, SCHEMES, untilNextRetry, wantedRetries, type Budget } from './budgets';
import { attempts, failureShare, requestRate, retryBudget } from './fields';

const POINTS = 201;
const shares = Array.from({ length: POINTS }, (_, index) => index / (POINTS - 1));
/** Below this a budget pays for a retry so rarely that the count of requests says nothing. */
const LEAST_BUDGET = 1e-9;

export const budget = definePart({
  id: 'budget',
  fields: { scheme: choice(SCHEMES, 'perSuccess'), retryBudget, tokens: count(10, 1, 1_000), attempts, failureShare, requestRate },
  results: {
    tries: 'number', load: 'rate', unlimitedLoad: 'rate', granted: 'share', succeeding: 'share', limitsFrom: 'share',
    outageRetries: 'number', untilRequest: 'number', untilSuccess: 'number',
  },
  terms: { wanted: 'number', withoutRetries: 'share' },
  notes: ['held', 'stopped', 'free', 'nothingFails', 'neverRetries'],
  plots: { tries: { kind: 'line', x: 'share', y: 'number', series: ['unlimited', 'limited'], marks: ['here', 'limit'] } },
}, ({ scheme, retryBudget: share, tokens, attempts: most, failureShare: failure, requestRate: rate }) => {
  const wanted = wantedRetries(failure, most);
  const paid: Budget = { scheme, share, tokens };
  const retries = grantedRetries(paid, failure, most);
  const tries = 1 + retries;
  const limitsFrom = limitingFailure(paid, most);
  const outageRetries = retriesLeft(scheme, tokens);
  const until = share >= LEAST_BUDGET ? untilNextRetry(paid) : undefined;
  const verdict: Note = { id: outageRetries === 0 ? 'neverRetries' : wanted === 0 ? 'nothingFails' : retries === 0 ? 'stopped' : retries < wanted ? 'held' : 'free' };
  return {
    results: {
      tries, load: rate * tries, unlimitedLoad: rate * (1 + wanted), succeeding: tries * (1 - failure), limitsFrom,
      ...(wanted > 0 && { granted: retries / wanted }),
      outageRetries, ...(until !== undefined && { [scheme === 'perRequest' ? 'untilRequest' : 'untilSuccess']: until }),
    },
    terms: { wanted, withoutRetries: 1 - failure },
    notes: [verdict],
    plots: {
      tries: {
        series: [
          { id: 'unlimited', points: shares.map((f) => [f, 1 + wantedRetries(f, most)]) },
          { id: 'limited', points: shares.map((f) => [f, 1 + grantedRetries(paid, f, most)]) },
        ],
        marks: [{ id: 'here', x: failure }, { id: 'limit', x: limitsFrom }],
      },
    },
  };
});
