/** Blocks in series, redundant groups and copies, to be built by hand: a list in lists, with buttons at each block. */
import type { ValueProblem } from '../../core/calculators/numberField';
import { membersOf, type TypedTree } from '../../core/calculators/tree';
import type { FieldWords } from '../../core/library/calculatorSchema';
import { element } from '../shared/dom';
import type { Labels } from './fields';
import { button } from './rows';

export interface CompositionOptions {
  readonly id: string;
  readonly words: FieldWords;
  readonly labels: Labels;
  readonly onChange: (tree: TypedTree) => void;
}
export interface CompositionControl {
  readonly root: HTMLElement;
  set(tree: TypedTree): void;
  setProblems(problems: readonly ValueProblem[], textOf: (problem: ValueProblem) => string): void;
}

const NEW: Readonly<Record<TypedTree['type'], (name: string) => TypedTree>> = {
  component: (name) => ({ type: 'component', name, availability: '99.9 %' }),
  series: (name) => ({ type: 'series', name, members: [NEW.component('')] }),
  redundant: (name) => ({ type: 'redundant', name, required: '1', beta: '10 %', members: [NEW.component(''), NEW.component('')] }),
  copies: (name) => ({ type: 'copies', name, count: '2', required: '1', beta: '10 %', member: NEW.component('') }),
};
const KINDS = ['component', 'series', 'redundant', 'copies'] as const;
const ADD = { component: 'addComponent', series: 'addSeries', redundant: 'addRedundant', copies: 'addCopies' } as const;

