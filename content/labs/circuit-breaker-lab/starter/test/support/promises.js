// @ts-check
import { OPTIONS } from './outage.js';
import { Violation } from './seeds.js';

/** @typedef {import('./outage.js').Happening} Happening */

/**
 * The stretches of the history between two changes of the state. A change shows after the event that caused it, so a
 * call that turns an open breaker half-open is moved into the half-open stretch that it began.
 * @param {Happening[]} history
 */
export function stretchesOf(history) {
  const stretches = [{ state: 'closed', from: 0, until: Infinity, happenings: /** @type {Happening[]} */ ([]) }];
  for (const happening of history) {
    const current = stretches[stretches.length - 1];
    if (happening.kind !== 'state') {
      current.happenings.push(happening);
      continue;
    }
    current.until = happening.at;
    const begun = happening.to === 'half-open' ? current.happenings.filter((one) => one.at === happening.at) : [];
    current.happenings = current.happenings.filter((one) => !begun.includes(one));
    stretches.push({ state: happening.to, from: happening.at, until: Infinity, happenings: begun });
  }
  return stretches;
}

/** @typedef {ReturnType<typeof stretchesOf>[number]} Stretch */

/**
 * The answers in a stretch to calls that began in it.
 * @param {Stretch} stretch
 */
export function ownAnswers({ happenings }) {
  const begun = new Set(happenings.flatMap((one) => (one.kind === 'reach' ? [one.call] : [])));
  return happenings.flatMap((one) => (one.kind === 'answer' && begun.has(one.call) ? [one] : []));
}

/**
 * A closed breaker opens with the answer that fills the window with too many failures: not before, and not after.
 * @param {Stretch} stretch
 */
export function assertOpensInTime(stretch) {
  const answers = ownAnswers(stretch);
  const due = answers.find((answer, index) => {
    const window = answers.slice(0, index + 1).filter((other) => other.at > answer.at - OPTIONS.windowMs);
    const failures = window.filter((other) => other.failed).length;
    return window.length >= OPTIONS.minimumCalls && failures / window.length >= OPTIONS.failureRate;
  });
  const dueAt = due?.at ?? Infinity;
  const since = `closed since ${stretch.from} ms`;
  if (stretch.until > dueAt) throw new Violation(dueAt, `${since}, and stays so with enough failures in the window`);
  if (stretch.until < dueAt) throw new Violation(stretch.until, `${since}, and opens without enough failures`);
}

/**
 * An open breaker refuses everything during its pause, and nothing after it.
 * @param {Stretch} stretch
 * @param {number} pauseMs
 */
export function assertStaysOpen(stretch, pauseMs) {
  const pause = `open since ${stretch.from} ms for a pause of ${pauseMs} ms`;
  for (const { kind, at } of stretch.happenings) {
    if (kind === 'reach') throw new Violation(at, `${pause}, but a call passes`);
    if (kind === 'refuse' && at >= stretch.from + pauseMs) throw new Violation(at, `${pause}, but refuses later calls`);
  }
  if (stretch.until < stretch.from + pauseMs) throw new Violation(stretch.until, `${pause}, which is cut short`);
}

/**
 * A half-open breaker lets one probe through at a time, closes after enough good ones, and opens after a bad one.
 * @param {Stretch} stretch
 * @param {Stretch | undefined} next
 */
export function assertProbesOneByOne(stretch, next) {
  const since = `half-open since ${stretch.from} ms`;
  let probe = { call: 0, at: 0 };
  for (const happening of stretch.happenings) {
    if (happening.kind === 'reach') {
      if (probe.call > 0) throw new Violation(happening.at, `${since}, and a second probe passes`);
      probe = happening;
    } else if (happening.kind === 'answer' && happening.call === probe.call) probe = { call: 0, at: 0 };
  }
  if (!next) return;
  const answers = ownAnswers(stretch);
  const good = answers.filter((answer) => !answer.failed).length;
  const lost = probe.call > 0 && next.from - probe.at >= OPTIONS.probeTimeoutMs;
  if (next.state === 'closed' && good !== OPTIONS.probesToClose) {
    throw new Violation(next.from, `${since}, and closes after ${good} good probes`);
  }
  if (next.state === 'open' && good === answers.length && !lost) {
    throw new Violation(next.from, `${since}, and opens although no probe failed`);
  }
}
