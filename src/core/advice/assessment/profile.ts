/**
 * The three questions that come before the questions of knowledge, and the answers to each. An id here is part of the
 * content format (`starters` in `content/assessment.yml`) and of what is stored. Labels live with the feature.
 */
export const PROFILE = {
  /** What is your experience level? */
  experience: ['new', 'one-to-three', 'three-plus', 'lead'],
  /** What is your immediate need? */
  need: ['concepts', 'problems', 'examples', 'build'],
  /** What is your domain? */
  domain: ['web', 'data', 'realtime', 'enterprise'],
} as const;

export type ProfileQuestionId = keyof typeof PROFILE;
export type ProfileAnswerId<Question extends ProfileQuestionId = ProfileQuestionId> = (typeof PROFILE)[Question][number];
/** What a person said about themselves. A missing key means "not sure". */
export type Profile = { readonly [Question in ProfileQuestionId]?: ProfileAnswerId<Question> };

/** An answer with its question, such as `need.examples`. */
export type ProfileFact = { [Question in ProfileQuestionId]: `${Question}.${ProfileAnswerId<Question>}` }[ProfileQuestionId];

/** Every question, in the order in which they are asked. */
export const PROFILE_QUESTION_IDS = Object.keys(PROFILE) as ProfileQuestionId[];

/** Every fact, in the order of the questions. */
export const PROFILE_FACTS: readonly ProfileFact[] = PROFILE_QUESTION_IDS.flatMap((question) =>
  PROFILE[question].map((answer) => `${question}.${answer}` as ProfileFact),
);

/** The facts that a profile states, in the order of the questions. */
export function profileFacts(profile: Profile): readonly ProfileFact[] {
  return PROFILE_FACTS.filter((fact) => PROFILE_QUESTION_IDS.some((question) => fact === `${question}.${profile[question] ?? ''}`));
}
