/** One part of a calculator on the page: its fields, and what follows from them. */
import type { Calculator, Field, Outcome, Part } from '../../core/calculators/definition';
import { formatQuery } from '../../core/calculators/link';
import { partMarkdown, type MarkdownLabels } from '../../core/calculators/markdown';
import { inputsMarkdown } from '../../core/calculators/inputs';
import { applies, calculatePart, readValues, type FieldProblem } from '../../core/calculators/run';
import type { Typed, TypedValues } from '../../core/calculators/values';
import { problemText, viewOf, type PartView } from '../../core/calculators/view';
import type { CalculatorWords, PartWords } from '../../core/library/calculatorSchema';
import type { TypedTree } from '../../core/calculators/tree';
import { element } from '../shared/dom';
import { compositionControl } from './composition';
import { control, type Labels } from './fields';
import { paintResults } from './output';
import { button, rowsControl } from './rows';
import { simulate, type Simulation } from './simulation';

export interface PartContext {
  readonly calculator: Calculator;
  readonly words: CalculatorWords;
  readonly labels: Labels;
  /** What stands in the fields of all parts. */
  readonly typed: () => TypedValues;
  readonly change: (field: string, typed: Typed, from: string) => void;
  readonly act: (action: 'copy' | 'insert' | 'attach', title: string, markdown: string) => void;
  readonly copyLink: (query: string) => void;
  readonly loadRows: (field: string) => void;
  readonly openExample: (file: string) => void;
  readonly saveRows: (field: string, text: string) => void;
  readonly address: string;
}

export interface PartSection {
  readonly root: HTMLElement;
  readonly part: Part;
  /** Puts what was typed elsewhere into the fields named, or into all. */
  fill(fields?: readonly string[]): void;
  /** Calculates anew and paints. */
  update(): void;
  /** Rows of a file for one of its tables. */
  takeRows(field: string, text: string): void;
  dispose(): void;
}

/** What all kinds of fields have in common for the section. */
interface Bound {
  set(typed: Typed): void;
  setProblems(problems: readonly FieldProblem[]): void;
  readonly take?: (text: string) => void;
}

