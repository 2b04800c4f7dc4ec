import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { billPart } from '../../../../src/core/calculators/cost/billPart';
import { formatRows, parseRows } from '../../../../src/core/calculators/rows';
import { readValue } from '../../../../src/core/calculators/values';

const { lines } = billPart.fields;
const parse = (text: string): readonly (readonly string[])[] => { const parsed = parseRows(lines, text); return 'rows' in parsed ? parsed.rows : assert.fail(JSON.stringify(parsed.problem)); };

describe('a price file', () => {
  it('is there as an example, which its first line calls it, and makes a bill', () => {
    const text = readFileSync('media/example-prices.csv', 'utf8');
    assert.match(text, /^# EXAMPLE: the fictitious provider/);
    const rows = parse(text);
    assert.equal(rows.length, 6);
    assert.deepEqual(rows[3], ['Egress, to the internet', 'egress', '15000', '0.1', 'GB']);
    assert.ok('value' in readValue(lines, rows));
    assert.deepEqual(parse(formatRows(lines, rows)), rows);
  });

  it('is read as spreadsheets write it: semicolons, decimal commas, kinds in any case', () => {
    assert.deepEqual(parse('\uFEFFprice;unit;name;quantity;kind\r\n0,05;GB;"A ""large"" disk";1.200;Storage\r\n'), [['A "large" disk', 'storage', '1200', '0.05', 'GB']]);
  });

  it('takes no formula, script or prototype for more than text', () => {
    const header = 'name,kind,quantity,price,unit\n';
    assert.equal(parse(`${header}=HYPERLINK("x"),compute,1,1,<script>`)[0]?.[4], '<script>');
    assert.equal(parse(`${header}__proto__,compute,1,1,constructor`)[0]?.[0], '__proto__');
  });
});
