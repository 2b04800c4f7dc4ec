/** The result of a part as Markdown, to be pasted into a design review: inputs, results with formulas, assumptions, sources. */
import type { CalculatorWords } from '../library/calculatorSchema';
import type { PartView, ResultView, TableView } from './view';

export interface MarkdownLabels {
  readonly inputs: string;
  readonly results: string;
  readonly input: string;
  readonly value: string;
  readonly result: string;
  readonly formula: string;
  readonly assumptions: string;
  readonly limits: string;
  readonly sources: string;
  readonly openAgain: string;
}

export interface MarkdownInput {
  readonly words: CalculatorWords;
  readonly part: string;
  readonly inputs: readonly { readonly label: string; readonly text: string }[];
  /** Inputs that are rows. */
  readonly tables: readonly TableView[];
  /** Lines of Markdown for inputs of another shape, such as a composition. */
  readonly outline: readonly string[];
  readonly view: Extract<PartView, { state: 'results' }>;
  /** Opens the calculator with these inputs. */
  readonly link: string;
}

/** A document of its own, whose headings begin at `level`. */
export function partMarkdown({ words, part, inputs, tables, outline, view, link }: MarkdownInput, labels: MarkdownLabels, level = 2): string {
  const heading = (depth: number, text: string): string => `${'#'.repeat(Math.min(6, level + depth))} ${text}`;
  const cited = [...new Set(view.results.flatMap(({ sources }) => sources))].sort((a, b) => a - b);
  // A list in Markdown counts on from its first number, so the sources that are cited count from one.
  const numberOf = (source: number): number => cited.indexOf(source) + 1;
  const blocks = [
    heading(0, `${words.title}: ${words.parts[part]?.title ?? part}`),
    heading(1, labels.inputs),
    ...(inputs.length > 0 ? [table([labels.input, labels.value], inputs.map(({ label, text }) => [label, text]), [false, true])] : []),
    ...(outline.length > 0 ? [outline.join('\n')] : []),
    ...tables.flatMap(titled),
    heading(1, labels.results),
    table([labels.result, labels.value, labels.formula], view.results.map((result) => [result.label, `**${escaped(result.text)}**`, formulaCell(result, numberOf)]), [false, true, false], [1, 2]),
    ...view.notes.map((note) => `> ${escaped(note)}`),
    ...view.tables.flatMap(titled),
    heading(1, labels.assumptions),
    list(words.assumptions),
    heading(1, labels.limits),
    list(words.limits),
    heading(1, labels.sources),
    cited.flatMap((place) => {
      const reference = words.references[place - 1];
      return reference === undefined ? [] : [`${numberOf(place)}. ${escaped(reference.author)}: [${escaped(reference.title)}](${reference.url})${reference.publisher === undefined ? '' : `, ${escaped(reference.publisher)}`}, ${reference.year}`];
    }).join('\n'),
    `[${labels.openAgain}](${link})`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

const titled = (view: TableView): readonly string[] => [`**${escaped(view.title)}**`, table(view.header, view.rows, view.numeric)];
const list = (items: readonly string[]): string => items.map((item) => `- ${escaped(item)}`).join('\n');

function formulaCell({ formula, method, sources }: ResultView, numberOf: (source: number) => number): string {
  const said = formula === undefined ? escaped(method ?? '') : `\`${formula.symbols}\` = \`${formula.numbers}\``.replaceAll('|', '\\|');
  return `${said} ${sources.map((source) => `[${numberOf(source)}]`).join('')}`.trim();
}

/** @param raw columns that are Markdown already */
function table(header: readonly string[], rows: readonly (readonly string[])[], numeric: readonly boolean[], raw: readonly number[] = []): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(header.map(escaped)),
    line(header.map((_, index) => (numeric[index] === true ? '---:' : '---'))),
    ...rows.map((row) => line(row.map((cell, index) => (raw.includes(index) ? cell : escaped(cell))))),
  ].join('\n');
}

/** Text of people as text: nothing in it is Markdown, and no cell ends early. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|~&]/g, '\\$&').replace(/\s*[\r\n]\s*/g, ' ');
}
