/** The page of a calculator. It calculates itself, as one types; the host keeps what was typed and does what reaches outside. */
import * as v from 'valibot';
import { calculatorById } from '../../core/calculators';
import type { Calculator, Field } from '../../core/calculators/definition';
import { fieldsOf, formatQuery, parseQuery, isTypedTree } from '../../core/calculators/link';
import { typedDefaults, type Typed, type TypedValues } from '../../core/calculators/values';
import type { Reference } from '../../core';
import { CalculatorStateSchema, ToCalculatorSchema, type FromCalculator, type ToCalculator } from '../protocol';
import { element, entryLink, withCode } from '../shared/dom';
import { paintFailure } from '../shared/failure';
import { connect } from '../shared/host';
import type { Labels } from './fields';
import { addressOf, partSection, type PartSection } from './part';
import { button } from './rows';

type Shown = Extract<ToCalculator, { type: 'show' }>;

const root = document.getElementById('root') as HTMLElement;
let shown: Shown | undefined;
let calculator: Calculator | undefined;
let sections: readonly PartSection[] = [];
let typed: TypedValues = {};
const status = element('p', { class: 'status', role: 'status' });
/** For what a person sees anyway. */
const aloud = element('p', { class: 'visually-hidden', role: 'status' });

const host = connect<ToCalculator, FromCalculator>(ToCalculatorSchema, (message) => {
  switch (message.type) {
    case 'failed':
      clear();
      paintFailure(root, message, () => { host.send({ type: 'showLog' }); });
      return;
    case 'done':
      say(message.text);
      return;
    case 'rows':
      sections.find(({ part }) => message.field in part.fields)?.takeRows(message.field, message.text);
      return;
    case 'show':
      show(message);
      return;
  }
});

function clear(): void {
  for (const section of sections) section.dispose();
  sections = [];
  shown = undefined;
}

function show(message: Shown): void {
  const before = shown;
  const found = calculatorById(message.calculator);
  if (found === undefined) throw new RangeError(`There is no calculator "${message.calculator}".`);
  const isOpen = before?.calculator === message.calculator && sections.length > 0;
  // What stands on the page is newer than what was kept.
  const own = isOpen ? typed : { ...defaultsOf(found), ...usable(found, message.kept ?? {}) };
  const scroll = isOpen ? window.scrollY : keptScroll(message.calculator);
  clear();
  shown = message;
  calculator = found;
  typed = own;
  paint();
  const query = message.query === null ? undefined : parseQuery(found, message.query);
  if (query === undefined) {
    window.scrollTo(0, scroll);
  } else {
    replaceAll({ ...defaultsOf(found), ...query.typed }, 'prefilled');
    // The part that the link is about; without any, the top.
    const part = found.parts.find(({ fields }) => Object.keys(fields).some((id) => id in query.typed));
    if (part !== undefined && part !== found.parts[0]) document.getElementById(part.id)?.scrollIntoView();
    else window.scrollTo(0, 0);
  }
  keepPlace();
}

function defaultsOf(of: Calculator): TypedValues {
  return typedDefaults(Object.fromEntries(fieldsOf(of)));
}

/** What was kept, as far as the fields still have that form. */
function usable(of: Calculator, kept: Readonly<Record<string, unknown>>): TypedValues {
  return Object.fromEntries([...fieldsOf(of)].flatMap(([id, field]) => (fits(field, kept[id]) ? [[id, kept[id]] as const] : [])));
}

function fits(field: Field, value: unknown): value is Typed {
  if (field.kind === 'tree') return isTypedTree(value);
  return field.kind === 'table' ? Array.isArray(value) : typeof value === 'string';
}

const labels: Labels = (key, ...values) => values.reduce<string>((text, value, index) => text.replaceAll(`{${index}}`, String(value)), shown?.labels[key] ?? key);

function paint(): void {
  if (shown === undefined || calculator === undefined) return;
  const { words, entries } = shown;
  const current = calculator;
  sections = current.parts.map((part) => partSection(part, {
    calculator: current, words, labels, address: shown?.address ?? '',
    typed: () => typed,
    change,
    act: (action, title, markdown) => { host.send({ type: 'act', action, title, markdown }); },
    copyLink: (query) => { host.send({ type: 'copyLink', link: addressOf(shown?.address ?? '', query) }); },
    loadRows: (field) => { host.send({ type: 'loadRows', field }); },
    openExample: (file) => { host.send({ type: 'openExample', file }); },
    saveRows: (field, text) => { host.send({ type: 'saveRows', field, text }); },
    showSource,
  }));
  root.replaceChildren(
    element('header', {},
      element('h1', { tabindex: -1 }, words.title),
      element('p', { class: 'summary' }, words.summary),
      element('div', { class: 'buttons' },
        button(labels('copyLink'), () => { host.send({ type: 'copyLink', link: addressOf(shown?.address ?? '', formatQuery(current, typed)) }); }),
        button(labels('reset'), () => { replaceAll(defaultsOf(current), 'wasReset'); })),
      element('div', { id: 'back' }),
      contents(current)),
    ...sections.map((section) => section.root),
    element('section', {}, element('h2', {}, labels('assumptions')), element('ul', {}, ...words.assumptions.map((text) => element('li', {}, ...withCode(text))))),
    element('section', {}, element('h2', {}, labels('limits')), element('ul', {}, ...words.limits.map((text) => element('li', {}, ...withCode(text))))),
    ...(entries.length === 0 ? [] : [element('section', { class: 'related' }, element('h2', {}, labels('related')), element('ul', {}, ...entries.map(({ entry, because }) => element('li', {}, entryLink(entry, (id) => { host.send({ type: 'openEntry', entry: id }); }), `: ${because}`))))]),
    element('section', { class: 'sources' }, element('h2', {}, labels('sources')), element('ol', {}, ...words.references.map((reference, index) => referenceElement(reference, index + 1)))),
    status, aloud,
  );
  for (const section of sections) {
    section.fill();
    section.update();
  }
}