export function partSection(part: Part, context: PartContext): PartSection {
  const { words, labels, typed } = context;
  const own = words.parts[part.id] as PartWords;
  const bound = new Map<string, Bound & { readonly root: HTMLElement }>();
  const form = element('div', { class: 'inputs', role: 'group', 'aria-label': `${labels('inputs')}: ${own.title}` });
  const output = element('div', { class: 'output' });
  const actions = element('div', { class: 'buttons actions' });
  let simulation: Simulation | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let shown: { readonly values: Readonly<Record<string, unknown>>; readonly view: PartView } | undefined;

  for (const [id, field] of Object.entries(part.fields)) {
    const made = bind(id, field);
    bound.set(id, { ...made.bound, root: made.root });
    form.append(made.root);
  }

  function bind(id: string, field: Field): { readonly root: HTMLElement; readonly bound: Bound } {
    const fieldWords = own.fields[id] ?? { label: id };
    const fieldId = `${part.id}-${id}`;
    const onChange = (value: Typed): void => { context.change(id, value, part.id); };
    const { parts } = context.calculator;
    const again = parts.slice(0, parts.indexOf(part)).some(({ fields }) => id in fields);
    const textOf = (problem: { readonly code: string }): string => problemText({ ...problem, field: id } as FieldProblem, fieldWords, problemLabels(labels));
    if (field.kind === 'table') {
      const rows = rowsControl({ id: fieldId, field, words: fieldWords, labels, onChange, load: () => { context.loadRows(id); }, openExample: context.openExample, save: (text) => { context.saveRows(id, text); } });
      return { root: rows.root, bound: { set: (value) => { rows.set(value as readonly (readonly string[])[]); }, setProblems: (problems) => { rows.setProblems(problems, textOf); }, take: rows.take } };
    }
    if (field.kind === 'tree') {
      const tree = compositionControl({ id: fieldId, words: fieldWords, labels, onChange });
      return { root: tree.root, bound: { set: (value) => { tree.set(value as TypedTree); }, setProblems: (problems) => { tree.setProblems(problems, textOf); } } };
    }
    const single = control({ id: fieldId, field, words: fieldWords, typed: typed()[id] as string, labels, onChange, again });
    return { root: single.root, bound: { set: (value) => { single.set(value as string); }, setProblems: ([problem]) => { single.setProblem(problem && textOf(problem)); } } };
  }

  /** What is wrong stands at the fields; the outcome of what is right follows. */
  function update(): void {
    stop();
    const read = readValues(part, typed());
    const problems = 'problems' in read ? read.problems : [];
    for (const [id, field] of bound) {
      field.setProblems(problems.filter((problem) => problem.field === id));
      field.root.hidden = !applies(part, id, typed());
    }
    if ('problems' in read) {
      shown = undefined;
      show(element('p', { class: 'invalid' }, labels('invalid')));
    } else if (part.simulate === undefined) present(read.values, calculatePart(part, read.values));
    else waiting = setTimeout(() => { run(read.values); }, SETTLE_MS); // typing goes on; a simulation for each letter would only burn
  }

  function present(values: Readonly<Record<string, unknown>>, outcome: Outcome): void {
    const view = viewOf(part, words, values, outcome, { notRepresentable: labels('notRepresentable'), empty: labels('empty'), yes: labels('yes'), no: labels('no') });
    shown = { values, view };
    if (view.state === 'results') {
      const open = new Set([...output.querySelectorAll<HTMLDetailsElement>('details[open]')].map(({ dataset }) => dataset['key']));
      show(...paintResults(view, labels));
      for (const details of output.querySelectorAll<HTMLDetailsElement>('details')) if (open.has(details.dataset['key'])) details.open = true;
    } else {
      show(element('p', { class: 'refused' }, view.text));
    }
  }

  function show(...children: readonly HTMLElement[]): void {
    output.replaceChildren(...children);
    output.removeAttribute('aria-busy');
    for (const each of actions.querySelectorAll<HTMLButtonElement>('button[data-result]')) each.disabled = shown?.view.state !== 'results';
  }

  function run(values: Readonly<Record<string, unknown>>): void {
    const bar = element('progress', { max: 1, value: 0, 'aria-label': own.title });
    const text = element('span', {}, labels('running', 0));
    let share = 0;
    shown = undefined;
    const restart = button(labels('rerun'), () => { run(values); });
    show(element('div', { class: 'running' }, bar, text, button(labels('cancel'), () => {
      stop();
      show(element('div', { class: 'running' }, element('p', {}, labels('cancelled', Math.round(share * 100))), restart));
      restart.focus();
    })));
    output.setAttribute('aria-busy', 'true');
    simulation = simulate({ calculator: context.calculator.id, part: part.id, values }, (message) => {
      switch (message.type) {
        case 'progress':
          ({ share } = message);
          bar.value = share;
          text.textContent = labels('running', Math.round(share * 100));
          return;
        case 'done':
          simulation = undefined;
          present(values, message.outcome);
          return;
        case 'failed':
          simulation = undefined;
          show(element('p', { class: 'refused', role: 'alert' }, message.message));
          return;
      }
    });
  }

  function stop(): void {
    clearTimeout(waiting);
    simulation?.stop();
    simulation = undefined;
  }

  const act = (action: 'copy' | 'insert' | 'attach'): HTMLElement => {
    const created = button(labels(action), () => {
      if (shown?.view.state !== 'results') return;
      context.act(action, `${words.title}: ${own.title}`, markdown(shown.values, shown.view));
    });
    created.dataset['result'] = '';
    return created;
  };
  const query = (): string => formatQuery({ ...context.calculator, parts: [part] }, typed());
  actions.append(act('copy'), act('insert'), act('attach'), button(labels('copyLink'), () => { context.copyLink(query()); }));

  function markdown(values: Readonly<Record<string, unknown>>, view: Extract<PartView, { state: 'results' }>): string {
    const inputs = inputsMarkdown(part, own, values, { notRepresentable: '', empty: labels('empty'), yes: labels('yes'), no: labels('no') }, labels);
    return partMarkdown({ words, part: part.id, ...inputs, view, link: addressOf(context.address, query()) }, markdownLabels(labels));
  }

  return {
    part,
    root: element('section', { id: part.id, class: 'part', 'aria-labelledby': `${part.id}-title` },
      element('h2', { id: `${part.id}-title`, tabindex: -1 }, own.title),
      element('p', { class: 'intro' }, own.intro),
      element('div', { class: 'columns' }, form, element('div', { class: 'side' }, output, actions))),
    fill(fields) {
      for (const [id, field] of bound) if (fields?.includes(id) ?? true) field.set(typed()[id] as Typed);
    },
    update,
    takeRows: (field, text) => { bound.get(field)?.take?.(text); },
    dispose: stop,
  };
}

const SETTLE_MS = 350;

/** Editors decode the query of a link once before they hand it on, so its percent signs are encoded once more. */
export const addressOf = (address: string, query: string): string => (query === '' ? address : `${address}?${query.replaceAll('%', '%25')}`);

const PROBLEMS = ['missing', 'notANumber', 'otherUnit', 'notWhole', 'tooSmall', 'tooLarge', 'notAbove', 'notBelow', 'noOption', 'tooLong', 'tooFewRows', 'tooManyRows', 'malformed', 'tooFewMembers', 'tooManyBlocks', 'tooManyRequired'];
const problemLabels = (labels: Labels): Readonly<Record<string, string>> => Object.fromEntries(PROBLEMS.map((code) => [code, labels(code)]));
const markdownLabels = (labels: Labels): MarkdownLabels => ({
  inputs: labels('inputs'), results: labels('results'), input: labels('input'), value: labels('value'), result: labels('result'), formula: labels('formula'),
  assumptions: labels('assumptions'), limits: labels('limits'), sources: labels('sources'), openAgain: labels('openAgain'),
});
