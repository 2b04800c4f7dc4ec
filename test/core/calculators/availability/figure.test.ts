import assert from 'node:assert/strict';
import fc from 'fast-check';
import { availabilityFigureAt, downtimeOf, durationParts } from '../../../../src/core/calculators/availability/figure';
import { MONTH, YEAR } from '../../../../src/core/calculators/units';

/** Lines in which exactly the parts between « and » are found, with the availability that they stand for. */
const FOUND: readonly (readonly [line: string, ...availabilities: readonly number[]])[] = [
  // Documents
  ['The checkout service has an SLO of «99.95 %» over 30 days.', 0.9995],
  ['We promise «99.9%» availability to paying customers.', 0.999],
  ['Die Verfügbarkeit liegt bei «99,95 %» im Monat.', 0.9995],
  ['| API gateway | «99.99%» | quarterly |', 0.9999],
  ['- Uptime last quarter: **«99.982 %»**', 0.99982],
  ['Our target is «four nines», and the provider gives us only «three and a half nines».', 0.9999, 0.9995],
  ['Nobody needs «five 9s» for an internal wiki.', 0.99999],
  ['From «4 nines» to «5 nines» the budget shrinks by a factor of ten.', 0.9999, 0.99999],
  ['a «four-nines» service cannot rest on a «three-nines» dependency', 0.9999, 0.999],
  ['Three replicas at «99 %» each look like «99.9999 %» on paper.', 0.99, 0.999999],
  ['«3.5 nines» is what the SLA says (≥«99.95%»).', 0.9995, 0.9995],
  ['«99.9 %» (43 min 49 s a month) is enough for the back office', 0.999],
  ['We measured an availability of «97.2 %» in November.', 0.972],
  ['SLA credits: 10 % below «99.99%», 30 % below «99.0%».', 0.9999, 0.99],
  ['### SLO: «99.5\u00a0%» of requests succeed', 0.995],
  ['«99.9%» of requests to /checkout return a non-5xx status', 0.999],
  ['«99.95 %» of the time the queue is reachable', 0.9995],
  ['The error budget of a «0.999» objective is 0.001.', 0.999],
  ['![uptime](https://img.shields.io/badge/uptime-«99.98%»-green)', 0.9998],
  ['Availability: «99.9%»; downtime less than 44 min a month', 0.999],
  ['From «99.9%»–«99.99%» the price doubles.', 0.999, 0.9999],
  ['The service was up for only 89.9 % of May, so the uptime of the year fell to «98.1 %».', 0.981],
  ['every part has «Five Nines», the whole has less', 0.99999],
  ['"Highly available" means «99.99%» here.', 0.9999],
  ['across three availability zones we expect «99.99 %»', 0.9999],
  // Manifests
  ['  objective: «99.9»', 0.999],
  ['      objective: «99.95» # Sloth', 0.9995],
  ['    slo: "«99.9»"', 0.999],
  ['availabilityTarget: «0.9995»', 0.9995],
  ['  sloTarget: «0.995»', 0.995],
  ['    slo_target = «0.999»', 0.999],
  ['  availability_target = "«99.95%»"', 0.9995],
  ['    example.com/sla: "«99.9%»"', 0.999],
  ['      summary: "Availability of {{ $labels.service }} is below «99.9%»"', 0.999],
  ['  description = "«99.9%» of requests are good over 28 days"', 0.999],
  ['const SLO = «0.999»;', 0.999],
  ['{ "service": "cart", "uptime": «99.97», "region": "eu" }', 0.9997],
  ['  displayName: «99.5%» - Availability - 28 days', 0.995],
];

