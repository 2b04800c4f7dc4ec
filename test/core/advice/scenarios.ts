/** Reads `scenarios.yml`: what the literature would answer, by which the recommender is judged. */
import { LineCounter, parseDocument, type ParsedNode, isSeq } from 'yaml';
import * as v from 'valibot';
import { QUESTIONS, type Library, type QuestionId } from '../../../src/core';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be an id in kebab-case'));
const sentence = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const one = <Question extends QuestionId>(question: Question) => v.optional(v.picklist(QUESTIONS[question], `must be one of ${QUESTIONS[question].join(', ')}`));
const many = <Question extends QuestionId>(question: Question) => v.optional(v.pipe(v.array(v.picklist(QUESTIONS[question], `must be of ${QUESTIONS[question].join(', ')}`)), v.minLength(1, 'holds at least one answer; leave it out for "not sure"')));

const ScenarioSchema = v.strictObject({
  id,
  title: sentence,
  answers: v.strictObject({
    goal: one('goal'), users: one('users'), data: one('data'), hurts: many('hurts'), musts: many('musts'), team: one('team'), stage: one('stage'),
  }),
  inPlace: v.optional(v.array(id), []),
  /** Each of these is among the first three, or is named there as the other pattern for the same job. */
  topThree: v.pipe(v.array(id), v.minLength(1, 'names at least one pattern'), v.maxLength(3, 'names at most three patterns')),
  /** At least one of these as well. */
  oneOf: v.optional(v.array(id)),
  /** None of these is recommended, neither to start with nor next. */
  never: v.pipe(v.array(id), v.minLength(1, 'names at least one pattern')),
  why: sentence,
  reference: v.strictObject({ author: sentence, title: sentence, year: v.pipe(v.number(), v.integer(), v.minValue(1970), v.maxValue(2026)), url: v.pipe(v.string(), v.url('must be a complete URL')) }),
});
export type Scenario = v.InferOutput<typeof ScenarioSchema>;

/**
 * @param file the name that errors begin with
 * @throws Error with one line `file:line: what is wrong` for each mistake in the file
 */
export function readScenarios(text: string, file: string, library: Library): readonly Scenario[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number, message: string): string => `${file}:${lines.linePos(offset).line}: ${message}`;
  const problems = document.errors.map((error) => at(error.pos[0], error.message.split('\n')[0] ?? 'is not YAML'));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  if (!isSeq<ParsedNode>(document.contents)) throw new Error(`${file}:1: must be a list of scenarios, each beginning with "- id:"`);
  const seen = new Set<string>();
  const scenarios: Scenario[] = [];
  for (const node of document.contents.items) {
    const start = node.range[0];
    const parsed = v.safeParse(ScenarioSchema, node.toJS(document));
    if (!parsed.success) {
      problems.push(...parsed.issues.map((issue) => at(offsetOf(node, issue.path?.map(({ key }) => key) ?? []) ?? start, `"${issue.path?.map(({ key }) => String(key)).join('.') ?? ''}" ${issue.message}`)));
      continue;
    }
    const scenario = parsed.output;
    if (seen.has(scenario.id)) problems.push(at(start, `the id "${scenario.id}" is taken by an earlier scenario; choose another`));
    seen.add(scenario.id);
    for (const key of ['inPlace', 'topThree', 'oneOf', 'never'] as const) {
      (scenario[key] ?? []).forEach((pattern, index) => {
        if (library.get(pattern)?.kind !== 'pattern') problems.push(at(offsetOf(node, [key, index]) ?? start, `there is no pattern "${pattern}"; ids are the file names below content/patterns`));
      });
    }
    scenarios.push(scenario);
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return scenarios;
}

function offsetOf(node: ParsedNode, path: readonly unknown[]): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const found: unknown = 'getIn' in node ? node.getIn(path.slice(0, length), true) : undefined;
    if (typeof found === 'object' && found !== null && 'range' in found && Array.isArray(found.range)) return found.range[0] as number;
  }
  return undefined;
}
