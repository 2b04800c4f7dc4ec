import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { advise, parseAnswers, QUESTIONS, QUESTION_IDS } from '../../../src/core';
import { contentLibrary } from '../support/contentLibrary';
import { readScenarios } from './scenarios';

const file = join(import.meta.dirname, 'scenarios.yml');
const library = contentLibrary();
const scenarios = readScenarios(readFileSync(file, 'utf8'), 'test/core/advice/scenarios.yml', library);

describe('the worked scenarios', () => {
  for (const { id, title, answers, inPlace, topThree, oneOf, never } of scenarios) {
    it(`${id}: ${title}`, () => {
      const { recommended, plan } = advise(library, parseAnswers({ ...answers, inPlace }));
      const first = recommended.slice(0, 3).flatMap(({ entry, alternatives }) => [entry.id, ...alternatives.map((other) => other.entry.id)]);
      const found = `the first three are ${first.join(', ')}`;
      for (const wanted of topThree) assert.ok(first.includes(wanted), `${wanted} is missing: ${found}`);
      if (oneOf) assert.ok(oneOf.some((wanted) => first.includes(wanted)), `none of ${oneOf.join(', ')}: ${found}`);
      const shown = [...plan.startWith.map(({ entry }) => entry.id), ...plan.next.map(({ recommendation }) => recommendation.entry.id)];
      assert.deepEqual(shown.filter((pattern) => never.includes(pattern)), [], 'recommended although it never should be');
    });
  }

  it('are at least forty, and between them give every answer to every question', () => {
    assert.ok(scenarios.length >= 40, `${scenarios.length} scenarios`);
    for (const question of QUESTION_IDS) {
      const given = new Set(scenarios.flatMap(({ answers }): readonly string[] => [answers[question] ?? []].flat()));
      assert.deepEqual(QUESTIONS[question].filter((answer) => !given.has(answer)), [], question);
    }
  });
});

describe('a file of scenarios with mistakes', () => {
  const good = readFileSync(file, 'utf8').split(/^(?=- id:)/m)[1] ?? '';
  const complain = (text: string): string => {
    try {
      readScenarios(text, 'scenarios.yml', library);
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };

  it('is told where and how to mend it', () => {
    assert.equal(complain(good), '', 'the example itself is fine');
    assert.match(complain('- id: [open\n'), /^scenarios\.yml:\d+: /);
    assert.match(complain('a: 1\n'), /^scenarios\.yml:1: must be a list/);
    assert.match(complain(good.replace(/^ {2}topThree: \[.*/m, '  topThree: [no-such-pattern]')), /^scenarios\.yml:\d+: there is no pattern "no-such-pattern"/);
    const line = good.split('\n').findIndex((text) => text.includes('never:')) + 1;
    assert.match(complain(good.replace(/^ {2}never: .*/m, '  never: []')), new RegExp(`^scenarios\\.yml:${line}: "never" names at least one`));
    assert.match(complain(good.replace(/^ {2}why: .*/m, '  wyh: because')), /"w[hy]{2}"/);
    assert.match(complain(`${good}\n${good}`), /is taken by an earlier scenario/);
  });
});
