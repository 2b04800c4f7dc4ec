/**
 * What kind of work a phase is, because answers bear on some kinds only: a volume of data stretches the phases that copy,
 * and a ban on downtime those that stop writes. The entries of this product are listed by the titles of their phases
 * (a test holds the list to the content); phases of other entries are judged by their words.
 */
import type { Phase } from './phases';

/** `copies` data in volume · `switches` production to the new side · `stops` writes while it does so · `optional` by its own words. */
export type Trait = 'copies' | 'switches' | 'stops' | 'optional';

export const CHARACTERS: Readonly<Record<string, Readonly<Record<string, readonly Trait[]>>>> = {
  'batch-to-streaming': {
    'Get the source as events, and keep them': ['copies'],
    'Build the stream and its repair': ['copies'],
    'Switch the readers': ['switches'],
    'End the batch, or keep it on purpose': ['switches'],
  },
  'gossip-to-service-mesh': {
    'Take ownership and leadership out': ['switches'],
    'Proxies without policy': ['switches'],
    'Remove gossip': ['switches'],
  },
  'monolith-to-microservices': {
    'Run both': ['copies', 'switches'],
    'Move the ownership of the data': ['copies', 'switches', 'stops'],
  },
  'polling-to-event-driven': {
    'Consume in the shadow': ['copies'],
    'Switch, and slow the poll down': ['switches'],
    'Retire the fast poll': ['switches'],
  },
  'polling-to-websocket': {
    'Push hints': ['switches'],
    'Push content': ['switches', 'optional'],
    'Resize': ['switches'],
  },
  'rest-to-graphql': {
    'One screen': ['switches'],
    'Screen by screen': ['switches'],
    'Move resolvers to the owners': ['switches'],
    'Retire what is unused': ['switches'],
  },
  'shared-database-to-database-per-service': {
    'Feed the readers': ['copies', 'switches'],
    'Move to a server of its own': ['copies', 'switches', 'stops', 'optional'],
  },
  'single-database-to-distributed': {
    'Make the application obey': ['copies'],
    'Copy and keep up': ['copies'],
    'Shadow reads and rehearsal': ['stops'],
    'Cut over, a share at a time': ['switches', 'stops'],
  },
  'single-region-to-multi-region': {
    'Restore elsewhere': ['copies'],
    'Follow and stand by': ['copies'],
    'Rehearse the failover': ['switches', 'stops'],
    'Serve from both': ['switches'],
    'Write at home, if needed': ['copies', 'switches', 'stops', 'optional'],
  },
};

const WORDS: readonly (readonly [Trait, RegExp])[] = [
  ['copies', /\b(?:backfill\w*|replicat\w+|snapshots?|checksums?|copy (?:of )?the data)\b/i],
  ['switches', /\b(?:cut[- ]?overs?|switch(?:es|ed)?|shift)\b/i],
  ['stops', /\b(?:cut[- ]?overs?|refuse\w* (?:all )?writes|downtime|maintenance window)\b/i],
  ['optional', /\bif needed\b/i],
];

/** The traits of a phase, in the order of `Trait`. */
export function characterOf(entryId: string, { title, goal, steps }: Phase): readonly Trait[] {
  const listed = CHARACTERS[entryId];
  if (listed !== undefined) return listed[title] ?? [];
  const text = [title, goal, ...steps].join('\n');
  return WORDS.flatMap(([trait, words]) => (words.test(text) ? [trait] : []));
}
