/** The names that the fixtures are about, as the entries of the real library have them. */
import { law, makeLibrary, pattern } from '../support/makeLibrary';

const names: Readonly<Record<string, { readonly code?: readonly string[]; readonly prose?: readonly string[] }>> = {
  'circuit-breaker': { code: ['circuit breaker'], prose: ['breaker'] },
  'retry-backoff': { code: ['exponential backoff', 'retry with backoff', 'retry backoff'], prose: ['retry', 'backoff'] },
  timeout: { code: ['request timeout'], prose: ['timeout', 'time limit'] },
  bulkhead: { code: ['bulkhead'] },
  'rate-limiting': { code: ['rate limiter', 'rate limiting', 'rate limit'] },
  saga: { code: ['saga orchestrator', 'saga pattern'], prose: ['saga'] },
  'service-discovery': { code: ['service discovery', 'service registry'] },
  'api-gateway': { code: ['api gateway'] },
  'caching-strategies': { code: ['cache aside', 'request coalescing'], prose: ['caching'] },
  'read-replicas': { code: ['read replica'] },
  sharding: { code: ['shard key'], prose: ['sharding', 'shard'] },
  cqrs: { code: ['cqrs'] },
};

export const library = makeLibrary({
  entries: [
    ...Object.entries(names).map(([id, { code = [], prose = [] }]) => pattern({ id, mentions: { code, prose } })),
    law({ id: 'correlated-failure', mentions: { code: ['correlated failure'], prose: [] } }),
  ],
});
