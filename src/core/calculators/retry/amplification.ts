/** What retries in several layers do to the backend below them. */
import { definePart, type Note } from '../definition';
import { count, table, text } from '../fields';
import { capacity, failureShare, requestRate, retryBudget } from './fields';
import { cappedTries, cappedWorstCase, expectedTries, overloadedTries, worstCase } from './tries';

const POINTS = 101;
const shares = Array.from({ length: POINTS }, (_, index) => index / (POINTS - 1));

export const amplification = definePart({
  id: 'amplification',
  fields: {
    layers: table(
      { name: text('Layer'), tries: count(3, 1, 10) },
      [{ name: 'Browser', tries: 4 }, { name: 'Frontend', tries: 4 }, { name: 'Backend', tries: 4 }],
      1, 8,
    ),
    requestRate, failureShare, retryBudget, capacity,
  },
  results: {
    worstTries: 'number', worstLoad: 'rate', expected: 'number', backendLoad: 'rate', failedRequests: 'share',
    lowestOnly: 'number', budgetTries: 'number', safeRate: 'rate', overloadLoad: 'rate',
  },
  terms: { layerCount: 'number', lowestTries: 'number' },
  notes: ['overCapacity', 'vulnerable', 'safe', 'overloaded', 'oneLayer'],
  plots: {
    load: { kind: 'line', x: 'share', y: 'rate', logY: true, series: ['allLayers', 'withBudget', 'lowestLayer', 'capacityLine'], marks: ['here'] },
  },
}, ({ layers, requestRate: rate, failureShare: failure, retryBudget: budget, capacity: most }) => {
  const attempts = layers.map((layer) => layer.tries);
  const lowestTries = attempts.at(-1) ?? 1;
  const worstTries = worstCase(attempts);
  const expected = expectedTries(failure, worstTries);
  const overloaded = rate > most;
  const verdict = overloaded ? 'overloaded' : rate * expected > most ? 'overCapacity' : rate * worstTries > most ? 'vulnerable' : 'safe';
  const notes: Note[] = [{ id: verdict }];
  if (worstTries > lowestTries && lowestTries > 1) notes.push({ id: 'oneLayer' });
  return {
    results: {
      worstTries, worstLoad: rate * worstTries, expected, backendLoad: rate * expected, failedRequests: failure ** worstTries,
      lowestOnly: expectedTries(failure, lowestTries), budgetTries: cappedWorstCase(attempts, budget), safeRate: most / worstTries,
      ...(overloaded && worstTries > 1 && { overloadLoad: overloadedTries(rate, most, worstTries) }),
    },
    terms: { layerCount: layers.length, lowestTries },
    notes,
    plots: {
      load: {
        series: [
          { id: 'allLayers', points: shares.map((p) => [p, rate * expectedTries(p, worstTries)]) },
          { id: 'withBudget', points: shares.map((p) => [p, rate * cappedTries(attempts, p, budget)]) },
          { id: 'lowestLayer', points: shares.map((p) => [p, rate * expectedTries(p, lowestTries)]) },
          { id: 'capacityLine', points: [[0, most], [1, most]] },
        ],
        marks: [{ id: 'here', x: failure }],
      },
    },
  };
});
