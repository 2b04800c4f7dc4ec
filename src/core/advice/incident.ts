/**
 * One incident, from "it is on fire" to its end: a clock, the playbooks that were opened, and what was checked when.
 * It is its own log: the state follows from what happened, in order, and nothing that happened is rewritten. Times are
 * milliseconds since 1970, handed in.
 */
import * as v from 'valibot';

const time = v.pipe(v.number(), v.integer(), v.minValue(0));
const stepEvent = { time, playbook: v.string(), step: v.string(), /** The step as one line, as it read at that time. */ text: v.string() };

const IncidentEventSchema = v.variant('type', [
  /** Always the first, and only the first. */
  v.object({ type: v.literal('start'), time, playbook: v.string() }),
  /** The diagnosis has changed: another playbook is followed, on the same clock. */
  v.object({ type: v.literal('playbook'), time, playbook: v.string() }),
  v.object({ type: v.literal('check'), ...stepEvent }),
  v.object({ type: v.literal('uncheck'), ...stepEvent }),
  v.object({ type: v.literal('end'), time }),
  v.object({ type: v.literal('resume'), time }),
]);
const IncidentSchema = v.object({
  version: v.literal(1),
  events: v.pipe(v.array(IncidentEventSchema), v.minLength(1), v.check((events) => events.every(({ type }, index) => (type === 'start') === (index === 0)), 'only the first event starts the incident')),
  /** The document with the notes, and how many events it has been told; null without one. */
  notes: v.nullable(v.object({ uri: v.string(), written: v.pipe(v.number(), v.integer(), v.minValue(0)) })),
});
type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;
export type Incident = DeepReadonly<v.InferOutput<typeof IncidentSchema>>;
export type IncidentEvent = DeepReadonly<v.InferOutput<typeof IncidentEventSchema>>;
/** What a person does in an incident. */
export type IncidentChange = Exclude<IncidentEvent, { type: 'start' }>;

export function startIncident(playbook: string, now: number): Incident {
  return { version: 1, events: [{ type: 'start', time: now, playbook }], notes: null };
}

/**
 * The incident after a change. What changes nothing (a step that is checked already, the playbook that is followed
 * already, anything but a resumption after the end) gives the same object. A clock that was set back does not disturb
 * the order: such a change counts as made at the time of the last one.
 */
export function changeIncident(incident: Incident, change: IncidentChange): Incident {
  if (!changes(incident, change)) return incident;
  const last = incident.events.at(-1)?.time ?? 0;
  return { ...incident, events: [...incident.events, { ...change, time: Math.max(change.time, last) }] };
}

function changes(incident: Incident, change: IncidentChange): boolean {
  const ended = endOf(incident) !== null;
  if (change.type === 'resume') return ended;
  if (ended) return false;
  switch (change.type) {
    case 'end': return true;
    case 'playbook': return playbookOf(incident) !== change.playbook;
    case 'check': return !checksOf(incident, change.playbook).has(change.step);
    case 'uncheck': return checksOf(incident, change.playbook).has(change.step);
  }
}

/** Notes were opened, or told up to an event; null: they are gone. */
export function withNotes(incident: Incident, notes: Incident['notes']): Incident {
  return { ...incident, notes };
}

export function startOf({ events }: Incident): number {
  return events[0]?.time ?? 0;
}

/** When it ended; null while it is under way. */
export function endOf({ events }: Incident): number | null {
  const last = events.findLast(({ type }) => type === 'end' || type === 'resume');
  return last?.type === 'end' ? last.time : null;
}

/** Milliseconds since the start, up to the end; never negative. */
export function elapsed(incident: Incident, now: number): number {
  return Math.max(0, (endOf(incident) ?? now) - startOf(incident));
}

/** The playbook that is followed: the last one opened. */
export function playbookOf({ events }: Incident): string {
  const last = events.findLast((event) => event.type === 'start' || event.type === 'playbook');
  return last && 'playbook' in last ? last.playbook : '';
}

/** All playbooks in the order in which they were first opened. */
export function playbooksOf({ events }: Incident): readonly string[] {
  return [...new Set(events.flatMap((event) => (event.type === 'start' || event.type === 'playbook' ? [event.playbook] : [])))];
}

/** The checked steps of a playbook, by id, with the time of the check. */
export function checksOf({ events }: Incident, playbook: string): ReadonlyMap<string, number> {
  const checks = new Map<string, number>();
  for (const event of events) {
    if ((event.type !== 'check' && event.type !== 'uncheck') || event.playbook !== playbook) continue;
    if (event.type === 'check') checks.set(event.step, event.time);
    else checks.delete(event.step);
  }
  return checks;
}

export type StoredIncident =
  | { readonly kind: 'none' }
  | { readonly kind: 'ok'; readonly incident: Incident }
  | { readonly kind: 'damaged'; readonly reason: string };

/** Reads what storage holds; never throws. `undefined` and `null` mean that nothing was stored. */
export function parseIncident(stored: unknown): StoredIncident {
  if (stored === undefined || stored === null) return { kind: 'none' };
  const parsed = v.safeParse(IncidentSchema, stored);
  if (parsed.success) return { kind: 'ok', incident: parsed.output };
  const [issue] = parsed.issues;
  return { kind: 'damaged', reason: `${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}` };
}
