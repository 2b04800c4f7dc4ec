/** Writes a decision record as Markdown. */
import type { DecisionDraft } from './draft';
import { recordSections, type RecordOptions, type RecordSections } from './sections';
import { checkTemplate, fillTemplate } from './template';

/**
 * A record in the form of MADR 4, or in that of a team's template.
 *
 * @param options with a `template` that has problems (`checkTemplate`), the standard form is used
 * @returns Markdown that ends with a line break
 */
export function formatRecord(draft: DecisionDraft, options: RecordOptions & { readonly template?: string }): string {
  const sections = recordSections(draft, options);
  return options.template !== undefined && checkTemplate(options.template).length === 0
    ? fillTemplate(options.template, sections)
    : formatMadr(sections);
}

/** The headings are the format's; https://adr.github.io/madr/ describes it. */
function formatMadr(sections: RecordSections): string {
  const more = [sections.supersedes, sections.links].filter((part) => part !== '').join('\n\n');
  const parts = [
    ['---', `status: ${sections.status}`, `date: ${sections.date}`, 'decision-makers:', 'consulted:', 'informed:', '---'].join('\n'),
    `# ${sections.title}`,
    '## Context and Problem Statement', sections.context,
    '## Decision Drivers', sections.drivers,
    '## Considered Options', sections.options,
    '## Decision Outcome', sections.decision,
    '### Consequences', sections.consequences,
    '### Confirmation', sections.confirmation,
    ...(sections.prosAndCons === '' ? [] : ['## Pros and Cons of the Options', sections.prosAndCons]),
    ...(more === '' ? [] : ['## More Information', more]),
  ];
  return `${parts.join('\n\n')}\n`;
}
