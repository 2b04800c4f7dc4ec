import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Field, TableField } from '../../../src/core/calculators/definition';
import { choice, count, number, optionalNumber, share, table, text } from '../../../src/core/calculators/fields';
import { formatGiven, formatQuantity, formatTyped } from '../../../src/core/calculators/format';
import { formatRows, parseRows } from '../../../src/core/calculators/rows';
import { UNITS, type Dimension, type UnitId } from '../../../src/core/calculators/units';
import { readValue, typedRow } from '../../../src/core/calculators/values';

const latency = number('millisecond', 0.25, { above: 0, most: 3_600 });
const rate = number('perSecond', 100, { least: 0 });

function valueOf(field: Field, typed: string): unknown {
  const read = readValue(field, typed);
  return 'value' in read ? read.value : read.problems.map(({ code, bound }) => (bound === undefined ? code : `${code} ${bound}`)).join();
}

describe('What is typed into a field', () => {
  it('is read with its unit, or in that of the field', () => {
    assert.equal(valueOf(latency, '250'), 0.25);
    assert.equal(valueOf(latency, '1.5 s'), 1.5);
    assert.equal(valueOf(latency, '2min'), 120);
    assert.equal(valueOf(latency, '300 µs'), 0.0003);
    assert.equal(valueOf(share(0.9), '99.95 %'), 0.9995);
    assert.equal(valueOf(share(0.9), '99,95'), 0.9995);
    assert.equal(valueOf(number('gigabyte', 1e9, {}), '1 GiB'), 1_073_741_824);
    assert.equal(valueOf(number('gigabyte', 1e9, {}), '500 mb'), 5e8);
    assert.equal(valueOf(number('megabitPerSecond', 1, {}), '8'), 1e6);
    assert.equal(valueOf(number('megabitPerSecond', 1, {}), '8 MB/s'), 8e6);
    assert.equal(valueOf(number('kilometre', 1, {}), '10 miles'), 16.09344);
  });

  it('may be counted in thousands and millions', () => {
    assert.equal(valueOf(rate, '10k'), 10_000);
    assert.equal(valueOf(rate, '1.5 M/s'), 1.5e6);
    assert.equal(valueOf(rate, '60 per minute'), 1);
    assert.equal(valueOf(rate, '864k per day'), 10);
    assert.equal(valueOf(number('money', 1, {}), '€ 2.50'), 2.5);
    assert.equal(valueOf(rate, '1,200'), 1_200);
  });

  it('is refused beyond a bound, with the bound as people write it', () => {
    assert.equal(valueOf(latency, '0'), 'notAbove 0 ms');
    assert.equal(valueOf(latency, '2 h'), 'tooLarge 1 h');
    assert.equal(valueOf(share(0.5, { least: 0, below: 1 }), '100'), 'notBelow 100 %');
    assert.equal(valueOf(count(3, 1, 9), '2.5'), 'notWhole');
    assert.equal(valueOf(count(3, 1, 9), '12'), 'tooLarge 9');
    assert.match(String(valueOf(latency, '5 GB')), /^otherUnit ns, µs, ms/);
    assert.equal(valueOf(latency, 'soon'), 'notANumber 250 ms');
    assert.equal(valueOf(latency, ''), 'missing');
    assert.equal(valueOf(optionalNumber('none', null, {}), ' '), null);
    assert.equal(valueOf(choice(['a', 'b'], 'a'), 'c'), 'noOption a, b');
  });

  it('is a finite number within the bounds or a problem, whatever it is', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.double().map(String), fc.tuple(fc.double(), fc.constantFrom('ms', 's', '%', 'k', ' M/s', 'GB')).map(([value, unit]) => `${value} ${unit}`)), (typed) => {
      for (const field of [latency, rate, share(0.5), count(3, 1, 9), number('gigabyte', 1, {})]) {
        const read = readValue(field, typed);
        if (!('value' in read)) assert.ok(read.problems.length > 0);
        else assert.ok(typeof read.value === 'number' && Number.isFinite(read.value) && read.value >= (field.least ?? -Infinity) && read.value <= (field.most ?? Infinity));
      }
    }));
  });

  it('is what the field shows again', () => {
    fc.assert(fc.property(fc.constantFrom(...Object.keys(UNITS) as UnitId[]), fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (unit, typed) => {
      const value = typed * UNITS[unit].factor;
      const read = readValue(number(unit, value, {}), formatTyped(value, unit));
      assert.ok('value' in read && typeof read.value === 'number' && Math.abs(read.value / value - 1) < 1e-9, formatTyped(value, unit));
    }));
  });
});

