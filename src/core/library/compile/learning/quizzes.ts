import { QuizSchema } from '../../learningSchema';
import type { Quiz } from '../../model';
import type { Report, SourceFile } from '../source';
import type { LineOf } from '../yaml';
import { parseYaml, validateYaml } from '../yaml';

export interface QuizDraft {
  readonly file: string;
  readonly quiz: Quiz;
  readonly lineOf: LineOf;
}

/** Reads `quizzes/<entry id>.yml`; nothing comes back when it does not fit its schema. */
export function draftQuiz(file: SourceFile, report: Report): QuizDraft[] {
  const yaml = parseYaml(file.text, 1, report);
  const written = yaml && validateYaml(QuizSchema, yaml, report);
  if (yaml === undefined || written === undefined) return [];
  const entry = file.path.replace(/^quizzes\/|\.yml$/g, '');
  return [{ file: file.path, quiz: { version: 1, entry, questions: written.questions }, lineOf: yaml.lineOf }];
}
