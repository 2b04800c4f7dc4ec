import { definePart, type Note } from '../definition';
import { number, share } from '../fields';
import { DAY, MONTH } from '../units';
import { breakEvenUtilisation, committedPriceOf } from './commitment';
import { committedPrice, onDemandPrice, term, upfront } from './fields';

const HOUR = 3_600;
const POINTS = 20;
/** Prices that differ by less are the same, and differ by rounding. */
const SAME = 1e-12;

/** On demand against a commitment, at a given use. */
export const commitmentPart = definePart({
  id: 'commitment',
  fields: { onDemandPrice, committedPrice, upfront, term, units: number('none', 10, { least: 0.001, most: 1e9 }), utilisation: share(0.75) },
  results: { effectivePrice: 'money', discount: 'share', breakEvenUtilisation: 'share', pricePerUsedHour: 'money', savingRate: 'share', savingMonth: 'money', savingTerm: 'money', paidAfter: 'time' },
  terms: { hour: 'time', month: 'time', unusedMonth: 'money' },
  notes: ['saves', 'loses', 'equal', 'neverPays', 'longTerm'],
  plots: { byUtilisation: { kind: 'line', x: 'share', y: 'money', series: ['onDemand', 'committed'], marks: ['here', 'equal'] } },
}, (values) => {
  const { onDemandPrice: onDemand, utilisation, units } = values;
  const effectivePrice = committedPriceOf(values.committedPrice, values.upfront, values.term / HOUR);
  const breakEven = breakEvenUtilisation(onDemand, effectivePrice);
  const worth = onDemand * utilisation;
  const savingHour = worth - effectivePrice;
  const equal = Math.abs(savingHour) <= SAME * worth;
  const savingMonth = savingHour * units * MONTH / HOUR;
  const notes: Note[] = [{ id: breakEven >= 1 ? 'neverPays' : equal ? 'equal' : savingHour > 0 ? 'saves' : 'loses' }];
  if (values.term > 366 * DAY && savingHour > 0 && !equal) notes.push({ id: 'longTerm' });
  const points = (at: (used: number) => number) => Array.from({ length: POINTS + 1 }, (_, index): [number, number] => [index / POINTS, at(index / POINTS)]);
  return {
    results: {
      effectivePrice,
      discount: 1 - effectivePrice / onDemand,
      breakEvenUtilisation: breakEven,
      ...(worth > 0 && effectivePrice / utilisation <= 1e15 && { pricePerUsedHour: effectivePrice / utilisation, savingRate: 1 - effectivePrice / worth }),
      savingMonth,
      savingTerm: savingMonth * (values.term / MONTH),
      ...(breakEven < 1 && { paidAfter: breakEven * values.term }),
    },
    terms: { hour: HOUR, month: MONTH, unusedMonth: effectivePrice * (1 - utilisation) * units * MONTH / HOUR },
    notes,
    plots: { byUtilisation: {
      series: [{ id: 'onDemand', points: points((used) => used * onDemand) }, { id: 'committed', points: points(() => effectivePrice) }],
      marks: [{ id: 'here', x: utilisation }, ...(breakEven <= 1 ? [{ id: 'equal', x: breakEven }] : [])],
    } },
  };
});

