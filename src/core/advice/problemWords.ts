/**
 * What people write when they mean a problem: words and short phrases, in lower case. Each stands for its problem alone
 * or with others. The build writes them to `dist/problems.json`: they are read when somebody is asked what hurts.
 */
import type { AnswerId } from './questions';

export const PROBLEM_WORDS: Readonly<Record<AnswerId<'hurts'>, readonly string[]>> = {
  'cascading-failures': ['cascade', 'domino', 'one service takes down others', 'outage spreads', 'chain reaction', 'everything goes down', 'failure propagates', 'knock-on', 'drags others down'],
  'slow-dependencies': ['slow dependency', 'third party is slow', 'timeouts', 'times out', 'hangs', 'hanging calls', 'waiting for another service', 'downstream latency', 'threads blocked', 'connection pool exhausted', 'slow api', 'partner api'],
  overload: ['overloaded', 'too many requests', 'traffic spike', 'peak', '503', 'saturated', 'queue grows', 'cannot keep up', 'black friday', 'thundering herd', 'retry storm', 'backlog', 'cpu at 100'],
  'abusive-callers': ['abuse', 'noisy neighbour', 'noisy neighbor', 'one tenant', 'scraper', 'bots', 'quota', 'fair use', 'brute force', 'ddos', 'one client floods'],
  'database-reads': ['slow reads', 'slow queries', 'read load', 'database cpu', 'too many selects', 'database is the bottleneck', 'hot reads', 'cache', 'replica lag'],
  'database-writes': ['slow writes', 'write load', 'write throughput', 'insert rate', 'primary is full', 'table too big', 'database too large', 'lock contention', 'hot partition', 'disk is full'],
  'distant-users': ['users far away', 'other continents', 'latency abroad', 'global users', 'slow in asia', 'slow in australia', 'static files slow', 'page load far away', 'overseas'],
  'region-outage': ['region down', 'data centre outage', 'datacenter outage', 'disaster recovery', 'availability zone', 'site failure', 'failover', 'rto', 'rpo', 'single region'],
  'blast-radius': ['affects everyone', 'all customers', 'one bug takes all down', 'isolate customers', 'tenant isolation', 'poison pill', 'single point of failure', 'whole fleet'],
  'inconsistent-data': ['inconsistent', 'data does not match', 'out of sync', 'diverge', 'partial update', 'half finished orders', 'distributed transaction', 'two databases disagree', 'mismatch', 'reconcile'],
  'lost-or-repeated-work': ['duplicates', 'charged twice', 'double booking', 'sent twice', 'lost messages', 'lost events', 'missing orders', 'repeated', 'exactly once', 'dual write', 'message never arrived'],
  'complex-queries': ['complex queries', 'joins across services', 'reporting queries', 'slow reports', 'search across', 'aggregate', 'different read model', 'many joins', 'list screens'],
  'stale-analytics': ['stale', 'dashboard is old', 'nightly batch', 'real time analytics', 'reports late', 'yesterday', 'etl', 'data warehouse', 'fresh data'],
  'single-owner': ['split brain', 'two leaders', 'runs twice', 'cron on every node', 'only one instance', 'lock', 'leader', 'singleton job', 'two masters', 'scheduled job'],
  'tight-coupling': ['coupled', 'coupling', 'change one break others', 'lockstep', 'shared database', 'synchronous chain', 'chatty', 'distributed monolith', 'dependencies everywhere'],
  'finding-services': ['service discovery', 'hard coded addresses', 'ip addresses change', 'dns', 'where is the service', 'endpoints change', 'configuration of addresses', 'instances come and go'],
  'client-complexity': ['too many calls from the app', 'many endpoints', 'mobile app', 'over-fetching', 'aggregate for the client', 'every client talks to', 'frontend calls ten services', 'backend for frontend'],
  'slow-delivery': ['slow to ship', 'teams wait', 'release train', 'merge conflicts', 'long lead time', 'build takes', 'cannot deploy independently', 'teams block each other', 'big code base', 'velocity'],
  'risky-releases': ['deployments break', 'release breaks', 'rollback', 'downtime during deploy', 'scared to deploy', 'deploy at night', 'bad release', 'hotfix', 'regression in production'],
  'legacy-system': ['legacy', 'old system', 'mainframe', 'rewrite', 'monolith', 'cobol', 'replace the old', 'modernise', 'modernize', 'migrate'],
  'unknown-causes': ['cannot find the cause', 'no idea why', 'debugging takes', 'no logs', 'no traces', 'no metrics', 'blind', 'where is the time spent', 'root cause', 'users notice first'],
  'unauthorised-access': ['security', 'breach', 'unauthorised', 'unauthorized', 'login', 'authentication', 'tokens', 'permissions', 'internal network trusted', 'secrets', 'who may call'],
  'uneven-load': ['uneven', 'idle at night', 'spiky', 'bursty', 'over-provisioned', 'one node is hot', 'hot node', 'unbalanced', 'seasonal', 'scale up and down'],
  'model-operations': ['machine learning', 'model', 'training', 'inference', 'features', 'mlops', 'drift', 'ml', 'prediction', 'gpu'],
  cost: ['cost', 'bill', 'expensive', 'cloud spend', 'budget', 'too much money', 'save money', 'egress'],
};
