/** The page of quizzes, checks and reviews: one question, its explanation, at the end the result. The feature grades. */
import * as v from 'valibot';
import { QuizStateSchema, ToQuizSchema, type FromQuiz, type QuizState, type ShownAnswer, type ToQuiz } from '../protocol';
import { element, labelFrom } from '../shared/dom';
import { paintFailure } from '../shared/failure';
import { connect } from '../shared/host';
import { paintFeedback, updateFeedback } from './feedback';
import { paintQuestion, showProblem } from './question';
import { paintEmpty, paintResult } from './result';
import type { Frame } from './frame';

type Shown = Extract<ToQuiz, { type: 'show' }>;

const root = document.getElementById('root') as HTMLElement;
let shown: Shown | undefined;

const host = connect<ToQuiz, FromQuiz>(ToQuizSchema, (message) => {
  if (message.type === 'failed') {
    shown = undefined;
    paintFailure(root, message, () => { host.send({ type: 'showLog' }); });
    return;
  }
  const before = shown;
  shown = message;
  document.title = message.title;
  if (before && isSamePlace(before, message)) update(message);
  else paint(message, before === undefined);
});

const send = (message: FromQuiz): void => { host.send(message); };

/** Whether the person is still at what the page shows: then nothing is painted anew under their hands. */
function isSamePlace({ content: before }: Shown, { content }: Shown): boolean {
  if (before.view === 'question' && content.view === 'question') return before.key === content.key && before.index === content.index;
  return before.view === 'feedback' && content.view === 'feedback' && before.key === content.key && before.index === content.index;
}

function update(message: Shown): void {
  if (message.content.view === 'question') {
    showProblem(root, message.content);
    return; // The draft is kept beside the state.
  }
  if (message.content.view === 'feedback') updateFeedback(root, message.content);
  host.keep(message.state);
}

function paint(message: Shown, first: boolean): void {
  const { content } = message;
  const kept = keptState();
  const frame = frameOf(message);
  const draft = content.view === 'question' && kept?.draft?.key === draftKey(content) ? kept.draft.shown : undefined;
  root.replaceChildren(
    element('h1', {}, message.title),
    content.view === 'question' ? paintQuestion(content, frame, draft)
      : content.view === 'feedback' ? paintFeedback(content, frame)
        : content.view === 'result' ? paintResult(content, frame) : paintEmpty(content, frame),
    element('p', { id: 'announcement', class: 'visually-hidden', role: 'status' }),
  );
  host.keep(draft === undefined ? message.state : { ...message.state, draft: kept?.draft });
  // A page that comes back with its window must not take the focus from where the person is.
  if (!first || kept === undefined || document.hasFocus()) root.querySelector<HTMLElement>('.place')?.focus();
  if (!first) window.scrollTo(0, 0);
}

function frameOf({ labels, state, content }: Shown): Frame {
  return {
    label: labelFrom(labels),
    send,
    announce(text) {
      const status = document.getElementById('announcement');
      if (status) status.textContent = text;
    },
    keepDraft(answer: ShownAnswer) {
      if (content.view === 'question') host.keep({ ...state, draft: { key: draftKey(content), shown: answer } } satisfies QuizState);
    },
  };
}

const draftKey = ({ key, index }: { readonly key: string; readonly index: number }): string => `${index}/${key}`;

function keptState(): QuizState | undefined {
  const kept = v.safeParse(QuizStateSchema, host.kept());
  return kept.success ? kept.output : undefined;
}

/** Enter goes on from wherever nothing else answers to it. */
root.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.defaultPrevented) return;
  const elsewhere = event.target instanceof Element && event.target.closest('button, a, input') !== null;
  if (elsewhere && !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  root.querySelector<HTMLElement>('button.primary')?.click();
});
