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
import { paintResults, type PaintedResults } from './output';
import { button, rowsControl } from './rows';
import { unbroken } from './unbroken';
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
  /** Leads to a source, and back to the element with that id. */
  readonly showSource: (source: string, from: string) => void;
  readonly address: string;
}

export interface PartSection {
  readonly root: HTMLElement;
  readonly part: Part;
  /** Puts what was typed elsewhere into the fields named, or into all. */
  fill(fields?: readonly string[]): void;
  /** Calculates anew and paints. */
  update(): void;
  /** What came of it, in a sentence; nothing while it is still at work. */
  summary(): string | undefined;
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
  const numbers = element('div', { class: 'output' });
  const pictures = element('div', { class: 'output pictures' });
  const below = element('div', { class: 'output below' });
  const outputs = [numbers, pictures, below];
  /** Rows and blocks need room: then nothing but numbers stands beside them. */
  const isWide = Object.values(part.fields).some(({ kind }) => kind === 'table' || kind === 'tree');
  const actions = element('div', { class: 'buttons actions' });
  let simulation: Simulation | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** Undefined where nothing can be copied. */
  let shown: { readonly values: Readonly<Record<string, unknown>>; readonly view: PartView } | undefined;
  let said: string | undefined;

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
    // The range of a tree is that of the whole; what is wrong with a block has its own bound.
    const textOf = (problem: { readonly code: string }): string => problemText({ ...problem, field: id } as FieldProblem, field.kind === 'tree' ? { label: fieldWords.label } : fieldWords, problemLabels(labels));
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
      show({ numbers: [element('p', { class: 'invalid' }, labels('invalid'))] });
      said = labels('invalid');
    } else if (part.simulate === undefined) present(read.values, calculatePart(part, read.values));
    else {
      expire();
      waiting = setTimeout(() => { run(read.values); }, SETTLE_MS); // typing goes on; a simulation for each letter would only burn
    }
  }

  function present(values: Readonly<Record<string, unknown>>, outcome: Outcome): void {
    const view = viewOf(part, words, values, outcome, { notRepresentable: labels('notRepresentable'), empty: labels('empty'), yes: labels('yes'), no: labels('no') });
    if (view.state === 'results') {
      const open = new Set(outputs.flatMap((each) => [...each.querySelectorAll<HTMLDetailsElement>('details[open]')].map(({ dataset }) => dataset['key'])));
      show(paintResults(part.id, view, labels));
      for (const each of outputs) for (const details of each.querySelectorAll<HTMLDetailsElement>('details')) if (open.has(details.dataset['key'])) details.open = true;
      const [first] = view.results;
      said = first === undefined ? labels('updated') : `${labels('updated')}. ${first.label}: ${first.text}`;
    } else {
      show({ numbers: [element('p', { class: 'refused' }, view.text)] });
      said = view.text;
    }
    shown = { values, view };
    enableActions();
  }

  /** Paints without moving what a person looks at: what is shorter for a moment keeps its height. */
  function show(painted: Partial<PaintedResults>): void {
    const isResults = painted.pictures !== undefined;
    if (numbers.childElementCount > 0) root.style.minHeight = `${root.offsetHeight}px`;
    expire();
    root.classList.remove('expired');
    numbers.removeAttribute('aria-busy');
    numbers.replaceChildren(...(painted.numbers ?? []));
    pictures.replaceChildren(...(isWide ? [] : painted.pictures ?? []));
    below.replaceChildren(...(isWide ? [element('div', { class: 'gallery' }, ...(painted.pictures ?? []))] : []), ...(painted.wide ?? []));
    // Plots are drawn in the next frame, once their width is known.
    if (isResults) requestAnimationFrame(() => { requestAnimationFrame(() => { if (shown?.view.state === 'results') root.style.minHeight = ''; }); });
  }

  /** What is shown no longer follows from what is typed. */
  function expire(): void {
    shown = undefined;
    said = undefined;
    root.classList.add('expired');
    enableActions();
  }

  function enableActions(): void {
    for (const each of actions.querySelectorAll<HTMLButtonElement>('button[data-result]')) each.disabled = shown?.view.state !== 'results';
  }

  function run(values: Readonly<Record<string, unknown>>): void {
    const bar = element('progress', { max: 1, value: 0, 'aria-label': own.title });
    const text = element('span', {}, labels('running', 0));
    let share = 0;
    expire();
    const restart = button(labels('rerun'), () => { run(values); });
    numbers.querySelector('.running')?.remove();
    numbers.prepend(element('div', { class: 'running' }, bar, text, button(labels('cancel'), () => {
      stop();
      show({ numbers: [element('div', { class: 'running' }, element('p', {}, labels('cancelled', Math.round(share * 100))), restart)] });
      restart.focus();
    })));
    numbers.setAttribute('aria-busy', 'true');
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
          show({ numbers: [element('p', { class: 'refused', role: 'alert' }, message.message)] });
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

  const side = element('div', { class: 'side' }, numbers, actions, pictures);
  const root = element('section', { id: part.id, class: 'part', 'aria-labelledby': `${part.id}-title` },
    element('h2', { id: `${part.id}-title`, tabindex: -1 }, own.title),
    element('p', { class: 'intro' }, unbroken(own.intro)),
    element('div', { class: `columns${isWide ? ' roomy' : ''}` }, form, side),
    below);
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a.source') : null;
    if (link === null) return;
    event.preventDefault();
    event.stopPropagation(); // the editor would scroll there and leave the focus behind
    context.showSource(link.getAttribute('href')?.slice(1) ?? '', link.id);
  });
  return {
    part,
    root,
    summary: () => said,
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
