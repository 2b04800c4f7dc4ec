import assert from 'node:assert/strict';
import fc from 'fast-check';
import { billPart } from '../../../../src/core/calculators/cost/billPart';
import { EXAMPLE_PRICE_FILE, readPriceFile, type FileProblem } from '../../../../src/core/calculators/cost/priceFile';
import { formatRows, LONGEST_ROWS } from '../../../../src/core/calculators/rows';
import { readValue } from '../../../../src/core/calculators/values';

const { lines } = billPart.fields;
const rowsOf = (text: string): readonly (readonly string[])[] => { const read = readPriceFile(lines, text); return 'rows' in read ? read.rows : assert.fail(JSON.stringify(read.problems)); };
const problemsOf = (text: string): readonly FileProblem[] => { const read = readPriceFile(lines, text); return 'problems' in read ? read.problems : assert.fail('no problem'); };
const HEADER = 'name,kind,quantity,price,unit\n';

describe('price file', () => {
  it('reads its own example, which is called one', () => {
    const rows = rowsOf(EXAMPLE_PRICE_FILE);
    assert.equal(rows.length, 6);
    assert.deepEqual(rows[3], ['Egress, to the internet', 'egress', '15000', '0.1', 'GB']);
    assert.match(EXAMPLE_PRICE_FILE, /^# EXAMPLE: the fictitious provider/);
    assert.ok('value' in readValue(lines, rows));
  });

  it('reads a byte order mark, columns in another order, quotes in quotes and any line ends', () => {
    assert.deepEqual(rowsOf('\uFEFFprice,unit,name,quantity,kind\r\n0.5,GB,"A ""large"" disk",10,Storage\r\n'), [['A "large" disk', 'storage', '10', '0.5', 'GB']]);
  });

  it('reads decimal commas where semicolons or tabs separate', () => {
    const text = HEADER.replaceAll(',', ';');
    const prices = (rows: readonly (readonly string[])[]): readonly unknown[] => rows.map(([, , quantity, price]) => [quantity, price]);
    assert.deepEqual(prices(rowsOf(`${text}A;compute;1.200;0,05;h\nB;compute;20.000,5;1,200;h`)), [['1200', '0.05'], ['20000.5', '1.200']]);
    assert.deepEqual(prices(rowsOf(`${text}A;compute;1,200;0.05;h`.replaceAll(';', '\t'))), [['1,200', '0.05']]);
  });

  it('asks where a comma may be either, and where numbers are mixed', () => {
    const text = HEADER.replaceAll(',', ';');
    assert.deepEqual(problemsOf(`${text}A;compute;10;1,200;h`), [{ code: 'ambiguousNumber', line: 2, text: '1,200' }]);
    assert.deepEqual(problemsOf(`${text}A;compute;10;0,05;h\nB;compute;10;0.05;h`), [{ code: 'mixedNumbers', line: 3, text: '0.05' }]);
  });

  it('says the line, the column and what stands there', () => {
    const problems = problemsOf(`# prices\n${HEADER}A,compute,10,cheap,h\n\nB,toaster,10,1,h\nC,compute,-1,1,h`);
    assert.deepEqual(problems.map(({ line, column, code }) => [line, column, code]), [[3, 'price', 'notANumber'], [5, 'kind', 'noOption'], [6, 'quantity', 'tooSmall']]);
    assert.deepEqual(problemsOf(`${HEADER}"A,compute,10,1,h`).map(({ code, line }) => [code, line]), [['rowsQuote', 2]]);
    assert.equal(problemsOf('')[0]?.code, 'rowsEmpty');
    assert.equal(problemsOf(HEADER)[0]?.code, 'rowsEmpty');
    assert.equal(problemsOf('x'.repeat(LONGEST_ROWS + 1))[0]?.code, 'rowsTooLong');
    assert.equal(problemsOf(HEADER + 'A,compute,1,1,h\n'.repeat(51))[0]?.code, 'rowsTooMany');
  });

  it('takes no formula, script or prototype for more than text', () => {
    assert.deepEqual(rowsOf(`${HEADER}=HYPERLINK("x"),compute,1,1,<script>`)[0]?.[4], '<script>');
    assert.deepEqual(rowsOf(`${HEADER}__proto__,compute,1,1,constructor`)[0]?.[0], '__proto__');
  });

  it('never throws, and gives only rows that the field takes', () => {
    const piece = fc.constantFrom('name', 'kind', 'compute', ',', ';', '\t', '\n', '\r\n', '"', '1', '0,5', '1,200', '0.5', '1.200,5', '#', ' ', '\uFEFF', '\0', '-', '1e999', 'NaN');
    fc.assert(fc.property(fc.oneof(fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')), fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
      const read = readPriceFile(lines, text);
      if ('rows' in read) assert.ok('value' in readValue(lines, read.rows), text);
      else for (const { line } of read.problems) assert.ok(Number.isInteger(line) && line >= 1);
    }), { numRuns: 1000 });
  }).timeout(20_000);

  it('reads what was saved', () => {
    const row = fc.tuple(fc.string({ maxLength: 20 }).map((name) => name.trim().replace(/^#/, '')), fc.constantFrom('compute', 'egress'), fc.nat(1_000_000).map(String), fc.nat(1000).map((price) => String(price / 100)), fc.constantFrom('h', 'GB, month', '"'));
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 10 }), (rows) => { assert.deepEqual(rowsOf(formatRows(lines, rows)), rows); }));
  });
});
