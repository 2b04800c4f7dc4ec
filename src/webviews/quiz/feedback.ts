import type { FeedbackView, SectionLink } from '../protocol';
import { element, withCode } from '../shared/dom';
import { pageButton, paintPlace, sign, type Frame } from './frame';

/** An answered question: whether it was right, what is, and why. */
export function paintFeedback(view: FeedbackView, frame: Frame): HTMLElement {
  const { label, send } = frame;
  return element(
    'div',
    { class: 'feedback' },
    ...paintPlace(view, view.index + 1, label),
    element('p', { class: 'asked' }, ...withCode(view.text)),
    element('h2', { class: `verdict place ${view.right ? 'right' : 'wrong'}`, tabindex: -1 }, sign(view.right), view.verdict),
    paintGiven(view.given, label),
    element('h3', {}, label('explanation')),
    element('p', { class: 'explanation' }, ...withCode(view.explanation)),
    element('p', {}, `${label('readAgain')}: `, sectionLink(view.again, frame)),
    paintSure(view, frame),
    element('div', { class: 'actions' }, pageButton(label(view.last ? 'finish' : 'next'), () => { send({ type: 'next', index: view.index }); }, { class: 'primary' })),
  );
}

/** How sure the answer was has changed, and with it when the question comes back. */
export function updateFeedback(root: HTMLElement, view: FeedbackView): void {
  for (const sure of SURE) root.querySelector(`button.sure-${sure}`)?.setAttribute('aria-pressed', String(view.sure === sure));
  const text = root.querySelector('.comes-back');
  if (text) text.textContent = view.comesBack;
}

/** A section to read again; it opens beside the page. */
export function sectionLink({ entry, section, text }: SectionLink, { send }: Frame): HTMLElement {
  const link = element('a', { href: `entry:${entry}#${section}` }, text);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    send({ type: 'open', entry, section });
  });
  return link;
}

const SURE = ['hard', 'good', 'easy'] as const;

function paintSure(view: FeedbackView, { label, send }: Frame): HTMLElement {
  const back = element('p', { class: 'comes-back', role: 'status' }, view.comesBack);
  if (view.sure === null || view.comesBack === '') return back;
  return element(
    'div',
    { class: 'sure' },
    element('div', { role: 'group', 'aria-labelledby': 'sure' }, element('span', { id: 'sure' }, label('sure')), ...SURE.map((sure) =>
      pageButton(label(sure), () => { send({ type: 'sure', index: view.index, sure }); }, { class: `sure-${sure}`, 'aria-pressed': String(view.sure === sure) }))),
    back,
  );
}

function paintGiven(given: FeedbackView['given'], label: Frame['label']): HTMLElement {
  switch (given.type) {
    case 'options': return paintOptions(given.options, label);
    case 'number':
      return element('dl', { class: 'numbers' },
        element('div', {}, element('dt', {}, label('isChosen')), element('dd', {}, given.given)),
        element('div', {}, element('dt', {}, label('isRight')), element('dd', {}, given.answer)));
    case 'order':
      return element('div', { class: 'orders' },
        element('div', {}, element('h3', {}, label('yourOrder')), element('ol', {}, ...given.given.map(({ text, inPlace }) =>
          element('li', {}, ...withCode(text), ' ', sign(inPlace), element('span', { class: 'visually-hidden' }, label(inPlace ? 'inPlace' : 'outOfPlace')))))),
        // Who had it right has just read it.
        given.given.some(({ inPlace }) => !inPlace) && element('div', {}, element('h3', {}, label('rightOrder')), element('ol', {}, ...given.answer.map((text) => element('li', {}, ...withCode(text))))));
  }
}

type Options = Extract<FeedbackView['given'], { type: 'options' }>['options'];

function paintOptions(options: Options, label: Frame['label']): HTMLElement {
  const several = options.filter(({ right }) => right).length > 1;
  return element('ul', { class: 'options answered' }, ...options.map(({ text, chosen, right, why }) => {
    const tag = chosen ? label(right ? 'isChosenRight' : 'isChosenWrong') : right ? label(several ? 'isMissed' : 'isRight') : '';
    return element(
      'li',
      { class: right ? 'option right' : chosen ? 'option wrong' : 'option' },
      chosen || right ? sign(right) : element('span', { class: 'sign', 'aria-hidden': 'true' }),
      element('div', {},
        element('p', { class: 'text' }, ...withCode(text), ' ', tag !== '' && element('span', { class: 'tag' }, tag)),
        why !== null && element('p', { class: 'why' }, ...withCode(why))),
    );
  }));
}
