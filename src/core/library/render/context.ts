import type { Env } from 'markdown-it';
import type { Slugger } from '../markdown/slug';

/** Every word that rendering adds to an entry; `{0}` is replaced by a number. Translated by the caller. */
export interface RenderLabels {
  /** The heading above the references. */
  readonly references: string;
  /** The accessible name of a citation. */
  readonly reference: string;
  /** The accessible name of the way back from a reference. */
  readonly backToText: string;
  readonly executed: string;
  readonly notExecuted: string;
  readonly copy: string;
  readonly solution: string;
  /** Before the section's title in the accessible name of a table. */
  readonly table: string;
}

export const ENGLISH_LABELS: RenderLabels = {
  references: 'References',
  reference: 'Reference {0}',
  backToText: 'Back to text {0}',
  executed: 'Executed in CI',
  notExecuted: 'Not executed',
  copy: 'Copy',
  solution: 'Solution',
  table: 'Table',
};

export interface TocItem {
  readonly id: string;
  readonly title: string;
  /** 2 or 3. */
  readonly level: number;
}

/** What the rules share while one body is rendered. */
export interface RenderContext {
  readonly labels: RenderLabels;
  readonly diagrams: readonly string[];
  readonly executed: boolean;
  readonly highlight: boolean;
  readonly hasEntry: (id: string) => boolean;
  readonly slug: Slugger;
  readonly toc: TocItem[];
  /** The title of the nearest heading above, for names of tables. */
  heading: string;
  /** How many tables stand under each title so far. */
  readonly tables: Map<string, number>;
  diagramsUsed: number;
}

const KEY = Symbol('render context');

export function envWith(context: RenderContext): Env {
  return { [KEY]: context };
}

export function contextOf(env: Env | undefined): RenderContext {
  return env?.[KEY] as RenderContext;
}

/** Fills `{0}`. */
export function fillLabel(label: string, value: string | number): string {
  return label.replace('{0}', () => String(value));
}
