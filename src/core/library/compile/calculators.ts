import type * as v from 'valibot';
import { CalculatorSchema, type CalculatorOverviewSchema, type CalculatorWords } from '../calculatorSchema';
import type { Report, SourceFile } from './source';
import type { LineOf } from './yaml';
import { parseYaml, validateYaml } from './yaml';

export interface CalculatorDraft {
  readonly file: string;
  readonly id: string;
  readonly words: CalculatorWords;
  readonly lineOf: LineOf;
}

/** Reads `calculators/<id>.yml`; nothing comes back when it does not fit its schema. */
export function draftCalculator(file: SourceFile, report: Report): CalculatorDraft[] {
  const yaml = parseYaml(file.text, 1, report);
  const words = yaml && validateYaml(CalculatorSchema, yaml, report);
  if (yaml === undefined || words === undefined) return [];
  return [{ file: file.path, id: file.path.replace(/^calculators\/|\.yml$/g, ''), words, lineOf: yaml.lineOf }];
}

export function overviewOf({ id, words: { title, summary, keywords, entries } }: CalculatorDraft): v.InferOutput<typeof CalculatorOverviewSchema> {
  return { id, title, summary, keywords, entries };
}
