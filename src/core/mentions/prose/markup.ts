/** HTML and its relatives: tags are code, comments are prose, and text is prose where the document is one. */
import { scanCode } from './code';
import type { ReportProse } from './report';
import { syntaxOf } from './syntaxes';

/** Elements whose content is not text, and the language it is in. */
const RAW_ELEMENTS: Readonly<Record<string, string | undefined>> = {
  script: 'typescript', style: 'css', pre: undefined, code: undefined, samp: undefined, kbd: undefined,
};

export function scanMarkup(text: string, end: number, report: ReportProse, { textIsProse }: { readonly textIsProse: boolean }): void {
  let position = 0;
  while (position < end) {
    const found = text.indexOf('<', position);
    const tag = found < 0 || found > end ? end : found;
    if (textIsProse) report(position, tag);
    if (tag >= end) return;
    position = skipTag(text, tag, end, report);
  }
}

/** Goes behind a comment, a tag, or an element that holds code. A `<` that opens nothing is text. */
function skipTag(text: string, start: number, end: number, report: ReportProse): number {
  if (text.startsWith('<!--', start)) {
    const close = indexWithin(text, '-->', start + 4, end);
    report(start + 4, close);
    return Math.min(end, close + 3);
  }
  const name = /^<([A-Za-z][\w-]*)/.exec(text.slice(start, start + 40))?.[1]?.toLowerCase();
  if (name === undefined && !'/!?'.includes(text.charAt(start + 1) || ' ')) return start + 1;
  const body = tagEnd(text, start, end);
  if (name === undefined || !Object.hasOwn(RAW_ELEMENTS, name) || text.charCodeAt(body - 2) === 47 /* / */) return body;
  const close = indexWithin(text, `</${name}`, body, end);
  const language = RAW_ELEMENTS[name];
  if (language !== undefined) scanCode(text, body, close, syntaxOf(language), report);
  return close;
}

/** The end of a tag, past any `>` inside a quoted attribute. */
function tagEnd(text: string, start: number, end: number): number {
  let quote = 0;
  for (let position = start + 1; position < end; position += 1) {
    const code = text.charCodeAt(position);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62 /* > */) return position + 1;
  }
  return end;
}

function indexWithin(text: string, what: string, from: number, end: number): number {
  const found = text.indexOf(what, from);
  return found < 0 || found > end ? end : found;
}
