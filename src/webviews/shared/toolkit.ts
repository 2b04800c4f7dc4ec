/**
 * The one place that knows @vscode/webview-ui-toolkit, which has been archived since January 2025.
 * Pages use the tags `vscode-button`, `vscode-checkbox`, `vscode-dropdown` and `vscode-option` as registered here;
 * another library that offers them replaces the toolkit by a change of this file alone.
 */
import {
  provideVSCodeDesignSystem, vsCodeButton, vsCodeCheckbox, vsCodeDropdown, vsCodeOption,
} from '@vscode/webview-ui-toolkit';
import { customElement, element } from './dom';

export function registerToolkit(): void {
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeCheckbox(), vsCodeDropdown(), vsCodeOption());
}

/** A button with a handler. */
export function button(text: string, appearance: 'primary' | 'secondary', onClick: () => void): HTMLElement {
  const created = customElement('vscode-button', { appearance }, text);
  created.addEventListener('click', onClick);
  return created;
}

/**
 * A check box. The host decides: a click is reported, and the next `show` paints what has been stored.
 *
 * @param label accessible name, where the visible text stands elsewhere
 */
export function checkbox(checked: boolean, label: string, onChange: (checked: boolean) => void): HTMLElement {
  // The toolkit names a box after its text, and "Checkbox" without one, whatever its aria-label said before.
  const text = element('span', { class: 'visually-hidden' }, label);
  const created = customElement('vscode-checkbox', { checked, 'current-checked': String(checked) }, text);
  created.addEventListener('change', () => {
    if (!painting) onChange((created as HTMLElement & { checked: boolean }).checked);
  });
  return created;
}

/** The toolkit says "change" also when code sets a box; what the host has just said must not go back to it. */
let painting = false;

/** Sets a check box without telling anybody. */
export function setChecked(box: Element, checked: boolean): void {
  const target = box as Element & { checked?: boolean };
  if (target.checked === checked) return;
  painting = true;
  try {
    target.checked = checked;
  } finally {
    painting = false;
  }
}

/** A list to choose one from. */
export function dropdown(
  label: string,
  id: string,
  options: readonly { readonly id: string; readonly label: string }[],
  selected: string,
  onChange: (id: string) => void,
): HTMLElement {
  const created = customElement(
    'vscode-dropdown',
    { id, 'aria-label': label },
    ...options.map((option) => customElement('vscode-option', { value: option.id, selected: option.id === selected }, option.label)),
  );
  let current = selected;
  created.addEventListener('change', () => {
    const { value } = created as HTMLElement & { value: string };
    if (value === current) return;
    current = value;
    onChange(value);
  });
  return created;
}
