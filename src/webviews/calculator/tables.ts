import { element } from '../shared/dom';

/** A table of texts in a frame of its own, which scrolls by keyboard too. */
export function tableElement(caption: string, header: readonly string[], rows: readonly (readonly string[])[], numeric: readonly boolean[]): HTMLElement {
  const cell = (tag: 'th' | 'td', text: string, index: number): HTMLElement => element(tag, { class: numeric[index] === true ? 'number' : null, ...(tag === 'th' && { scope: 'col' }) }, text);
  return element('div', { class: 'table', tabindex: 0, role: 'region', 'aria-label': caption },
    element('table', {}, element('thead', {}, element('tr', {}, ...header.map((text, index) => cell('th', text, index)))),
      element('tbody', {}, ...rows.map((row) => element('tr', {}, ...row.map((text, index) => cell('td', text, index)))))));
}
