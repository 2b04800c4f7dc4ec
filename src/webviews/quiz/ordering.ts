import type { ShownAnswer } from '../protocol';
import { element, withCode } from '../shared/dom';
import { fill, pageButton, type Frame } from './frame';
import type { AnswerField } from './question';

/** Items to put in order: with a button up and down each, and with Alt and the arrow keys. */
export function paintOrdering(items: readonly string[], { label, announce, keepDraft }: Frame, draft: ShownAnswer | undefined): AnswerField {
  const kept = draft && 'chosen' in draft && draft.chosen.length === items.length ? draft.chosen : items.map((_, place) => place);
  const order = [...kept];
  const rows = items.map((text, place) => {
    const up = pageButton('↑', () => { move(place, -1); }, { class: 'up', 'aria-label': fill(label('up'), text) });
    const down = pageButton('↓', () => { move(place, 1); }, { class: 'down', 'aria-label': fill(label('down'), text) });
    const row = element('li', {}, element('span', { class: 'text' }, ...withCode(text)), element('span', { class: 'moves' }, up, down));
    row.addEventListener('keydown', (event) => {
      const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
      if (!event.altKey || by === 0) return;
      event.preventDefault();
      move(place, by);
    });
    return { row, up, down };
  });
  const list = element('ol', { class: 'ordering-items' });

  function arrange(): void {
    list.append(...order.flatMap((place) => rows[place]?.row ?? []));
    order.forEach((place, position) => {
      // Not "disabled", which would drop the focus of whoever has just moved an item to the end.
      rows[place]?.up.setAttribute('aria-disabled', String(position === 0));
      rows[place]?.down.setAttribute('aria-disabled', String(position === order.length - 1));
    });
  }

  function move(place: number, by: number): void {
    const from = order.indexOf(place);
    const to = from + by;
    if (to < 0 || to >= order.length) return;
    const focused = document.activeElement;
    order.splice(from, 1);
    order.splice(to, 0, place);
    arrange();
    // A row that is put elsewhere in the document loses its focus.
    if (focused instanceof HTMLElement) focused.focus();
    announce(fill(label('moved'), items[place] ?? '', to + 1, order.length));
    keepDraft({ chosen: [...order] });
  }

  arrange();
  return {
    field: element('div', { role: 'group', 'aria-labelledby': 'question hint', 'aria-describedby': 'problem' }, element('p', { id: 'hint', class: 'hint' }, label('ordering')), list),
    read: () => ({ chosen: [...order] }),
  };
}
