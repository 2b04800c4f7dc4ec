/** A team's own form of a record: Markdown with placeholders, in `.systems-studio/adr-template.md`. */
import type { RecordSections } from './sections';

/** All placeholders, written `{{name}}`, and what takes their place. A template needs `{{title}}`; the rest is optional. */
export const TEMPLATE_PLACEHOLDERS: Readonly<Record<keyof RecordSections, string>> = {
  title: 'the title of the record',
  number: 'its number, with the digits of the file name: 0005',
  date: 'the day on which it was written: 2026-11-21',
  status: 'proposed, accepted, rejected or deprecated',
  context: 'paragraphs: the situation and the question',
  drivers: 'a list: what the decision must do justice to',
  options: 'a list: what was considered',
  decision: 'a sentence: the chosen option and why',
  consequences: 'a list: what gets better and what gets worse',
  confirmation: 'a paragraph: how it will be checked',
  prosAndCons: 'a heading of level 3 for each option, with what speaks for it and against it; may be empty',
  supersedes: 'a sentence with a link to the record that this one takes the place of; may be empty',
  links: 'a list of links; may be empty',
};

export type TemplateProblem =
  | { readonly kind: 'unknown-placeholder'; readonly name: string; readonly line: number; readonly start: number; readonly end: number }
  | { readonly kind: 'no-title'; readonly line: number; readonly start: number; readonly end: number };

const PLACEHOLDER = /\{\{\s*([A-Za-z][\w-]*)\s*\}\}/g;

/** What is wrong with a template. Lines count from 1, columns from 0; `end` is exclusive. */
export function checkTemplate(template: string): readonly TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  let hasTitle = false;
  for (const [index, text] of template.split(/\r\n|\n|\r/).entries()) {
    for (const match of text.matchAll(PLACEHOLDER)) {
      const name = match[1] ?? '';
      if (name === 'title') hasTitle = true;
      else if (!isPlaceholder(name)) {
        problems.push({ kind: 'unknown-placeholder', name, line: index + 1, start: match.index, end: match.index + match[0].length });
      }
    }
  }
  if (!hasTitle) problems.push({ kind: 'no-title', line: 1, start: 0, end: 0 });
  return problems;
}

/** The template with its placeholders replaced, in the template's own line breaks. What is unknown stays as it is. */
export function fillTemplate(template: string, sections: RecordSections): string {
  const eol = /\r\n|\n|\r/.exec(template)?.[0] ?? '\n';
  const used = new Set<string>();
  const text = template.replace(/^\uFEFF/, '').replace(PLACEHOLDER, (whole, name: string) => {
    if (!isPlaceholder(name)) return whole;
    used.add(name);
    return sections[name].replaceAll('\n', eol);
  });
  // That an older record is superseded must be said, whatever the template has room for.
  const supersedes = sections.supersedes === '' || used.has('supersedes') ? '' : `${eol}${sections.supersedes}${eol}`;
  return text.trimEnd() + eol + supersedes;
}

function isPlaceholder(name: string): name is keyof RecordSections {
  return Object.hasOwn(TEMPLATE_PLACEHOLDERS, name);
}
