/** A finished run as it is found in storage: of this version, newer, or damaged. Reading never throws. */
import * as v from 'valibot';
import type { AssessmentRun } from './answers';
import { PROFILE, PROFILE_QUESTION_IDS, type Profile } from './profile';

const VERSION = 1;

const StoredRunSchema = v.object({
  version: v.literal(VERSION),
  taken: v.pipe(v.string(), v.isoDate()),
  attempt: v.pipe(v.number(), v.integer(), v.minValue(1)),
  profile: v.record(v.string(), v.unknown()),
  answers: v.pipe(
    v.array(v.object({ question: v.string(), choice: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))) })),
    v.maxLength(1000),
  ),
});

export type StoredRun =
  /** Nothing is kept. */
  | { readonly kind: 'none' }
  | { readonly kind: 'ok'; readonly run: AssessmentRun }
  /** What is kept is not a run that this version can read. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** The form in which a run is kept. */
export function storeRun(run: AssessmentRun): unknown {
  return { version: VERSION, ...run };
}

/** Reads what storage holds. `undefined` and `null` mean that nothing was stored. */
export function parseStoredRun(stored: unknown): StoredRun {
  if (stored === undefined || stored === null) return { kind: 'none' };
  const parsed = v.safeParse(StoredRunSchema, stored);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return { kind: 'unreadable', reason: `${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}` };
  }
  const { taken, attempt, profile, answers } = parsed.output;
  return { kind: 'ok', run: { taken, attempt, profile: parseProfile(profile), answers } };
}

/** Unknown questions and answers are dropped, since an older or newer version may have stored them. */
function parseProfile(stored: Readonly<Record<string, unknown>>): Profile {
  return Object.fromEntries(
    PROFILE_QUESTION_IDS.flatMap((question) => {
      const answer = PROFILE[question].find((known) => known === stored[question]);
      return answer === undefined ? [] : [[question, answer]];
    }),
  );
}
