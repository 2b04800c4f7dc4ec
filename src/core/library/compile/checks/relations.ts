import type { Kind } from '../../vocabulary';
import { RELATIONS } from '../../vocabulary';
import type { DraftSummary } from '../draft';
import type { Report } from '../source';

const FOLDER: Readonly<Record<Kind, string>> = {
  law: 'a law', pillar: 'a pillar', pattern: 'a pattern', 'case-study': 'a case study', guide: 'a guide',
  principle: 'a principle', 'anti-pattern': 'an anti-pattern', company: 'a company', playbook: 'a playbook', migration: 'a migration', reference: 'a reference page',
};

/** Says when `id` is not the id of an entry of the kind. `kinds` has every entry file, valid or not. */
export function checkId(id: string, kind: Kind | undefined, kinds: ReadonlyMap<string, Kind>, line: number, report: Report): boolean {
  const found = kinds.get(id);
  if (found === undefined) report(line, `"${id}" is no entry; correct the id, or remove it`);
  else if (kind !== undefined && found !== kind) report(line, `"${id}" is ${FOLDER[found]}, not ${FOLDER[kind]}; move it to the key of its kind, or remove it`);
  return found !== undefined && (kind === undefined || found === kind);
}

/** The ids in one entry's front matter: each resolves, is of the right kind, and is written once. */
export function checkIds({ id: own, front, lineOf }: Omit<DraftSummary, 'file'>, kinds: ReadonlyMap<string, Kind>, report: Report): void {
  if (front === undefined) return;
  const list = (key: 'patterns' | 'laws' | 'pillars', ids: readonly string[], kind: Kind): void => {
    ids.forEach((id, index) => {
      checkId(id, kind, kinds, lineOf(key, index), report);
      if (ids.indexOf(id) !== index) report(lineOf(key, index), `"${id}" is written twice in "${key}"; remove one`, 'warning');
    });
  };
  if ('patterns' in front) list('patterns', front.patterns, 'pattern');
  if ('laws' in front) list('laws', front.laws, 'law');
  if ('pillars' in front) list('pillars', front.pillars, 'pillar');
  if (front.kind !== 'pattern') return;
  for (const relation of RELATIONS) {
    front.related[relation].forEach(({ id }, index) => {
      const line = lineOf('related', relation, index, 'id');
      if (id === own) report(line, `"${relation}" names the entry itself; remove it`, 'warning');
      else checkId(id, 'pattern', kinds, line, report);
    });
  }
}

/** A relation is written once: not twice in one list, and not from both sides. */
export function checkRelationsOnce(drafts: readonly DraftSummary[], reportIn: (file: string) => Report): void {
  const written = new Map<string, DraftSummary>();
  for (const draft of drafts) {
    if (draft.front?.kind !== 'pattern') continue;
    for (const relation of RELATIONS) {
      draft.front.related[relation].forEach(({ id }, index) => {
        if (id === draft.id) return;
        const key = `${relation} ${[draft.id, id].sort().join(' ')}`;
        const first = written.get(key);
        const line = draft.lineOf('related', relation, index, 'id');
        if (first === undefined) written.set(key, draft);
        else if (first === draft) reportIn(draft.file)(line, `"${id}" is written twice in "${relation}"; remove one`);
        else if (relation === 'requires') reportIn(draft.file)(line, `"${draft.id}" and "${id}" require each other; remove "requires" on one side, or relate them as complements`);
        else reportIn(draft.file)(line, `the relation "${relation}" with "${id}" is already written in ${first.file}; remove one, because it holds in both directions`);
      });
    }
  }
}
