import type { Draft } from '../draft';
import type { Report } from '../source';

/** Each reference is cited, each citation is defined, and no reference is written twice. */
export function checkCitations({ front, lineOf, outline }: Draft, report: Report): void {
  if (front === undefined) return;
  const cited = new Set(outline.citations.map(({ id }) => id));
  const defined = new Set<string>();
  const references = 'references' in front ? front.references : [];
  references.forEach(({ id }, index) => {
    if (defined.has(id)) report(lineOf('references', index, 'id'), `the reference "${id}" is written twice; keep one`);
    else if (!cited.has(id)) report(lineOf('references', index, 'id'), `the reference "${id}" is not cited; cite it in the text as [^${id}], or remove it`);
    defined.add(id);
  });
  for (const { id, line } of outline.citations) {
    if (!defined.has(id)) report(line, `cites [^${id}], which is not in the references; add it to the front matter`);
  }
  if (front.kind !== 'case-study') return;
  front.scale.forEach(({ reference, example }, index) => {
    const line = lineOf('scale', index, 'fact');
    if ((reference === undefined) === (example === undefined)) report(line, 'a fact about scale needs either a reference or "example: true"; write one of them');
    if (reference !== undefined && !defined.has(reference)) report(line, `the fact names the reference "${reference}", which is not in the references; add it there`);
  });
}
