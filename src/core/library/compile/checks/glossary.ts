import type { GlossaryTerm } from '../../model';
import { normaliseName } from '../../names';
import type { Draft } from '../draft';
import type { Report } from '../source';
import type { LineOf } from '../yaml';

/** A definition longer than this many sentences belongs on a page. */
const MOST_SENTENCES = 2;

/** One definition for each term, short, and never beside the entry that the term is the name of. */
export function checkGlossary(terms: readonly GlossaryTerm[], lineOf: LineOf, drafts: readonly Draft[], report: Report): void {
  const entries = new Map<string, string>();
  for (const { id, front } of drafts) {
    for (const name of [id, ...(front === undefined ? [] : [front.title, ...front.aliases])]) entries.set(normaliseName(name), id);
  }
  const ids = new Set(drafts.map(({ id }) => id));
  const taken = new Map<string, string>();
  terms.forEach(({ term, aliases, definition, entry }, index) => {
    const own = new Set<string>();
    for (const name of [term, ...aliases]) {
      const key = normaliseName(name);
      const other = taken.get(key);
      if (other !== undefined) report(lineOf(index, 'term'), own.has(key) ? `"${name}" is written twice; remove one` : `"${name}" is also a name of the term "${other}"; give each term one definition`);
      own.add(key);
      taken.set(key, term);
    }
    if (entry !== undefined && !ids.has(entry)) report(lineOf(index, 'entry'), `"${entry}" is no entry; correct the id, or remove it`);
    const named = entries.get(normaliseName(term));
    if (named !== undefined && entry !== named) report(lineOf(index, 'term'), `"${term}" is a name of the entry "${named}"; write "entry: ${named}", so that reader and writer mean the same`);
    const sentences = definition.split(/[.!?](?:\s|$)/).filter((part) => part.trim() !== '').length;
    if (!/[.)]$/.test(definition)) report(lineOf(index, 'definition'), `the definition of "${term}" does not end in a full stop; write whole sentences`);
    if (sentences > MOST_SENTENCES) report(lineOf(index, 'definition'), `the definition of "${term}" has ${sentences} sentences; write at most ${MOST_SENTENCES}, and link an entry for more`);
  });
}
