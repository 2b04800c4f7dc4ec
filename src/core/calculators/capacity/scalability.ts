import { definePart, refuse, type Note } from '../definition';
import { number, table } from '../fields';
import { fitUsl } from './fitUsl';
import { peakOf, throughputAt } from './usl';
import { errorsOf } from './uslErrors';

const LEAST_DISTINCT = 4;
const POINTS = 80;
/** A coefficient below so many of its standard errors may as well be zero. */
const CERTAIN = 2;
const POOR = 0.9;

const EXAMPLE = [[1, 985], [2, 1_890], [4, 3_480], [8, 5_720], [16, 8_150], [24, 8_960], [32, 9_210], [48, 8_800]] as const;

/** The Universal Scalability Law fitted to measurements of throughput. */
export const scalability = definePart({
  id: 'scalability',
  fields: {
    measurements: table(
      { concurrency: number('none', 1, { least: 1e-3, most: 1e7 }), measured: number('perSecond', 1_000, { least: 1e-9, most: 1e15 }) },
      EXAMPLE.map(([concurrency, measured]) => ({ concurrency, measured })), 1, 200,
    ),
    predictAt: number('none', 64, { least: 1, most: 1e7, short: 'n' }),
  },
  results: {
    sigma: 'number', kappa: 'number', lambda: 'rate', peakAt: 'number', peakThroughput: 'rate', ceiling: 'rate',
    predicted: 'rate', determination: 'number',
  },
  terms: { residualError: 'rate', largestMeasured: 'number', uncertainPeak: 'number', distinct: 'number', efficiency: 'share' },
  notes: [
    'peakWithin', 'peakBeyond', 'peakUncertain', 'amdahl', 'linear', 'fallsFromStart', 'extrapolated', 'fewPoints', 'poorFit',
  ],
  refusals: ['tooFewDistinct'],
  tables: {
    residuals: { columns: { concurrency: 'number', measured: 'rate', fitted: 'rate', residual: 'share' } },
    coefficients: { columns: { coefficient: 'text', estimate: 'number', error: 'number' } },
  },
  plots: { fit: { kind: 'line', x: 'number', y: 'rate', series: ['law', 'data'], points: ['data'], marks: ['peak', 'asked'] } },
}, ({ measurements, predictAt }) => {
  const data = measurements.map(({ concurrency, measured }) => ({ n: concurrency, throughput: measured }));
  const distinct = new Set(data.map(({ n }) => n)).size;
  if (distinct < LEAST_DISTINCT) return refuse('tooFewDistinct', 'measurements', { distinct });

  const law = fitUsl(data);
  const errors = errorsOf(law, data);
  const mean = data.reduce((sum, { throughput }) => sum + throughput / data.length, 0);
  const spread = data.reduce((sum, { throughput }) => sum + (throughput - mean) ** 2, 0);
  const determination = spread > 0 ? 1 - law.squares / spread : null;
  const largestMeasured = Math.max(...data.map(({ n }) => n));
  const peak = peakOf(law);
  const certain = peak !== null && peak >= 1 && (peak <= largestMeasured || law.kappa >= CERTAIN * (errors.kappa ?? Infinity));
  const peakAt = certain ? peak : null;

  const shape: Note['id'] = peak === null ? (law.sigma > 0 ? 'amdahl' : 'linear')
    : peak < 1 ? 'fallsFromStart' : !certain ? 'peakUncertain' : peak <= largestMeasured ? 'peakWithin' : 'peakBeyond';
  const notes: Note[] = [{ id: shape === 'amdahl' && law.sigma === 1 ? 'fallsFromStart' : shape }];
  if (predictAt > largestMeasured) notes.push({ id: 'extrapolated' });
  if (distinct < 6) notes.push({ id: 'fewPoints' });
  if (determination !== null && determination < POOR) notes.push({ id: 'poorFit' });

  const predicted = throughputAt(law, predictAt);
  const smallest = Math.min(...data.map(({ n }) => n));
  const last = Math.max(1.1 * largestMeasured, ...[peakAt, predictAt].filter((at): at is number => at !== null && at <= 3 * largestMeasured).map((at) => 1.05 * at));
  const at = Array.from({ length: POINTS + 1 }, (_, step) => smallest + ((last - smallest) * step) / POINTS);
  return {
    results: {
      sigma: law.sigma, kappa: law.kappa, lambda: law.lambda,
      ...(peakAt !== null && { peakAt, peakThroughput: throughputAt(law, peakAt) }),
      ...(law.sigma > 0 && { ceiling: law.lambda / law.sigma }),
      predicted, ...(determination !== null && { determination }),
    },
    terms: {
      largestMeasured, distinct, efficiency: predicted / (predictAt * law.lambda),
      ...(errors.residual !== null && { residualError: errors.residual }), ...(peak !== null && { uncertainPeak: peak }),
    },
    notes,
    tables: {
      residuals: data.map(({ n, throughput }) => [n, throughput, throughputAt(law, n), throughput / throughputAt(law, n) - 1]),
      coefficients: [['σ', law.sigma, errors.sigma], ['κ', law.kappa, errors.kappa], ['λ', law.lambda, errors.lambda]],
    },
    plots: {
      fit: {
        series: [
          { id: 'law', points: at.map((n) => [n, throughputAt(law, n)] as const).filter(([, x]) => x > 0 && Number.isFinite(x)) },
          { id: 'data', points: data.map(({ n, throughput }) => [n, throughput] as const) },
        ],
        marks: [...(peakAt !== null && peakAt <= last ? [{ id: 'peak', x: peakAt }] : []), ...(predictAt >= smallest && predictAt <= last ? [{ id: 'asked', x: predictAt }] : [])],
      },
    },
  };
});
