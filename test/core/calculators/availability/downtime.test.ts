import assert from 'node:assert/strict';
import fc from 'fast-check';
import { downtime } from '../../../../src/core/calculators/availability/downtime';
import { availabilityFigureAt, downtimeOf } from '../../../../src/core/calculators/availability/figure';
import { PERIODS } from '../../../../src/core/calculators/availability/periods';
import { calculate, findings, findingsOf, holds, near } from './support';

const HOUR = 3_600;
const DAY = 86_400;
const of = (availability: string) => findings(downtime, { availability }).results;

describe('downtime of an availability', () => {
  // Site Reliability Engineering (2016), appendix A, table A-1: a year of 365 days, a quarter of 90, a month of 30.
  const SRE: readonly (readonly [availability: string, year: string, yearUnit: number, quarter: string, quarterUnit: number, month: string, monthUnit: number, week: string, weekUnit: number, day: string, dayUnit: number])[] = [
    ['90', '36.5', DAY, '9', DAY, '3', DAY, '16.8', HOUR, '2.4', HOUR],
    ['99', '3.65', DAY, '21.6', HOUR, '7.2', HOUR, '1.68', HOUR, '14.4', 60],
    ['99.5', '1.83', DAY, '10.8', HOUR, '3.6', HOUR, '50.4', 60, '7.20', 60],
    ['99.9', '8.76', HOUR, '2.16', HOUR, '43.2', 60, '10.1', 60, '1.44', 60],
    ['99.95', '4.38', HOUR, '1.08', HOUR, '21.6', 60, '5.04', 60, '43.2', 1],
    ['99.99', '52.6', 60, '12.96', 60, '4.32', 60, '60.5', 1, '8.64', 1],
    ['99.999', '5.26', 60, '1.30', 60, '25.9', 1, '6.05', 1, '0.87', 1],
  ];
  for (const [availability, year, yearUnit, quarter, quarterUnit, month, monthUnit, week, weekUnit, day, dayUnit] of SRE) {
    it(`agrees with the table of the SRE book at ${availability} %`, () => {
      const { results, found } = findings(downtime, { availability });
      holds(((results['perYear'] ?? 0) * (365 / 365.2425)) / yearUnit, year, 'year');
      holds(((results['perQuarter'] ?? 0) * (90 / (365.2425 / 4))) / quarterUnit, quarter, 'quarter');
      holds(((found.terms as Record<string, number>)['inThirtyDays'] ?? 0) / monthUnit, month, 'month');
      holds((results['perWeek'] ?? 0) / weekUnit, week, 'week');
      // The book prints 0.87 s for 0.864 s.
      if (availability === '99.999') near(results['perDay'], 0.864, 1e-9);
      else holds((results['perDay'] ?? 0) / dayUnit, day, 'day');
    });
  }

  // Wikipedia, "High availability", percentage calculation: a year of 365.25 days.
  const MEAN: readonly (readonly [availability: string, year: string, yearUnit: number, month: string, monthUnit: number])[] = [
    ['99', '3.65', DAY, '7.31', HOUR], ['99.5', '1.83', DAY, '3.65', HOUR], ['99.9', '8.77', HOUR, '43.83', 60],
    ['99.95', '4.38', HOUR, '21.92', 60], ['99.99', '52.60', 60, '4.38', 60], ['99.999', '5.26', 60, '26.30', 1], ['99.9999', '31.56', 1, '2.63', 1],
  ];
  for (const [availability, year, yearUnit, month, monthUnit] of MEAN) {
    it(`agrees with the table of mean years and months at ${availability} %`, () => {
      const julian = 365.25 / 365.2425;
      holds(((of(availability)['perYear'] ?? 0) * julian) / yearUnit, year);
      holds(((of(availability)['perMonth'] ?? 0) * julian) / monthUnit, month);
    });
  }

  it('counts nines as the classes of Gray and Siewiorek', () => {
    // Print not seen. "High-Availability Computer Systems", IEEE Computer 24(9), 1991, table 1: class = floor(log10(1 / (1 − A))), and
    // unavailability in minutes a year, rounded there to one digit of five.
    for (const [availability, cls, minutes] of [['90', 1, 50_000], ['99', 2, 5_000], ['99.9', 3, 500], ['99.99', 4, 50], ['99.999', 5, 5], ['99.9999', 6, 0.5], ['99.99999', 7, 0.05]] as const) {
      near(of(availability)['nines'], cls, 1e-8);
      near((of(availability)['perYear'] ?? 0) / 60, minutes, 0.06);
    }
  });

  it('calls 99.95 % three and a half nines, as the SRE book does, and shows both in the table', () => {
    // Site Reliability Engineering, chapter 4: the target of Google Compute Engine is "three and a half nines", 99.95 %.
    const rows = findings(downtime).found.tables?.['nines'] ?? [];
    assert.deepEqual(rows.map(([nines, availability]) => [nines, availability]), [[2, 0.99], [2.5, 0.995], [3, 0.999], [3.5, 0.9995], [4, 0.9999], [4.5, 0.99995], [5, 0.99999], [5.5, 0.999995], [6, 0.999999]]);
    assert.equal(availabilityFigureAt('three and a half nines', 3)?.availability, 0.9995);
    holds(of('99.95')['nines'], '3.301');
  });

  it('finds the availability behind an allowed downtime, and back', () => {
    near(findings(downtime, { known: 'downtime', allowed: '43.2 min', period: 'day' }).results['target'], 0.97);
    near(findings(downtime, { known: 'downtime', allowed: '8.765820 h', period: 'year' }).results['target'], 0.999);
    fc.assert(fc.property(fc.double({ min: 0, max: 0.999999999, noNaN: true }), fc.constantFrom(...Object.keys(PERIODS) as (keyof typeof PERIODS)[]), (availability, period) => {
      const { results: there } = findingsOf(downtime, { known: 'availability', availability, allowed: 1, period });
      const allowed = there[{ day: 'perDay', week: 'perWeek', month: 'perMonth', quarter: 'perQuarter', year: 'perYear' }[period]];
      const { results: back } = findingsOf(downtime, { known: 'downtime', availability: 0.5, allowed, period });
      assert.ok(Math.abs((back['target'] ?? NaN) - availability) < 1e-15);
    }));
  });

  it('refuses a downtime that is longer than its period', () => {
    assert.deepEqual(calculate(downtime, { known: 'downtime', allowed: '25 h', period: 'day' }), { refused: 'longerThanPeriod', field: 'allowed', terms: { allowed: 90_000, length: 86_400 } });
    assert.equal(findings(downtime, { known: 'downtime', allowed: '24 h', period: 'day' }).results['target'], 0);
  });

  it('says when a person is too slow', () => {
    assert.ok(findings(downtime, { availability: '99.99 %' }).notes.includes('noPerson'));
    assert.ok(findings(downtime, { availability: '99.95 %' }).notes.includes('oneIncident'));
    assert.deepEqual(findings(downtime, { availability: '99 %' }).notes, ['thirtyDays']);
  });

  it('agrees with the hover', () => {
    for (const availability of ['99', '99.95', '99.999']) {
      near(of(availability)['perMonth'], downtimeOf(Number(availability) / 100).perMonth);
      near(of(availability)['perYear'], downtimeOf(Number(availability) / 100).perYear);
    }
  });
});