export function compositionControl({ id, words, labels, onChange }: CompositionOptions): CompositionControl {
  const holder = element('div', { class: 'blocks' });
  const whole = element('p', { class: 'problem', role: 'status' });
  let tree: TypedTree = NEW.series('');

  /** Changes the block at a path; undefined removes it. */
  function replaced(at: TypedTree, path: readonly number[], change: (block: TypedTree) => TypedTree | undefined): TypedTree | undefined {
    const [index, ...rest] = path;
    if (index === undefined) return change(at);
    if (at.type === 'component') return at;
    if (at.type === 'copies') return { ...at, member: replaced(at.member, rest, change) ?? at.member };
    return { ...at, members: at.members.flatMap((member, place) => (place === index ? replaced(member, rest, change) ?? [] : [member])) };
  }

  /** A change of a text leaves the form as it is; any other paints it anew and puts the focus where the work goes on. */
  function edit(path: readonly number[], change: (block: TypedTree) => TypedTree | undefined, focus?: string): void {
    tree = replaced(tree, path, change) ?? tree;
    if (focus !== undefined) {
      paint();
      (holder.querySelector<HTMLElement>(`#${id}-${focus}`) ?? holder.querySelector<HTMLElement>('input'))?.focus();
    }
    onChange(tree);
  }

  const keyOf = (path: readonly number[]): string => (path.length === 0 ? 'root' : path.join('-'));

  function textInput(path: readonly number[], part: string, label: string, value: string, change: (block: TypedTree, typed: string) => TypedTree): HTMLElement {
    const inputId = `${id}-${keyOf(path)}-${part}`;
    const input = element('input', { id: inputId, type: 'text', value, spellcheck: 'false', autocomplete: 'off', 'aria-describedby': `${inputId}-problem`, class: part === 'name' ? 'name' : 'short', placeholder: part === 'name' ? label : null });
    input.addEventListener('input', () => { edit(path, (block) => change(block, input.value)); });
    return element('div', { class: 'block-field' }, element('label', { for: inputId, class: part === 'name' ? 'visually-hidden' : null }, label), input, element('p', { id: `${inputId}-problem`, class: 'problem', hidden: true }));
  }

  function ownFields(block: TypedTree, path: readonly number[]): readonly HTMLElement[] {
    const name = textInput(path, 'name', labels('blockName'), block.name, (each, typed) => ({ ...each, name: typed }));
    const merge = (key: string) => (each: TypedTree, typed: string): TypedTree => ({ ...each, [key]: typed });
    switch (block.type) {
      case 'component': return [name, textInput(path, 'availability', labels('availability'), block.availability, merge('availability'))];
      case 'series': return [name];
      case 'redundant': return [name, textInput(path, 'required', labels('required'), block.required, merge('required')), textInput(path, 'beta', labels('beta'), block.beta, merge('beta'))];
      case 'copies': return [name, textInput(path, 'count', labels('copies'), block.count, merge('count')), textInput(path, 'required', labels('required'), block.required, merge('required')), textInput(path, 'beta', labels('beta'), block.beta, merge('beta'))];
    }
  }

  function moveButton(path: readonly number[], by: -1 | 1, siblings: number): HTMLElement | false {
    const place = path.at(-1) ?? 0;
    if (siblings < 2) return false;
    const created = button(by < 0 ? '↑' : '↓', () => {
      const to = place + by;
      edit(path.slice(0, -1), (parent) => {
        if (parent.type !== 'series' && parent.type !== 'redundant') return parent;
        const members = [...parent.members];
        const [moved] = members.splice(place, 1);
        if (moved !== undefined) members.splice(to, 0, moved);
        return { ...parent, members };
      }, `${keyOf([...path.slice(0, -1), to])}-name`);
    });
    created.setAttribute('aria-label', labels(by < 0 ? 'moveUp' : 'moveDown'));
    created.disabled = by < 0 ? place === 0 : place === siblings - 1;
    return created;
  }

  function blockElement(block: TypedTree, path: readonly number[], siblings: number, kind?: HTMLElement): HTMLElement {
    const title = labels(block.type);
    const members = membersOf(block);
    const remove = siblings > 1 && button('×', () => { edit(path, () => undefined, `${keyOf(path.slice(0, -1))}-name`); });
    if (remove instanceof HTMLElement) remove.setAttribute('aria-label', labels('remove', block.name === '' ? title : block.name));
    return element('li', {}, element('div', { class: `block ${block.type}`, role: 'group', 'aria-label': `${title}${block.name === '' ? '' : `: ${block.name}`}` },
      element('div', { class: 'block-head' }, kind ?? element('span', { class: 'block-kind' }, title), ...ownFields(block, path),
        element('div', { class: 'block-buttons' }, moveButton(path, -1, siblings), moveButton(path, 1, siblings), remove)),
      block.type !== 'component' && element('ul', {}, ...members.map((member, index) => blockElement(member, [...path, index], members.length, block.type === 'copies' ? kindSelect(path, member) : undefined))),
      (block.type === 'series' || block.type === 'redundant') && element('div', { class: 'buttons' }, ...KINDS.map((each) => button(labels(ADD[each]), () => {
        edit(path, (parent) => (parent.type === 'series' || parent.type === 'redundant' ? { ...parent, members: [...parent.members, NEW[each]('')] } : parent), `${keyOf([...path, members.length])}-name`);
      })))));
  }

  /** What is copied may be a group itself. */
  function kindSelect(path: readonly number[], member: TypedTree): HTMLElement {
    const select = element('select', { 'aria-label': labels('block') }, ...KINDS.map((kind) => element('option', { value: kind, selected: kind === member.type }, labels(kind))));
    select.addEventListener('change', () => {
      const kind = KINDS.find((each) => each === select.value) ?? 'component';
      edit([...path, 0], (old) => NEW[kind](old.name), `${keyOf([...path, 0])}-name`);
    });
    return select;
  }

  function paint(): void {
    holder.replaceChildren(element('ul', { class: 'tree' }, blockElement(tree, [], 1)));
  }

  return {
    root: element('fieldset', { class: 'field composition' }, element('legend', {}, words.label), words.help !== undefined && element('p', { class: 'help' }, words.help), whole, holder),
    set(next) {
      tree = next;
      paint();
    },
    setProblems(problems, textOf) {
      for (const place of holder.querySelectorAll<HTMLElement>('.problem')) place.hidden = true;
      for (const input of holder.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
      const elsewhere: string[] = [];
      for (const problem of problems) {
        const input = `${id}-${keyOf((problem.path ?? '').split('.').filter((step) => step !== '').map(Number))}-${problem.part ?? ''}`;
        const place = document.getElementById(`${input}-problem`);
        if (place === null) elsewhere.push(textOf(problem));
        else {
          place.textContent = textOf(problem);
          place.hidden = false;
          document.getElementById(input)?.setAttribute('aria-invalid', 'true');
        }
      }
      whole.textContent = elsewhere.join(' ');
    },
  };
}
