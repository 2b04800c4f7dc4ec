import fc from 'fast-check';
import { CALCULATORS } from '../../src/core/calculators';
import { availabilityFigureAt } from '../../src/core/calculators/availability/figure';
import type { Field, Part } from '../../src/core/calculators/definition';
import { calculatePart } from '../../src/core/calculators/run';
import { valuesOf } from '../core/support/calculatorValues';
import { documentLines } from './documents';
import { percentile } from './stats';
import type { Ratio } from './table';
import { timedInTurns } from './timing';
import { pick, random } from './words';

type Values = Readonly<Record<string, unknown>>;

/** Positions in the lines of documents. */
const positions = 3_000;
/** What any part may take while one types; a simulation runs beside the page and has no such bound. */
const budget = 20;
/** Anything that a person could give, besides the corners. */
const samples = 150;

export function calculators(): Ratio[] {
  const parts = CALCULATORS.flatMap(({ id, parts: own }) => own.filter((part) => part.calculate !== undefined).map((part) => ({ name: `${id}/${part.id}`, part })));
  const largest = (part: Part): readonly Values[] => [...corners(part), ...fc.sample(valuesOf(part), { numRuns: samples, seed: 1 })];
  return [
    slowest('with its example', parts, (part) => [exampleOf(part)]),
    slowest('with the largest inputs that it takes', parts, largest),
    ...hoverRows(),
  ];
}

const exampleOf = ({ fields }: Part): Values => Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, field.default]));

/** Calls before the first that is timed: who types has the code compiled by then. */
const unmeasured = 5;

/** The part that takes longest; of each input the least of the rounds. */
function slowest(what: string, parts: readonly { readonly name: string; readonly part: Part }[], inputs: (part: Part) => readonly Values[]): Ratio {
  const found = parts.map(({ name, part }) => {
    for (let call = 0; call < unmeasured; call++) calculatePart(part, exampleOf(part));
    const { ours } = timedInTurns(() => ({ items: inputs(part), ours: (values: Values) => Object.keys(calculatePart(part, values)).length, baseline: () => 0 }));
    return { name, most: Math.max(...ours) };
  }).reduce((a, b) => (b.most > a.most ? b : a));
  return { what: `slowest of ${parts.length} parts ${what}: ${found.name}`, ours: found.most, baseline: budget, unit: 'ms', budget, baselineIs: 'the budget' };
}

/** Each pair of fields at its ends, the others as in the example; and all of them together. */
function corners(part: Part): readonly Values[] {
  const example = exampleOf(part);
  const ends = Object.entries(part.fields).flatMap(([id, field]) => endsOf(field).map((value) => [id, value] as const));
  const most: Values = { ...example, ...Object.fromEntries(ends) }; // the last end of each is its largest
  return [most, ...ends.flatMap((one, index) => ends.slice(index).map((other): Values => ({ ...example, [one[0]]: one[1], [other[0]]: other[1] })))];
}

function endsOf(field: Field): readonly unknown[] {
  switch (field.kind) {
    case 'number': return [field.least, field.most].filter((end) => end !== undefined);
    case 'choice': return field.options;
    case 'flag': return [false, true];
    case 'table': return [Array.from({ length: field.mostRows }, (_, index) => field.default[index % field.default.length])];
    case 'text':
    case 'tree': return [];
  }
}

interface Place { readonly line: string; readonly character: number }

/** The hover on an availability, anywhere and on a percentage, against the plainest search for a percentage. */
function hoverRows(): Ratio[] {
  const lines = documentLines().filter((line) => line !== '');
  const figures = lines.flatMap((line) => [...line.matchAll(/9\d(?:\.\d+)? ?%/g)].map(({ index }): Place => ({ line, character: index + 1 })));
  const chance = random(4);
  const anywhere = Array.from({ length: positions }, (): Place => {
    const line = pick(lines, chance);
    return { line, character: Math.floor(chance() * line.length) };
  });
  const row = (what: string, places: readonly Place[]): Ratio => {
    const times = timedInTurns(() => ({
      items: places,
      ours: ({ line, character }: Place) => availabilityFigureAt(line, character)?.start ?? 0,
      baseline: ({ line }: Place) => line.match(/\d+(?:\.\d+)? ?%/g)?.length ?? 0,
    }));
    return { what, ours: percentile(times.ours, 0.95), baseline: percentile(times.baseline, 0.95), unit: 'ms', budget: 2, baselineIs: 'a search for percentages in the line' };
  };
  return [row(`hover on an availability, anywhere in ${lines.length} lines of documents (p95)`, anywhere), row(`hover on each of ${figures.length} percentages from 90 % (p95)`, figures)];
}
