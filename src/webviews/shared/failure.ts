import { element } from './dom';

/** Paints a failure in place of the content: what is wrong, what to do, and a way to the log. */
export function paintFailure(
  root: HTMLElement,
  failure: { readonly title: string; readonly message: string; readonly action: string },
  showLog: () => void,
): void {
  const button = element('button', { class: 'primary', type: 'button' }, failure.action);
  button.addEventListener('click', showLog);
  root.replaceChildren(
    element('div', { class: 'failure', role: 'alert' }, element('h1', {}, failure.title), element('p', {}, failure.message), button),
  );
}