describe('A quantity', () => {
  const texts: readonly (readonly [number, Dimension, string])[] = [
    [0.9995, 'share', '99.95 %'], [0.99999, 'share', '99.999 %'], [1, 'share', '100 %'], [0.5, 'share', '50 %'], [0, 'share', '0 %'], [1e-7, 'share', '0.00001 %'],
    [2_629.746, 'time', '43 min 50 s'], [31_556.952, 'time', '8 h 45 min 57 s'], [315_569.52, 'time', '3 d 15 h 39 min'], [0.25, 'time', '250 ms'], [0.0000021, 'time', '2.1 µs'], [0, 'time', '0 s'], [63_113_904, 'time', '2 years'], [75.5, 'time', '1 min 15.5 s'],
    [1_234_567, 'number', '1,234,567'], [3.14159, 'number', '3.142'], [0.000012345, 'number', '0.00001234'], [6.02e23, 'number', '6.02 × 10²³'],
    [1_500_000_000, 'data', '1.5 GB'], [0.5, 'data', '0.5 B'], [12_500_000, 'bandwidth', '12.5 MB/s'], [100, 'rate', '100/s'], [0.01, 'rate', '36/h'],
    [1_234.5, 'money', '1,234.50'], [0.0004, 'money', '0.0004'], [-20, 'money', '−20'], [5_600, 'distance', '5,600 km'],
  ];
  it('reads as people write it', () => {
    for (const [value, dimension, expected] of texts) assert.equal(formatQuantity(value, dimension), expected);
  });

  it('has the unit that fits what is shown, in the singular for one', () => {
    const year = 31_556_952;
    const shown: readonly (readonly [number, Dimension, string])[] = [
      [999.96, 'data', '1 kB'], [999.94, 'data', '999.9 B'], [0.99996, 'time', '1 s'], [999.96, 'number', '1,000'], [year, 'time', '1 year'],
      [1.5 * year, 'time', '18 months'], [180 * 86_400, 'time', '180 d'], [365 * 86_400, 'time', '365 d'], [10 * year, 'time', '10 years'],
      [0.99999996834, 'share', '99.9999968 %'], [0.999875, 'share', '99.9875 %'],
    ];
    for (const [value, dimension, expected] of shown) assert.equal(formatQuantity(value, dimension), expected);
    assert.deepEqual([formatTyped(year, 'year'), formatTyped(604_800, 'week'), formatTyped(2 * year, 'year')], ['1 year', '1 week', '2 years']);
  });

  it('that was given is said again in the unit of its field, with all its digits', () => {
    assert.equal(formatGiven(12_500_000, 'bandwidth', 'megabitPerSecond'), '100 Mbit/s');
    assert.equal(formatGiven(1_460, 'data', 'byte'), '1,460 B');
    assert.equal(formatGiven(31_556_952, 'time', 'year'), '1 year');
    assert.equal(formatGiven(7_200, 'time', 'millisecond'), '2 h');
    assert.equal(formatGiven(0.123456, 'share', 'percent'), '12.3456 %');
    assert.equal(formatGiven(40_000_000.5, 'number', 'none'), '40,000,000.5');
    fc.assert(fc.property(fc.constantFrom(...Object.keys(UNITS) as UnitId[]), fc.double({ min: -1e30, max: 1e30, noNaN: true }), (unit, value) => {
      assert.doesNotMatch(formatGiven(value, UNITS[unit].dimension, unit), /\de[+-]?\d|NaN|Infinity|undefined/);
    }));
  });

  it('never shows 100 % for less, nor hides what is missing', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 9 }), (nines, digit) => {
      const shown = formatQuantity(1 - digit * 10 ** -nines, 'share');
      assert.notEqual(shown, '100 %');
      if (nines <= 12) assert.ok(Math.abs((1 - Number(shown.replace(' %', '')) / 100) / (digit * 10 ** -nines) - 1) < 0.01, shown);
    }));
  });

  it('is a text without exponents of programmers, for any number', () => {
    const dimensions: readonly Dimension[] = ['number', 'share', 'time', 'rate', 'data', 'bandwidth', 'distance', 'money'];
    fc.assert(fc.property(fc.double({ min: -1e300, max: 1e300, noNaN: true }), fc.constantFrom(...dimensions), (value, dimension) => {
      assert.doesNotMatch(formatQuantity(value, dimension), /\de[+-]?\d|NaN|Infinity|undefined/);
    }));
  });
});

