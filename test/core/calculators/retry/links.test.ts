import assert from 'node:assert/strict';
import { CALCULATORS } from '../../../../src/core/calculators';
import { isRefusal } from '../../../../src/core/calculators/definition';
import { fieldsOf, parseQuery } from '../../../../src/core/calculators/link';
import { calculatePart, readValues } from '../../../../src/core/calculators/run';
import { typedDefaults } from '../../../../src/core/calculators/values';
import { readContent } from '../../../../tools/content/build';

/** Refusals that are what the link wants to show. */
const WANTED = ['retriesHold'];

describe('The links of entries to the calculators of retries and rate limits', () => {
  for (const id of ['retry', 'rate-limiting']) {
    it(`open "${id}" on results in each part that they fill in`, () => {
      const calculator = CALCULATORS.find((each) => each.id === id);
      const file = readContent('content').find(({ path }) => path === `calculators/${id}.yml`);
      assert.ok(calculator && file);
      const links = [...file.text.matchAll(/^ {2}- \{ id: ([a-z-]+), link: "([^"]*)"/gm)];
      assert.ok(links.length >= 10);
      for (const [, entry, link = ''] of links) {
        const { typed, unknown } = parseQuery(calculator, link);
        assert.deepEqual(unknown, [], entry);
        for (const part of calculator.parts.filter(({ fields }) => Object.keys(typed).some((field) => field in fields))) {
          const read = readValues(part, { ...typedDefaults(Object.fromEntries(fieldsOf(calculator))), ...typed });
          assert.ok('values' in read, `${entry}: ${JSON.stringify(read)}`);
          const outcome = calculatePart(part, read.values);
          assert.ok(!isRefusal(outcome) || WANTED.includes(outcome.refused), `${entry}, ${part.id}: ${JSON.stringify(outcome)}`);
        }
      }
    });
  }
});