const QUIET: readonly string[] = [
  // Percentiles and latency
  'p99 = 250ms', 'p99 = 250ms with a fan-out of 100: 99 % of calls, availability 99.9 %', 'the p99.9 of checkout', 'p99.9% is what we alert on', 'latency_p99: 99%',
  '99 % of requests complete within 300 ms', '99.9% of requests < 1 s', 'Latency SLO: 99.9 % of reads under 250 ms', 'the 99.9th percentile', 'histogram_quantile(0.99, sum(rate(slo_requests_bucket[5m])) by (le))', '99.5%ile', 'the 99th and the 99.9 % mark',
  'SLO response time: 99 % in one second',
  // Other shares
  'a 99 % confidence interval', 'Test coverage: 99.2%', 'The classifier reaches an accuracy of 99.1 %', 'CPU at 99 % for ten minutes', 'alert: memory usage above 99 %', 'disk 99.5% full', 'utilisation must stay below 99 %', 'a cache hit ratio of 99.5 %', 'hit_rate: 99.9%', 'an hour gives 28 misses (86 % hits before, 99.7 % now)',
  'S3 is designed for 99.999999999% durability', 'eleven nines of durability', 'durability of nine nines', '99% off, today only', 'A discount of 99.9 %', 'I am 99 % sure that this is fine', '99.9% compatible with the old API', '99 % of developers never read this', 'the bundle shrank by 99 %', 'canary weight: 99%', 'threshold: 99%',
  'maxUnavailable: 99%', 'minAvailable: 99%', 'Spread over three availability zones, 95 % of pods',
  // Not certain enough
  '97.5 % of the points', '95 %', 'only 90.0 % here', 'uptime 100 %', '100% available', '100.0 % uptime', 'SLO: 89.9 %', 'weights: [0.9995, 0.0005]', 'version 0.9995', 'target: 0.999', 'timeout of the uptime check: 0.95s', 'availability check took 0.95 s', 'slow: 95 %', 'Oslo: 96.5 %',
  '-99.5 %', 'up +99.9%', 'costs $99.99 %', '1.99.9%', '1,99.9%', 'twenty-four nines', '14 nines', 'dressed to the nines', '9s', 'slo-v0.99.1', 'an availability of 0.999⁴', 'release 0.99.9 of the SLO tool',
  // Style sheets and code
  'width: 99.5%;', '  max-width: 99%', 'flex: 0 0 99.9%;', 'transform: translateX(99.5%)', '<td width="99%">', '  99.5% { opacity: 1 }', 'background: linear-gradient(#fff 99.9%, #000)', 'style={{ marginLeft: "99%" }}', 'left: 99.9%',
  'const rest = 99.9 % x;', 'return 99.9 % size;', '99.9 % n', '99 % 7', 'phase = 99.9 % step', 'if (99 % count) {', 'x = 99.9%(a + b)', 'printf("99.9%%")', 'GET /q?a=99.9%20b', 'LIKE \'99%\'', '99.9%s',
];

/** The line without its marks, and the places that they mark. */
function unmark(line: string): { text: string; places: (readonly [start: number, end: number])[] } {
  const places: (readonly [number, number])[] = [];
  let text = '';
  for (const [index, piece] of line.split(/[«»]/u).entries()) {
    if (index % 2 === 1) places.push([text.length, text.length + piece.length]);
    text += piece;
  }
  return { text, places };
}

