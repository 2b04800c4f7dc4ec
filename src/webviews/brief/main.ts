/** The page of a brief. What opens later is asked for when it is opened; what was ticked and opened is kept here. */
import * as v from 'valibot';
import { BriefStateSchema, ToBriefSchema, type BriefMarks, type FromBrief, type ToBrief } from '../protocol';
import { paintFailure } from '../shared/failure';
import { connect } from '../shared/host';
import { paintBrief, updateBrief } from './paint';

type Shown = Extract<ToBrief, { type: 'show' }>;

const root = document.getElementById('root') as HTMLElement;
let shown: Shown | undefined;

const host = connect<ToBrief, FromBrief>(ToBriefSchema, (message) => {
  if (message.type === 'failed') {
    shown = undefined;
    paintFailure(root, message, () => { host.send({ type: 'showLog' }); });
    return;
  }
  const before = shown;
  shown = message;
  const { key } = message.content;
  const marks = marksOf(key);
  if (before?.content.key === key) {
    // Nothing that stands there moves under the reader's hands.
    updateBrief(root, message, actions, before);
  } else {
    const kept = keptState();
    paintBrief(root, message, marks, actions);
    window.scrollTo(0, kept?.title === message.content.title ? kept.scroll : 0);
    if (marks.hints > message.content.hints.length || (marks.discussion && message.content.discussion === null)) {
      host.send({ type: 'reveal', subject: message.subject, hints: marks.hints, discussion: marks.discussion });
    }
  }
  keep({});
});

const actions = {
  send: (message: FromBrief): void => { host.send(message); },
  tick: (index: number, on: boolean): void => {
    if (!shown) return;
    const { ticks } = marksOf(shown.content.key);
    keep({ ticks: on ? [...ticks, index] : ticks.filter((each) => each !== index) });
  },
  reveal: (hints: number, discussion: boolean): void => {
    if (!shown) return;
    keep({ hints, discussion });
    host.send({ type: 'reveal', subject: shown.subject, hints, discussion });
  },
};

function keptState(): v.InferOutput<typeof BriefStateSchema> | undefined {
  const kept = v.safeParse(BriefStateSchema, host.kept());
  return kept.success ? kept.output : undefined;
}

function marksOf(key: string): BriefMarks {
  return keptState()?.marks[key] ?? { ticks: [], hints: 0, discussion: false };
}

/** Keeps where the reader is and what has changed in the marks of this brief, and those of all others. */
function keep(changes: Partial<BriefMarks>): void {
  if (!shown) return;
  const { subject, content } = shown;
  const marks = { ...keptState()?.marks, [content.key]: { ...marksOf(content.key), ...changes } };
  host.keep({ subject, title: content.title, scroll: window.scrollY, marks });
}

let scrollTimer: ReturnType<typeof setTimeout> | undefined;
window.addEventListener('scroll', () => {
  clearTimeout(scrollTimer);
  scrollTimer = setTimeout(() => { keep({}); }, 150); // once scrolling rests
}, { passive: true });
