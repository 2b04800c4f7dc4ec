import type { ComparisonContent, FromComparison, ToComparison } from '../protocol';
import { element, entryLink, labelFrom } from '../shared/dom';
import { button } from '../shared/toolkit';

type Shown = Extract<ToComparison, { type: 'show' }>;
type Send = (message: FromComparison) => void;
type Label = (key: string) => string;

export function paintComparison(root: HTMLElement, { content, labels }: Shown, send: Send): void {
  const label = labelFrom(labels);
  const copied = element('span', { class: 'copied', role: 'status' });
  const only = element('input', { type: 'checkbox', id: 'only-differences' });
  only.addEventListener('change', () => { root.classList.toggle('only-differences', only.checked); });
  root.classList.remove('only-differences');
  root.replaceChildren(
    element('header', {}, element('h1', { tabindex: -1 }, content.title)),
    element(
      'div',
      { class: 'actions' },
      button(label('record'), 'primary', () => { send({ type: 'act', action: 'record' }); }),
      button(label('copy'), 'secondary', () => {
        send({ type: 'act', action: 'copy' });
        copied.textContent = label('copied');
      }),
      button(label('change'), 'secondary', () => { send({ type: 'act', action: 'change' }); }),
      element('label', { class: 'choose' }, only, ` ${label('onlyDifferences')}`),
      copied,
    ),
    element('h2', {}, label('relations')),
    content.relations.length > 0
      ? element('ul', { class: 'relations' }, ...content.relations.map((text) => element('li', {}, text)))
      : element('p', {}, label('unrelated')),
    paintTable(content, label, send),
  );
}

function paintTable({ title, columns, rows }: ComparisonContent, label: Label, send: Send): HTMLElement {
  const heads = columns.map(({ link, badge }) => {
    const remove = element('button', { type: 'button', class: 'remove', 'aria-label': `${label('remove')}: ${link.title}` }, label('remove'));
    remove.addEventListener('click', () => { send({ type: 'remove', entry: link.id }); });
    return element(
      'th',
      { scope: 'col' },
      entryLink(link, (entry) => { send({ type: 'open', entry }); }),
      ' ',
      element('span', { class: `badge ${badge.className}` }, badge.text),
      columns.length > 2 && element('div', {}, remove),
    );
  });
  const body = rows.map(({ name, cells, differs }) => element(
    'tr',
    { class: differs ? 'differs' : 'same' },
    element('th', { scope: 'row' }, name, element('span', { class: 'mark' }, differs ? label('differs') : label('same'))),
    ...cells.map((lines) => element('td', {}, lines.length === 0 ? '–' : element('ul', {}, ...lines.map(({ text, own }) => element('li', { class: own ? 'own' : 'shared' }, text))))),
  ));
  return element(
    'div',
    { class: 'table', tabindex: 0, role: 'region', 'aria-label': title },
    element('table', {}, element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, label('aspect')), ...heads)), element('tbody', {}, ...body)),
  );
}