describe('availability in running text', () => {
  for (const [line, ...availabilities] of FOUND) {
    it(`finds it in: ${line}`, () => {
      const { text, places } = unmark(line);
      assert.equal(places.length, availabilities.length);
      const seen = new Set<string>();
      for (let character = 0; character <= text.length; character += 1) {
        const figure = availabilityFigureAt(text, character);
        const expected = places.findIndex(([start, end]) => start <= character && character <= end);
        assert.equal(figure?.start, places[expected]?.[0], `at ${character}`);
        assert.equal(figure?.availability, availabilities[expected]);
        if (figure) {
          assert.equal(text.slice(figure.start, figure.end), figure.text);
          assert.equal(figure.end, places[expected]?.[1]);
          seen.add(figure.text);
        }
      }
      assert.ok(seen.size > 0);
    });
  }

  for (const line of QUIET) {
    it(`is silent about: ${line}`, () => {
      for (let character = 0; character <= line.length; character += 1) assert.equal(availabilityFigureAt(line, character), undefined, `at ${character}`);
    });
  }

  const pieces = fc.constantFrom('99.9', '%', ' ', '0.999', 'SLO', 'four nines', '=', ';', '(', '9', ',', '-', ' of ', 'p99', 'width:', '\u00a0', '½', 'a'.repeat(300), '🦆');
  const lines = fc.oneof(fc.string({ unit: 'binary' }), fc.array(pieces, { maxLength: 60 }).map((found) => found.join('')));

  it('never throws, and what it finds is in the line, at the place, between 90 % and 100 %', () => {
    fc.assert(fc.property(lines, fc.oneof(fc.integer({ min: -5, max: 400 }), fc.constantFrom(NaN, Infinity, -Infinity, 0.5)), (line, character) => {
      const figure = availabilityFigureAt(line, character);
      if (!figure) return;
      assert.equal(line.slice(figure.start, figure.end), figure.text);
      assert.ok(figure.start <= character && character <= figure.end);
      assert.ok(figure.availability >= 0.9 && figure.availability < 1);
    }), { numRuns: 2_000 });
  });

  it('answers in less than a tenth of a millisecond, in long and in hostile lines too', () => {
    const hostile = ['99.9 %', '=', '= 99.9 % a', ' of a', 'four and a half ', '9', 'SLO 0.999 ', '99.9 % of a b c ', 'return ', '   ', 'objective   =   "', '-', 'within 99 ', 'e'].map((piece) => piece.repeat(Math.ceil(10_000 / piece.length)));
    const all = [...hostile, ...hostile.map((line) => `${line.slice(0, 5_000)} 99.9 % ${line.slice(0, 5_000)}`)];
    for (const line of all) {
      const best = Math.min(...Array.from({ length: 5 }, () => {
        const begin = performance.now();
        for (let round = 0; round < 20; round += 1) availabilityFigureAt(line, 5_003);
        return (performance.now() - begin) / 20;
      }));
      assert.ok(best < 0.1, `${best} ms for ${line.slice(0, 20)}…`);
    }
  });
});

describe('the downtime of an availability', () => {
  it('is reckoned with the mean month and year of the units', () => {
    assert.deepEqual(downtimeOf(0), { perMonth: MONTH, perYear: YEAR });
    assert.deepEqual(downtimeOf(1), { perMonth: 0, perYear: 0 });
  });

  const write = (seconds: number) => durationParts(seconds).map(({ count, unit }) => `${count} ${unit}`).join(' ');
  it('is written in two units at most', () => {
    assert.equal(write(downtimeOf(0.9995).perMonth), '21 minute 55 second');
    assert.equal(write(downtimeOf(0.9995).perYear), '4 hour 23 minute');
    assert.equal(write(downtimeOf(0.99).perYear), '3 day 16 hour');
    assert.equal(write(downtimeOf(0.99999).perMonth), '26.3 second');
    for (const [seconds, text] of [[0, '0 millisecond'], [0.0316, '32 millisecond'], [0.96, '1 second'], [59.94, '59.9 second'], [59.96, '1 minute'], [3_599.6, '1 hour'], [86_399, '1 day'], [90_000, '1 day 1 hour'], [60, '1 minute'], [3_570, '59 minute 30 second'], [85_800, '23 hour 50 minute'], [3_660, '1 hour 1 minute']] as const) assert.equal(write(seconds), text);
  });

  it('never loses more than half of the smaller unit', () => {
    const SIZE = { day: 86_400, hour: 3_600, minute: 60, second: 1, millisecond: 1e-3 };
    fc.assert(fc.property(fc.oneof(...[70, 4_000, 100_000, YEAR].map((max) => fc.double({ min: 0, max, noNaN: true }))), (seconds) => {
      const parts = durationParts(seconds);
      const sum = parts.reduce((total, { count, unit }) => total + count * SIZE[unit], 0);
      const half = seconds < 0.95 ? 5e-4 : seconds < 59.95 ? 0.05 : seconds < 3_600 ? 0.5 : seconds < 86_400 ? 30 : 1_800;
      assert.ok(Math.abs(sum - seconds) <= half + 1e-6, `${seconds}: ${JSON.stringify(parts)}`);
      assert.ok(parts.length >= 1 && parts.length <= 2);
    }));
  });
});
