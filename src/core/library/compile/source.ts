import { compareText } from '../../compareText';

/** A file of a content folder, in memory. */
export interface SourceFile {
  /** Relative to the content folder, with `/` as separator. */
  readonly path: string;
  readonly text: string;
}

/** Something that keeps the content from being built. */
export interface Problem {
  /** Relative to the content folder. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** What is wrong and how to mend it, in one line, without a full stop. */
  readonly message: string;
}

/** `warning`: breaks only a rule of rigour. The build treats both alike; an entry of a team joins in spite of warnings. */
export type Severity = 'error' | 'warning';

/** Reports a problem of one file; without a severity it is up to the caller how much it matters. */
export type Report = (line: number, message: string, severity?: Severity) => void;

/** By file, then line, then message, so that the same content gives the same report. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => compareText(a.file, b.file) || a.line - b.line || compareText(a.message, b.message));
}

/** The form in which every tool of this repository prints a problem. */
export function formatProblem({ file, line, message }: Problem, folder = ''): string {
  return `${folder}${file}:${line}: ${message}`;
}
