import * as v from 'valibot';
import { commonFromPage, FailedSchema, LabelsSchema, ReadableSchema } from './shared';

const StepSchema = v.object({
  id: v.string(),
  parts: v.array(
    v.variant('type', [
      v.object({ type: v.picklist(['text', 'code']), text: v.string() }),
      v.object({ type: v.literal('link'), text: v.string(), entry: v.string(), section: v.nullable(v.string()) }),
    ]),
  ),
});

/** One playbook, for the person on call. */
const EmergencyContentSchema = v.object({
  playbook: v.string(),
  title: v.string(),
  relief: v.object({ action: v.string(), time: v.string(), risk: v.string() }),
  steps: v.array(StepSchema),
  /** The whole text; the page leaves out the steps and puts the rest in its order. */
  readable: ReadableSchema,
});
export type EmergencyContent = v.InferOutput<typeof EmergencyContentSchema>;
export type EmergencyStepContent = v.InferOutput<typeof StepSchema>;

/** How the incident stands, for the playbook that is shown. */
const IncidentViewSchema = v.object({
  state: v.picklist(['none', 'running', 'ended']),
  /** Milliseconds since the start when this was sent: the page's own clock may differ from the host's. */
  elapsed: v.number(),
  /** "Started at …", translated; null while there is no incident. */
  started: v.nullable(v.string()),
  /** Milliseconds from the start to the check, by id of the step. */
  checks: v.record(v.string(), v.number()),
  /** Whether there is a document with notes. */
  notes: v.boolean(),
  /** The other playbooks of this incident, in the order in which they were opened. */
  others: v.array(v.object({ playbook: v.string(), title: v.string() })),
});
export type IncidentView = v.InferOutput<typeof IncidentViewSchema>;

export const ToEmergencySchema = v.variant('type', [
  v.object({ type: v.literal('show'), content: EmergencyContentSchema, incident: IncidentViewSchema, labels: LabelsSchema }),
  FailedSchema,
]);
export type ToEmergency = v.InferOutput<typeof ToEmergencySchema>;

export const FromEmergencySchema = v.variant('type', [
  ...commonFromPage,
  v.object({ type: v.literal('check'), playbook: v.string(), step: v.string(), on: v.boolean() }),
  /** Starts the incident anew, ends it, or takes the end back. */
  v.object({ type: v.literal('incident'), playbook: v.string(), change: v.picklist(['start', 'end', 'resume']) }),
  v.object({ type: v.literal('openNotes') }),
  /** Follow another playbook on the same clock; null asks which. */
  v.object({ type: v.literal('changePlaybook'), playbook: v.nullable(v.string()) }),
  v.object({ type: v.literal('openEntry'), entry: v.string(), section: v.nullable(v.string()) }),
  v.object({ type: v.literal('openWeb'), url: v.pipe(v.string(), v.regex(/^https?:\/\//)) }),
  v.object({ type: v.literal('copy'), text: v.string() }),
  /** Sent after each painting. */
  v.object({ type: v.literal('painted'), playbook: v.string() }),
]);
export type FromEmergency = v.InferOutput<typeof FromEmergencySchema>;

/** Webview state of the page, for the serializer; the incident itself is kept by the host. */
export const EmergencyStateSchema = v.object({ playbook: v.string(), title: v.string(), scroll: v.number(), open: v.array(v.string()) });
export type EmergencyState = v.InferOutput<typeof EmergencyStateSchema>;
