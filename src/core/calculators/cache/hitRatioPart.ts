import { definePart, type Note } from '../definition';
import { number, share } from '../fields';
import { characteristicTime, idealSizeFor, longestTime, lruHitRatio, lruSizeFor, recentShare, sizeAndShare } from './che';
import { cacheSize, exponent, latency, objects, requestRate } from './fields';
import { type Catalogue, createCatalogue, idealHitRatio } from './zipf';

type Point = readonly [x: number, y: number];
const POINTS = 48;
/** Below this many objects the approximation errs by several per cent. */
const SMALL = 10;

/** How often a cache of a given size is hit, and how large it must be. */
export const hitRatioPart = definePart({
  id: 'hitRatio',
  fields: {
    exponent, objects, cacheSize, requestRate,
    hitTime: latency(1e-3), missTime: latency(50e-3),
    wantedHitRatio: share(0.9, { least: 0.001, most: 0.9999 }),
    objectSize: number('kilobyte', 2e3, { least: 1, most: 1e12 }),
  },
  results: {
    lruHitRatio: 'share', idealHitRatio: 'share', characteristicTime: 'time', meanLatency: 'time', missRate: 'rate',
    cacheMemory: 'data', neededSize: 'number', neededMemory: 'data',
  },
  terms: { doubledHitRatio: 'share', neededIdealSize: 'number' },
  notes: ['allFit', 'verdict', 'betterPolicy', 'doubled', 'fewObjects', 'slowHits'],
  plots: { bySize: { kind: 'line', x: 'number', y: 'share', logX: true, series: ['lru', 'ideal'], marks: ['here', 'wanted'] } },
}, (values) => {
  const catalogue = createCatalogue(values.objects, values.exponent);
  const size = Math.min(values.cacheSize, values.objects);
  const time = characteristicTime(catalogue, size);
  const lru = Number.isFinite(time) ? recentShare(catalogue, time) : 1;
  const ideal = idealHitRatio(catalogue, size);
  const doubled = lruHitRatio(catalogue, 2 * size);
  const neededSize = lruSizeFor(catalogue, values.wantedHitRatio);
  const notes: Note[] = [{ id: size === values.objects ? 'allFit' : 'verdict' }];
  if (ideal - lru > 0.05) notes.push({ id: 'betterPolicy' });
  if (size < values.objects) notes.push({ id: 'doubled' });
  if (size < SMALL && size < values.objects) notes.push({ id: 'fewObjects' });
  if (values.missTime < values.hitTime) notes.push({ id: 'slowHits' });
  return {
    results: {
      lruHitRatio: lru,
      idealHitRatio: ideal,
      ...(Number.isFinite(time) && { characteristicTime: time / values.requestRate }),
      meanLatency: lru * values.hitTime + (1 - lru) * values.missTime,
      missRate: values.requestRate * (1 - lru),
      cacheMemory: values.cacheSize * values.objectSize,
      neededSize,
      neededMemory: neededSize * values.objectSize,
    },
    terms: { doubledHitRatio: doubled, neededIdealSize: idealSizeFor(catalogue, values.wantedHitRatio, (candidate) => idealHitRatio(catalogue, candidate)) },
    notes,
    plots: { bySize: { series: [
      { id: 'lru', points: lruCurve(catalogue) },
      { id: 'ideal', points: idealCurve(catalogue) },
    ], marks: [{ id: 'here', x: size }, { id: 'wanted', x: neededSize }] } },
  };
});

/** Each time gives a size and a hit ratio, so that no equation has to be solved. */
function lruCurve(catalogue: Catalogue): readonly Point[] {
  const last = Math.log(longestTime(catalogue));
  const points: Point[] = [];
  for (let index = 0; index < POINTS; index += 1) {
    const [size, share] = sizeAndShare(catalogue, Math.exp(last * index / POINTS));
    if (size >= 1 && size < catalogue.objects) points.push([size, share]);
  }
  return [...points, [catalogue.objects, 1]];
}

function idealCurve(catalogue: Catalogue): readonly Point[] {
  const sizes = Array.from({ length: POINTS + 1 }, (_, index) => Math.round(catalogue.objects ** (index / POINTS)));
  return [...new Set(sizes)].map((size) => [size, idealHitRatio(catalogue, size)]);
}
