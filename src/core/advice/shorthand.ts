/**
 * What on-call people type that stands in no symptom: status codes and names of errors, with the symptoms that they
 * stand for, likeliest first. Each phrase is the beginning of a symptom of some playbook; a test holds them to that.
 */
const OVERLOAD = 'several services fail at once';
const NO_BACKEND = 'no healthy upstream';
const RELEASE = 'errors began with a release';
const CRASHES = 'pods crash after a rollout';
const RESTARTS = 'restarted instances die again';
const LOOKUP = 'no such host';

/** By word, folded. */
export const MEANINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['500', [RELEASE, OVERLOAD]],
  ['502', [OVERLOAD, NO_BACKEND, CRASHES]],
  ['503', [OVERLOAD, NO_BACKEND, CRASHES]],
  ['504', ['timeouts at the edge', 'timeouts everywhere', 'queries time out']],
  ['5xx', [OVERLOAD, RELEASE, NO_BACKEND]],
  ['down', [OVERLOAD, 'all services in one region fail']],
  ['oom', [RESTARTS, CRASHES]],
  ['oomkilled', [RESTARTS, CRASHES]],
  ['crashloop', [CRASHES, RESTARTS]],
  ['crashloopbackoff', [CRASHES, RESTARTS]],
  ['deadlock', ['queries time out']],
  ['deadlocks', ['queries time out']],
  ['econnrefused', ['calls go to instances that no longer exist', OVERLOAD]],
  ['enotfound', [LOOKUP]],
  ['etimedout', ['timeouts everywhere', 'timeouts at the edge']],
]);
