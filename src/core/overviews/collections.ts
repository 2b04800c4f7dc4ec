/** Overviews of everything else. */
import type { Entry, Library } from '../library/model';
import { KINDS, TOPICS, type Kind } from '../library/vocabulary';
import { bullets, item, link, links, plain, relatedBy, section, table } from '../library/markdown/write';
import { KIND_NAMES, TOPIC_NAMES } from './words';

const list = (entries: readonly Entry[]): string => bullets(entries.map(item));

export const allEntries = (library: Library): readonly string[] =>
  KINDS.flatMap((kind: Kind) => section(KIND_NAMES[kind], list(library.all(kind))));

export const corePrinciples = (library: Library): readonly string[] =>
  (['law', 'pillar', 'principle'] as const).flatMap((kind) => section(KIND_NAMES[kind], numbered(library.all(kind))));

const numbered = (entries: readonly Entry[]): string => entries.map((entry, index) => `${index + 1}. ${item(entry)}`).join('\n');

export const handbook = (library: Library): readonly string[] => [
  ...TOPICS.flatMap((topic) => section(TOPIC_NAMES[topic], list(library.all('guide').filter((guide) => guide.topic === topic)))),
  ...(['migration', 'playbook', 'anti-pattern'] as const).flatMap((kind) => section(KIND_NAMES[kind], bullets(library.all(kind).map(link)))),
];

export const emergencyPlaybooks = (library: Library): readonly string[] => {
  const playbooks = library.all('playbook');
  const rows = playbooks.map((playbook) => [link(playbook), plain(playbook.symptoms[0] ?? ''), plain(playbook.quickFix.action), playbook.quickFix.time, links(playbook.patterns.flatMap((id) => library.get(id) ?? []))]);
  return [
    ...section('By playbook', rows.length === 0 ? '' : table(['Playbook', 'You see', 'First relief', 'Takes', 'Patterns behind it'], rows)),
    ...section('By symptom', bullets(playbooks.flatMap((playbook) => playbook.symptoms.map((symptom) => `${plain(symptom)}: ${link(playbook)}`)))),
  ];
};

export const migrationGuides = (library: Library): readonly string[] => {
  const rows = library.all('migration').map((entry) => [link(entry), plain(entry.from), plain(entry.to), entry.complexity, entry.duration]);
  return section('Migrations', rows.length === 0 ? '' : table(['Migration', 'From', 'To', 'Complexity', 'Takes'], rows));
};

export const antiPatternCatalogue = (library: Library): readonly string[] => {
  const rows = library.all('anti-pattern').map((entry) => [link(entry), plain(entry.summary), links(relatedBy(library, entry.id, 'cured-by'))]);
  return section('Anti-patterns', rows.length === 0 ? '' : table(['Anti-pattern', 'What it is', 'Way out'], rows));
};

/** Who is related to whom, in one place: the laws and pillars with their patterns, and each pattern with its neighbours. */
export function crossReference(library: Library): readonly string[] {
  const principles = (['law', 'pillar', 'principle'] as const).flatMap((kind) =>
    section(KIND_NAMES[kind], library.all(kind).length === 0 ? '' : table(
      [KIND_NAMES[kind].slice(0, -1), 'Patterns', 'Case studies'],
      library.all(kind).map((entry) => [link(entry), links(relatedBy(library, entry.id, 'answered-by', 'served-by')), links(relatedBy(library, entry.id, 'illustrated-by'))]),
    )),
  );
  const patterns = library.all('pattern').map((pattern) => {
    const by = (...names: Parameters<typeof relatedBy>[2][]): string => links(relatedBy(library, pattern.id, ...names));
    return [link(pattern), by('requires'), by('complements'), by('alternatives'), by('conflicts'), by('used-by')];
  });
  return [...principles, ...section('Patterns', patterns.length === 0 ? '' : table(['Pattern', 'Requires', 'Works well with', 'Alternatives', 'Conflicts with', 'Case studies'], patterns))];
}

/** Terms by their first letter. */
export function glossary(library: Library): readonly string[] {
  const initials = [...new Set(library.glossary.map(({ term }) => initialOf(term)))];
  return initials.flatMap((initial) =>
    library.glossary.some(({ term }) => initialOf(term) === initial) ? section(initial, glossaryItems(library, initial)) : []);
}

const initialOf = (term: string): string => (/^[a-z]/i.test(term) ? term.charAt(0).toUpperCase() : '0–9');

function glossaryItems(library: Library, initial: string): string {
  return bullets(library.glossary.filter(({ term }) => initialOf(term) === initial).map(({ term, aliases, definition, entry }) => {
    const also = aliases.length === 0 ? '' : ` (also: ${aliases.map(plain).join(', ')})`;
    const found = entry === undefined ? undefined : library.get(entry);
    return `**${plain(term)}**${also}: ${plain(definition)}${found === undefined ? '' : ` Read ${link(found)}.`}`;
  }));
}
