import type { Entry, RelatedEntry, RelationName } from './model';
import { RELATION_NAMES } from './model';
import { RELATIONS } from './vocabulary';

/** How each relation reads from the other side. */
const INVERSE: Readonly<Record<RelationName, RelationName>> = {
  requires: 'required-by',
  'required-by': 'requires',
  complements: 'complements',
  alternatives: 'alternatives',
  conflicts: 'conflicts',
  answers: 'answered-by',
  'answered-by': 'answers',
  serves: 'served-by',
  'served-by': 'serves',
  'bears-on': 'bears-on',
  'cured-by': 'cures',
  cures: 'cured-by',
  violates: 'violated-by',
  'violated-by': 'violates',
  'relies-on': 'relied-on-by',
  'relied-on-by': 'relies-on',
  uses: 'used-by',
  'used-by': 'uses',
  illustrates: 'illustrated-by',
  'illustrated-by': 'illustrates',
  explains: 'explained-by',
  'explained-by': 'explains',
  'studied-in': 'studies',
  studies: 'studied-in',
};

interface Statement {
  readonly to: string;
  readonly relation: RelationName;
  readonly because?: string;
}

const state = (relation: RelationName, ids: readonly string[]): Statement[] => ids.map((to) => ({ to, relation }));

/** What the entry's own front matter says about other entries, in the order in which it is written; a company has the case studies that name it. */
function statementsOf(entry: Entry, entries: readonly Entry[]): Statement[] {
  switch (entry.kind) {
    case 'law':
      return [...state('answered-by', entry.patterns), ...state('bears-on', entry.pillars)];
    case 'pillar':
      return [...state('served-by', entry.patterns), ...state('bears-on', entry.laws)];
    case 'pattern':
      return [
        ...RELATIONS.flatMap((relation) =>
          entry.related[relation].map(({ id, because }) => ({ to: id, relation, because })),
        ),
        ...state('answers', entry.laws),
        ...state('serves', entry.pillars),
      ];
    case 'case-study':
      return [...state('uses', entry.patterns), ...state('illustrates', entry.laws)];
    case 'principle':
      return [...state('answered-by', entry.patterns), ...state('bears-on', entry.laws), ...state('bears-on', entry.pillars)];
    case 'anti-pattern':
      return [...state('cured-by', entry.patterns), ...state('violates', entry.laws)];
    case 'playbook':
    case 'migration':
      return [...state('relies-on', entry.patterns), ...state('bears-on', entry.laws)];
    case 'guide':
      return [...state('explains', entry.patterns), ...state('explains', entry.laws)];
    case 'company':
      return state('studied-in', entries.flatMap((other) => (other.kind === 'case-study' && other.company === entry.title ? [other.id] : [])));
    case 'reference':
      return [];
  }
}

/**
 * Relations of every entry, seen from both sides, each pair and relation once.
 * What an entry says itself comes before what others say about it; an id that does not resolve is left out.
 * @param entries in the order in which incoming relations are to be listed
 */
export function relateEntries(entries: readonly Entry[]): ReadonlyMap<string, readonly RelatedEntry[]> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const found = new Map(entries.map((entry) => [entry.id, new Map<string, RelatedEntry>()]));
  const add = (owner: string, related: RelatedEntry): void => {
    const relations = found.get(owner);
    const key = `${related.relation} ${related.entry.id}`;
    if (relations !== undefined && !relations.has(key)) relations.set(key, related);
  };
  const statements = entries.flatMap((from) =>
    statementsOf(from, entries).flatMap((statement) => {
      const to = byId.get(statement.to);
      const because = statement.because === undefined ? {} : { because: statement.because };
      return to === undefined || to === from ? [] : [{ from, to, relation: statement.relation, because }];
    }),
  );
  for (const { from, to, relation, because } of statements) {
    add(from.id, { entry: to, relation, ...because, direction: 'outgoing' });
  }
  for (const { from, to, relation, because } of statements) {
    add(to.id, { entry: from, relation: INVERSE[relation], ...because, direction: 'incoming' });
  }
  const rank = (related: RelatedEntry): number => RELATION_NAMES.indexOf(related.relation);
  return new Map([...found].map(([id, relations]) => [id, [...relations.values()].sort((a, b) => rank(a) - rank(b))]));
}
