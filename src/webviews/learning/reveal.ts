/** Opens the week and the brief of an item, brings it into view, and puts the focus on what one does there first. */
export function revealItem(itemId: string): void {
  const row = document.getElementById(`item-${itemId}`);
  if (!row) return;
  row.closest('details.week')?.setAttribute('open', '');
  row.querySelector('details')?.setAttribute('open', '');
  row.scrollIntoView({ block: 'start' });
  (row.querySelector<HTMLElement>('a[href]') ?? row.querySelector<HTMLElement>('vscode-checkbox'))?.focus({ preventScroll: true });
}
