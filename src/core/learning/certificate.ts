/** A certificate: what was completed, and how each part was checked. It claims nothing that the progress does not show. */
import type { ItemType } from '../library/vocabulary';
import type { LearningPath } from '../library/model';
import { evidenceOfPath, type Evidence } from './evidence';
import type { ProgressDocument } from './progress';

export interface CertificateItem {
  readonly title: string;
  readonly type: ItemType;
  readonly minutes: number;
  readonly evidence: Evidence;
}

export interface Certificate {
  readonly path: LearningPath;
  /** As the learner wrote it, in one line. */
  readonly name: string;
  readonly items: readonly CertificateItem[];
  /** When the last item was done, and the first; milliseconds since the epoch. */
  readonly completed: number;
  readonly begun: number;
  /** How many items were checked in each way. */
  readonly counts: Readonly<Record<Evidence['how'], number>>;
}

/** Undefined while an item of the path is open. @param name may hold anything; control characters and line breaks become spaces */
export function certificateOf(document: ProgressDocument, path: LearningPath, name: string): Certificate | undefined {
  const done = evidenceOfPath(document, path);
  const total = path.weeks.reduce((sum, { items }) => sum + items.length, 0);
  if (total === 0 || done.length < total) return undefined;
  const times = done.map(({ evidence }) => evidence.time);
  const count = (how: Evidence['how']): number => done.filter(({ evidence }) => evidence.how === how).length;
  return {
    path,
     
    name: name.replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]+/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 120),
    items: done.map(({ item: { title, type, minutes }, evidence }) => ({ title, type, minutes, evidence })),
    completed: Math.max(...times),
    begun: Math.min(...times),
    counts: { tests: count('tests'), quiz: count('quiz'), read: count('read'), declared: count('declared') },
  };
}

/** What the drawing says, translated by the caller. */
export interface CertificateWords {
  readonly heading: string;
  readonly title: string;
  readonly given: string;
  readonly dates: string;
  readonly outcome: string;
  /** One line for each way of checking that occurs. */
  readonly summary: readonly string[];
  readonly itemHeading: string;
  /** The items in their order: what, and how it was checked. */
  readonly rows: readonly { readonly what: string; readonly how: string }[];
  /** Who vouches for it: the learner's own editor. */
  readonly note: string;
}

const WIDTH = 900;
const MARGIN = 60;
const ROW = 22;
/** Characters that fit into a line of the width at the size in which it is set. */
const LINE = 105;
const WHAT = 66;

/** The certificate as a drawing for print: fixed light colours, fonts of the reader's system, and nothing to load. */
export function certificateSvg(name: string, words: CertificateWords): string {
  const lines: string[] = [];
  let y = 84;
  const put = (text: string, style: string, step: number, x = WIDTH / 2): void => {
    lines.push(`<text x="${x}" y="${y}" class="${style}">${escapeXml(text)}</text>`);
    y += step;
  };
  put(words.heading, 'small middle', 46);
  put(words.title, 'title middle', 50);
  put(words.given, 'small middle', 44);
  put(name, 'name middle', 44);
  put(words.dates, 'small middle', 34);
  for (const line of wrap(words.outcome, LINE)) put(line, 'text middle', ROW);
  y += 14;
  for (const line of words.summary) put(line, 'text middle', ROW);
  y += 24;
  put(words.itemHeading, 'head', 12, MARGIN);
  lines.push(`<line x1="${MARGIN}" x2="${WIDTH - MARGIN}" y1="${y}" y2="${y}" class="rule"/>`);
  y += ROW;
  for (const { what, how } of words.rows) {
    lines.push(`<text x="${MARGIN}" y="${y}" class="row">${escapeXml(shorten(what, WHAT))}<title>${escapeXml(what)}</title></text>`);
    lines.push(`<text x="${WIDTH - MARGIN}" y="${y}" class="row end">${escapeXml(how)}</text>`);
    y += ROW;
  }
  y += 20;
  for (const line of wrap(words.note, LINE + 20)) put(line, 'note middle', 18);
  const height = y + 40;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escapeXml(`${words.title}: ${name}`)}">`,
    '<style>text{font-family:Georgia,"Times New Roman",serif;fill:#1d2733}.middle{text-anchor:middle}.end{text-anchor:end;fill:#4a5563}.title{font-size:34px}.name{font-size:30px;font-style:italic}.small{font-size:15px;fill:#4a5563}.text{font-size:15px}.head{font-size:16px;font-weight:bold}.row{font-size:13px}.note{font-size:12px;fill:#4a5563}.rule{stroke:#8794a5}</style>',
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    `<rect x="20" y="20" width="${WIDTH - 40}" height="${height - 40}" fill="none" stroke="#10233f" stroke-width="3"/>`,
    `<rect x="28" y="28" width="${WIDTH - 56}" height="${height - 56}" fill="none" stroke="#8794a5"/>`,
    ...lines,
    '</svg>',
    '',
  ].join('\n');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** Breaks at spaces; a word that is longer than a line stays whole. */
function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