const columns: TableField = table({ name: text(''), kind: choice(['compute', 'storage'], 'compute'), price: number('money', 1, { least: 0 }) }, [{ name: 'example', kind: 'storage', price: 2 }], 1, 5);

describe('Rows of a table', () => {
  it('are read with any of the usual separators, with or without a header', () => {
    const rows = [['web', 'compute', '12.5'], ['disk', 'storage', '3']];
    for (const written of ['web,compute,12.5\ndisk,storage,3', 'web;compute;12.5\r\ndisk;Storage;3\r\n', 'web\tcompute\t12.5\ndisk\tstorage\t3', '\uFEFF# prices\nname,kind,price\n\nweb,compute,12.5\ndisk,storage,3', 'price,name,kind\n12.5,web,compute\n3,disk,storage']) {
      assert.deepEqual(parseRows(columns, written), { rows }, written);
    }
    assert.deepEqual(parseRows(columns, '"web, ""the"" one",compute,"1,200.50"'), { rows: [['web, "the" one', 'compute', '1,200.50']] });
    assert.deepEqual(parseRows(table({ n: count(1, 1, 9), x: rate }, [], 1, 9), '1 100\n2  190'), { rows: [['1', '100'], ['2', '190']] });
  });

  it('are refused with the line that is wrong', () => {
    assert.deepEqual(parseRows(columns, 'a,compute,1\nb,compute,1,9'), { problem: { code: 'rowsWidth', line: 2, text: 'b | compute | 1 | 9' } });
    assert.deepEqual(parseRows(columns, 'a,"compute,1'), { problem: { code: 'rowsQuote', line: 1, text: 'a,"compute,1' } });
    assert.deepEqual(parseRows(columns, 'name,kind,price\n'), { problem: { code: 'rowsEmpty', line: 1 } });
    assert.deepEqual(parseRows(columns, '\n \n'), { problem: { code: 'rowsEmpty', line: 1 } });
    assert.deepEqual(parseRows(columns, 'a,compute,1\n'.repeat(7)), { problem: { code: 'rowsTooMany', line: 6 } });
  });

  it('are read with decimal commas where the whole file says so', () => {
    const prices = (written: string): readonly unknown[] => {
      const parsed = parseRows(columns, written);
      return 'rows' in parsed ? parsed.rows.map(([, , price]) => price) : [parsed.problem.code, parsed.problem.line, parsed.problem.text];
    };
    assert.deepEqual(prices('a;compute;1.200\nb;compute;0,05\nc;compute;20.000,5\nd;compute;1,200'), ['1200', '0.05', '20000.5', '1.200']);
    assert.deepEqual(prices('a\tcompute\t€ 1 200,50\nb\tcompute\t-0,5'), ['€ 1200.50', '-0.5']);
    assert.deepEqual(prices('price;name;kind\n2.000.000;a;compute\n1.500;b;compute'), ['2000000', '1500']);
    // A decimal point elsewhere makes the comma one between thousands, as in a field.
    assert.deepEqual(prices('a\tcompute\t1,200\nb\tcompute\t0.05'), ['1,200', '0.05']);
    // Names and quoted cells between commas are left alone.
    assert.deepEqual(parseRows(columns, '"1,5";compute;3\n2.5;compute;4'), { rows: [['1,5', 'compute', '3'], ['2.5', 'compute', '4']] });
    assert.deepEqual(prices('a,compute,"1,200"\nb,compute,"1,200.50"'), ['1,200', '1,200.50']);
  });

  it('are refused where a comma may be either, and where numbers are mixed', () => {
    assert.deepEqual(parseRows(columns, 'name;kind;price\na;compute;1,200'), { problem: { code: 'rowsAmbiguous', line: 2, text: '1,200' } });
    assert.deepEqual(parseRows(columns, 'a\tcompute\t15\nb\tcompute\t1,200'), { problem: { code: 'rowsAmbiguous', line: 2, text: '1,200' } });
    assert.deepEqual(parseRows(columns, 'a;compute;1.200'), { problem: { code: 'rowsAmbiguous', line: 1, text: '1.200' } });
    assert.deepEqual(parseRows(columns, 'a\tcompute\t1.200'), { rows: [['a', 'compute', '1.200']] });
    assert.deepEqual(parseRows(columns, '# prices\na;compute;0,05\nb;compute;0.05'), { problem: { code: 'rowsMixed', line: 3, text: '0.05' } });
    assert.deepEqual(parseRows(columns, 'a;compute;1.5\nb;compute;12,5'), { problem: { code: 'rowsMixed', line: 2, text: '12,5' } });
  });

  it('mean the same number with decimal commas and with decimal points', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 99_999_999 }).map((cents) => cents / 100), { minLength: 1, maxLength: 4 });
    fc.assert(fc.property(amounts, fc.constantFrom(';', '\t'), (prices, separator) => {
      const write = (locale: string): string => [0.05, ...prices].map((price) => ['x', 'compute', price.toLocaleString(locale, { minimumFractionDigits: 2 })].join(separator)).join('\n');
      for (const locale of ['de-DE', 'en-GB']) {
        const parsed = parseRows(columns, write(locale));
        assert.ok('rows' in parsed, JSON.stringify(parsed));
        assert.deepEqual(parsed.rows.slice(1).map(([, , price]) => valueOf(number('money', 1, {}), price ?? '')), prices);
      }
    }));
  });

  it('come back from the file in which they were saved, and never throw', () => {
    const cell = fc.string({ maxLength: 12 }).map((each) => each.replace(/[\r\n]+/g, ' ').trim());
    fc.assert(fc.property(fc.array(fc.tuple(cell, fc.constantFrom('compute', 'storage'), fc.nat().map(String)), { minLength: 1, maxLength: 5 }), (rows) => {
      assert.deepEqual(parseRows(columns, formatRows(columns, rows)), { rows: rows.map((row) => [...row]) });
    }));
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (written) => { parseRows(columns, written); }));
    const piece = fc.constantFrom('name', 'kind', 'compute', ',', ';', '\t', '\n', '\r\n', '"', '1', '0,5', '1,200', '0.5', '1.200,5', '#', ' ', '\uFEFF', '\0', '-', '1e999', 'NaN', '__proto__');
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const parsed = parseRows(columns, pieces.join(''));
      if ('rows' in parsed) assert.ok(parsed.rows.every((row) => row.length === 3));
      else assert.ok(Number.isInteger(parsed.problem.line) && parsed.problem.line >= 1);
    }), { numRuns: 1000 });
    assert.deepEqual(typedRow(columns, { name: 'x', kind: 'compute', price: 2 }), ['x', 'compute', '2']);
  });
});
