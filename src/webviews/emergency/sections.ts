import { STEPS_SECTION } from '../../core/extracts';
import { renderSections, type RenderedSection } from '../../core/reading';
import type { Readable } from '../protocol';
import { renderOptions } from '../shared/readable';

export { highlightCode } from '../../core/reading';

/** Sections that are open at first, and those that come last; ids are the headings' anchors. */
const OPEN = 'stabilise';
const LAST = 'symptoms';

export interface EmergencySection extends RenderedSection {
  /** Whether it is unfolded at first. */
  readonly open: boolean;
}

/** The sections of a playbook in the order of the page: without the steps, which stand above, and what helps least last. */
export function emergencySections(readable: Readable): readonly EmergencySection[] {
  const sections = renderSections(readable.body, renderOptions(readable))
    .filter(({ title }) => title !== STEPS_SECTION)
    .map((section): EmergencySection => ({ ...section, open: section.id === OPEN }));
  const isLast = ({ id, title }: EmergencySection): boolean => id === LAST || title === readable.labels['references'];
  return [...sections.filter((section) => !isLast(section)), ...sections.filter(isLast)];
}