function contents(of: Calculator): HTMLElement | false {
  if (of.parts.length < 2) return false;
  return element('nav', { 'aria-label': labels('contents') }, element('ul', {}, ...of.parts.map(({ id }) => {
    const link = element('a', { href: `#${id}` }, shown?.words.parts[id]?.title ?? id);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      document.getElementById(id)?.scrollIntoView();
      document.getElementById(`${id}-title`)?.focus({ preventScroll: true });
    });
    return element('li', {}, link);
  })));
}

function referenceElement({ author, title, publisher, year, url }: Reference, place: number): HTMLElement {
  return element('li', { id: `source-${place}`, tabindex: -1 }, `${author}: `, element('a', { href: url }, title), `${publisher === undefined ? '' : `, ${publisher}`}, ${year}`);
}

/** Leads to a source, where a button leads back to where it is cited. */
function showSource(id: string, from: string): void {
  const source = document.getElementById(id);
  document.querySelector('.sources .back-to')?.remove();
  const back = button(labels('backToNumber'), () => {
    back.remove();
    document.getElementById(from)?.focus();
  });
  back.classList.add('back-to');
  source?.append(' ', back);
  source?.scrollIntoView({ block: 'center' });
  source?.focus({ preventScroll: true });
}

/** A field was changed by hand in one part: the same field elsewhere follows, and all that rests on it. */
function change(field: string, value: Typed, from: string): void {
  typed = { ...typed, [field]: value };
  for (const section of sections) {
    if (!(field in section.part.fields)) continue;
    if (section.part.id !== from) section.fill([field]);
    section.update();
  }
  keepTyped();
  announce(from);
}

/** Fills in everything anew, with a way back to what stood there. */
function replaceAll(next: TypedValues, why: 'prefilled' | 'wasReset' | undefined): void {
  const before = typed;
  typed = next;
  for (const section of sections) {
    section.fill();
    section.update();
  }
  keepTyped();
  const isChange = JSON.stringify(before) !== JSON.stringify(next) && (why === 'wasReset' || (calculator !== undefined && formatQuery(calculator, before) !== ''));
  document.getElementById('back')?.replaceChildren(...(why === undefined || !isChange ? [] : [element('p', { class: 'back', role: 'status' }, labels(why), ' ', button(labels('undo'), () => { replaceAll(before, undefined); }))]));
}

let keepTimer: ReturnType<typeof setTimeout> | undefined;
function keepTyped(): void {
  clearTimeout(keepTimer);
  keepTimer = setTimeout(() => {
    if (calculator === undefined) return;
    host.send({ type: 'keep', calculator: calculator.id, typed: formatQuery(calculator, typed) === '' ? null : asMessage(typed) });
  }, 250);
}

/** A tree is an object of its own kind to the compiler, and any object to a message. */
const asMessage = (values: TypedValues): Extract<FromCalculator, { type: 'keep' }>['typed'] => values as Extract<FromCalculator, { type: 'keep' }>['typed'];

let announceTimer: ReturnType<typeof setTimeout> | undefined;
/** Once typing rests, and only what came first: reading all results aloud would drown the next letter. */
function announce(part: string): void {
  clearTimeout(announceTimer);
  announceTimer = setTimeout(() => {
    const said = sections.find((section) => section.part.id === part)?.summary();
    if (said !== undefined) sayIn(aloud, said);
  }, 900);
}

let sayTimer: ReturnType<typeof setTimeout> | undefined;
/** It goes away by itself, as it covers the end of the page. */
function say(text: string): void {
  sayIn(status, text);
  clearTimeout(sayTimer);
  sayTimer = setTimeout(() => { status.textContent = ''; }, 10_000);
}

function sayIn(place: HTMLElement, text: string): void {
  place.textContent = '';
  // A text that stays the same is not read again.
  setTimeout(() => { place.textContent = text; }, 30);
}

function keptScroll(of: string): number {
  const kept = v.safeParse(CalculatorStateSchema, host.kept());
  return kept.success && kept.output.calculator === of ? kept.output.scroll : 0;
}

function keepPlace(): void {
  if (shown !== undefined) host.keep({ calculator: shown.calculator, title: shown.words.title, scroll: window.scrollY });
}
let scrollTimer: ReturnType<typeof setTimeout> | undefined;
window.addEventListener('scroll', () => {
  clearTimeout(scrollTimer);
  scrollTimer = setTimeout(keepPlace, 150); // once scrolling rests
}, { passive: true });
