/** What people type into the search: names, parts of names, problems in their own words, and with typos. */
const queries = [
  'circuit breaker',
  'circut braker',
  'rate limiting',
  'rate limting per tenant',
  'saga',
  'orchestration saga',
  'idempotnecy',
  'cach stampede',
  'read replicas lag',
  'exponetial backoff',
  'how do I stop retries from making it worse',
  'one slow dependency takes everything down',
  'cqrs',
  'service discovrey',
  'bulkhead isolation',
  'multi region failover',
  'deadline propagation',
  'netflix chaos',
  'event streming',
  'shard key',
  'zzzz nothing like it',
] as const;

/** Every text that the search sees while these are typed letter by letter. */
export function keystrokes(): string[] {
  return queries.flatMap((query) => Array.from({ length: query.length }, (_, index) => query.slice(0, index + 1)));
}
