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

/** Reports a problem of one file. */
export type Report = (line: number, message: string) => void;

/** By file, then line, then message, so that the same content gives the same report. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => compareText(a.file, b.file) || a.line - b.line || compareText(a.message, b.message));
}

/** The form in which every tool of this repository prints a problem. */
export function formatProblem({ file, line, message }: Problem, folder = ''): string {
  return `${folder}${file}:${line}: ${message}`;
}
