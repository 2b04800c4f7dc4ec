/**
 * How the tests of a lab report: each event of Node's test runner as one line, so that results stream. The build checks
 * the labs with the same reporter that learners get.
 */
import * as v from 'valibot';

/** Lines that the reporter prints begin with it, so that what a solution prints cannot be taken for a result. */
const MARK = '@lab-event ';

const LabEventSchema = v.variant('type', [
  v.object({
    type: v.literal('test'),
    passed: v.boolean(),
    /** Absolute path of the test file, as the operating system writes it. */
    file: v.string(),
    name: v.string(),
    /** Milliseconds. */
    duration: v.optional(v.number()),
    /** The failure is an assertion of the test, and not a crash of the code. */
    assertion: v.boolean(),
    message: v.string(),
    stack: v.string(),
    /** What a comparison wanted and found, in words; only where the assertion has both. */
    expected: v.optional(v.string()),
    actual: v.optional(v.string()),
  }),
  /** A file as a whole failed: it could not be loaded, or its process ended early. */
  v.object({ type: v.literal('file-failed'), file: v.string(), message: v.string() }),
  /** What the code under test printed. */
  v.object({ type: v.literal('output'), file: v.string(), text: v.string() }),
]);

export type LabEvent = v.InferOutput<typeof LabEventSchema>;
export type LabTestResult = Extract<LabEvent, { type: 'test' }>;

/** An ES module for `node --test --test-reporter`. Leaves out suites, skipped tests and files that went through. */
export const LAB_REPORTER = `
import { inspect } from 'node:util';
const show = (value) => (typeof value === 'string' ? value : inspect(value, { depth: 6, sorted: true }));
const say = (event) => '${MARK}' + JSON.stringify(event) + '\\n';
export default async function* report(source) {
  for await (const { type, data } of source) {
    if ((type === 'test:stdout' || type === 'test:stderr') && data.message) {
      yield say({ type: 'output', file: String(data.file ?? ''), text: String(data.message) });
      continue;
    }
    if ((type !== 'test:pass' && type !== 'test:fail') || data.skip !== undefined || data.todo !== undefined || !data.file) continue;
    const error = data.details?.error;
    const cause = error?.cause ?? error;
    const message = String(cause?.message ?? cause ?? '');
    if (data.name.endsWith('.test.js')) {
      if (type === 'test:fail') yield say({ type: 'file-failed', file: data.file, message });
      continue;
    }
    if (data.details?.type === 'suite') continue;
    const compared = /^(?:deep|strict|loose)*(?:deep)?equal$/i.test(String(cause?.operator ?? '')) && cause.expected !== undefined;
    yield say({
      type: 'test',
      passed: type === 'test:pass',
      file: data.file,
      name: data.name,
      duration: data.details?.duration_ms,
      assertion: cause?.code === 'ERR_ASSERTION' || cause?.name === 'AssertionError',
      message,
      stack: String(cause?.stack ?? ''),
      ...(compared && { expected: show(cause.expected), actual: show(cause.actual) }),
    });
  }
}
`;

/** The event of one line of the runner's output; undefined for any other line. */
export function parseLabEvent(line: string): LabEvent | undefined {
  if (!line.startsWith(MARK)) return undefined;
  try {
    const event = v.safeParse(LabEventSchema, JSON.parse(line.slice(MARK.length)));
    return event.success ? event.output : undefined;
  } catch {
    return undefined; // A line that was cut off when the process ended.
  }
}
