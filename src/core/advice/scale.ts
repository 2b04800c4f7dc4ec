/** The scale of a system: four tiers, from the users it has and the data it keeps. */
import type { Library, ScaleRow } from '../library/model';
import { QUESTIONS, SCALE_TIERS, type Answers, type ScaleTier } from './questions';

/**
 * The tier that the answers imply: the larger of users and data decides, since either alone outgrows a smaller design.
 * One of the two is enough; with neither there is no tier. The answers to both questions stand in the order of the tiers.
 */
export function scaleTierOf(answers: Answers): ScaleTier | undefined {
  const positions = [
    ...(answers.users ?? []).map((answer) => QUESTIONS.users.indexOf(answer)),
    ...(answers.data ?? []).map((answer) => QUESTIONS.data.indexOf(answer)),
  ];
  return positions.length === 0 ? undefined : SCALE_TIERS[Math.max(...positions)];
}

/** The row of `content/scale.yml` for a tier, or undefined when the library has none. */
export function scaleRowOf(library: Library, tier: ScaleTier): ScaleRow | undefined {
  return library.scale.find((row) => row.tier === tier);
}
