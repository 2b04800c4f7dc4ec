/** The parts of a record as Markdown, each without its heading: the standard form and templates are made of them. */
import type { DecisionDraft, DecisionOption } from './draft';
import { recordTitle } from './parse';
import type { NewRecordStatus } from './status';
import { escapeLabel } from './supersede';

/** What to write where a draft has nothing; translated, and shown in braces as MADR shows what is to be replaced. */
export interface RecordHints {
  readonly context: string;
  readonly driver: string;
  readonly option: string;
  readonly because: string;
  readonly good: string;
  readonly bad: string;
  readonly confirmation: string;
}

export interface RecordOptions {
  /** As the file's name has it, such as "0005". */
  readonly number: string;
  /** ISO date, such as 2026-11-21. */
  readonly date: string;
  readonly status: NewRecordStatus;
  readonly hints: RecordHints;
  /** The record that this one takes the place of; `href` as seen from the new one. */
  readonly supersedes?: { readonly number: string; readonly title: string; readonly href: string };
  /** The address of a library entry. With it, the entries of the options are among the links. */
  readonly linkTo?: (entryId: string) => string;
}

export interface RecordSections {
  readonly title: string;
  readonly number: string;
  readonly date: string;
  readonly status: string;
  readonly context: string;
  readonly drivers: string;
  readonly options: string;
  readonly decision: string;
  readonly consequences: string;
  readonly confirmation: string;
  /** Empty when no option has anything to say. */
  readonly prosAndCons: string;
  /** Empty when there is nothing to link. */
  readonly supersedes: string;
  readonly links: string;
}

/** The words "Good", "Bad", "Chosen option" and so on belong to the format: tools look for them, so they stay in English. */
export function recordSections(draft: DecisionDraft, options: RecordOptions): RecordSections {
  const { hints } = options;
  return {
    title: recordTitle(draft.title),
    number: options.number,
    date: options.date,
    status: options.status,
    context: draft.context.length > 0 ? draft.context.map(paragraph).join('\n\n') : hint(hints.context),
    drivers: bullets(draft.drivers.length > 0 ? draft.drivers : [hint(hints.driver)]),
    options: bullets(draft.options.length > 0 ? draft.options.map(({ title }) => line(title)) : [hint(hints.option)]),
    decision: decisionText(draft, hints),
    consequences: consequencesText(draft, hints),
    confirmation: draft.confirmation === undefined ? hint(hints.confirmation) : paragraph(draft.confirmation),
    prosAndCons: draft.options.map(prosAndCons).filter((text) => text !== '').join('\n\n'),
    supersedes: options.supersedes ? supersedesText(options.supersedes) : '',
    links: bullets(linksOf(draft, options).map(({ title, url }) => `[${escapeLabel(line(title))}](${address(url)})`)),
  };
}

function decisionText({ options, chosen, because }: DecisionDraft, hints: RecordHints): string {
  const option = chosen === undefined ? undefined : options[chosen];
  const title = option ? line(option.title).replaceAll('"', "'") : hint(hints.option);
  const reason = because === undefined || because.trim() === '' ? hint(hints.because) : line(because);
  return `Chosen option: "${title}", because ${reason}${/[.!?]$/.test(reason) ? '' : '.'}`;
}

function consequencesText({ consequences: { good, bad } }: DecisionDraft, hints: RecordHints): string {
  const nothing = good.length + bad.length === 0;
  return argumentsFor(nothing ? [hint(hints.good)] : good, nothing ? [hint(hints.bad)] : bad);
}

function prosAndCons({ title, gains, costs, notes = [] }: DecisionOption): string {
  const parts = [...notes.map(paragraph), argumentsFor(gains, costs)].filter((part) => part !== '');
  return parts.length === 0 ? '' : [`### ${line(title)}`, ...parts].join('\n\n');
}

function argumentsFor(good: readonly string[], bad: readonly string[]): string {
  return bullets([
    ...good.map((reason) => argument('Good', line(reason))),
    ...bad.map((reason) => argument('Bad', line(reason))),
  ]);
}

/** What surely is a clause with a verb, or is still to be written. */
const CLAUSE = /^(?:\{|(?:it|there|this is)\s)/i;

/** MADR's "because" needs a clause; what may be only a noun stands behind a colon. */
function argument(word: 'Good' | 'Bad', reason: string): string {
  return CLAUSE.test(reason) ? `${word}, because ${reason}` : `${word}: ${reason}`;
}

/** Each once: an address that only this editor can open is of little use elsewhere. */
function linksOf({ links, options }: DecisionDraft, { linkTo }: RecordOptions): DecisionDraft['links'] {
  const ofOptions = options.flatMap(({ title, entry }) => (entry === undefined || !linkTo ? [] : [{ title, url: linkTo(entry) }]));
  const all = [...links, ...ofOptions];
  return all.filter(({ url }, index) => all.findIndex((other) => other.url === url) === index);
}

function supersedesText({ number, title, href }: NonNullable<RecordOptions['supersedes']>): string {
  return `Supersedes [ADR-${number}: ${escapeLabel(line(title))}](${encodeURI(href)}).`;
}

const hint = (text: string): string => `{${text}}`;
const line = (text: string): string => text.replace(/\s+/g, ' ').trim();
const paragraph = (text: string): string => text.replace(/\r\n?/g, '\n').trim();
/** What would end the link's target too early goes as its code. */
const address = (url: string): string => url.trim().replace(/[\s()<>]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
/** MADR lists with asterisks. */
const bullets = (items: readonly string[]): string => items.map((item) => `* ${line(item)}`).join('\n');
