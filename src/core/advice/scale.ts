/** The scale of a system: four tiers, from the users it has and the data it keeps. */
import type { Library, ScaleRow } from '../library/model';
import { QUESTIONS, SCALE_TIERS, type Answers, type Fact, type ScaleTier } from './questions';

/**
 * The tier that the answers imply: the larger of users and data decides, since either alone outgrows a smaller design. One
 * of the two is enough; with neither there is no tier. Only "global" is more than size: it speaks of users everywhere, so
 * much data does not make a system global whose users are known to be fewer. The answers stand in the order of the tiers.
 */
export function scaleTierOf(answers: Answers): ScaleTier | undefined {
  const users = (answers.users ?? []).map((answer) => QUESTIONS.users.indexOf(answer));
  const data = (answers.data ?? []).map((answer) => QUESTIONS.data.indexOf(answer));
  if (users.length + data.length === 0) return undefined;
  const most = SCALE_TIERS.length - 1;
  const byData = users.length === 0 ? data : data.map((position) => Math.min(position, most - 1));
  return SCALE_TIERS[Math.max(...users, ...byData)];
}

/** The answers that decided about the tier: users, data or both. */
export function decidingAnswers(answers: Answers): readonly Fact[] {
  const tier = scaleTierOf(answers);
  if (tier === undefined) return [];
  const { users = [], data = [] } = answers;
  const alone = [
    ...users.map((answer): readonly [Fact, Answers] => [`users.${answer}`, { users: [answer] }]),
    // Much data counts for no more than the users allow, also alone.
    ...data.map((answer): readonly [Fact, Answers] => [`data.${answer}`, users.length > 0 ? { users: ['under-10k'], data: [answer] } : { data: [answer] }]),
  ];
  return alone.flatMap(([fact, one]) => (scaleTierOf(one) === tier ? [fact] : []));
}

/** The row of `content/scale.yml` for a tier, or undefined when the library has none. */
export function scaleRowOf(library: Library, tier: ScaleTier): ScaleRow | undefined {
  return library.scale.find((row) => row.tier === tier);
}
