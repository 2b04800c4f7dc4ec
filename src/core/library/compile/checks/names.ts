import { normaliseName } from '../../names';
import type { DraftSummary } from '../draft';
import type { Report } from '../source';

const MENTION = /^[^\sA-Z_-]+(?: [^\sA-Z_-]+)*$/;

/** Who has a name; `file` says it in messages. */
type Owner = Pick<DraftSummary, 'file'>;

/**
 * Titles, ids, aliases and mentions: each name belongs to one entry.
 * @param taken names (normalised) that belong to entries which are not checked here
 */
export function checkNames(drafts: readonly DraftSummary[], reportIn: (file: string) => Report, taken: ReadonlyMap<string, Owner> = new Map()): void {
  const owners = new Map<string, Owner>(taken);
  const claim = (draft: DraftSummary, name: string, line: number, what: string): void => {
    const key = normaliseName(name);
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, draft);
    else if (owner !== draft) reportIn(draft.file)(line, `the ${what} "${name}" also names ${owner.file}; keep it in one of them`);
  };
  // Ids and titles first: where a title and an alias collide, the alias is the one to give way. The id of what is not
  // recognised in text (a case study "rate-limiter") is an address, and leaves the name to the pattern that it is about.
  for (const draft of drafts) if (draft.front !== undefined && 'mentions' in draft.front) claim(draft, draft.id, draft.lineOf('title'), 'id');
  for (const draft of drafts) if (draft.front !== undefined) claim(draft, draft.front.title, draft.lineOf('title'), 'title');
  for (const draft of drafts) {
    const { front, lineOf } = draft;
    if (front === undefined) continue;
    const own = new Set([normaliseName(front.title)]);
    front.aliases.forEach((alias, index) => {
      const line = lineOf('aliases', index);
      if (own.has(normaliseName(alias))) reportIn(draft.file)(line, `the alias "${alias}" repeats the title or another alias; remove it`);
      own.add(normaliseName(alias));
      claim(draft, alias, line, 'alias');
    });
    if (!('mentions' in front)) continue;
    for (const key of ['code', 'prose'] as const) {
      front.mentions[key].forEach((name, index) => {
        const line = lineOf('mentions', key, index);
        if (!MENTION.test(name)) reportIn(draft.file)(line, `the mention "${name}" is not in lower case with single spaces; write it as words, and case styles are derived`);
        claim(draft, name, line, 'mention');
      });
    }
    const code = new Set(front.mentions.code.map(normaliseName));
    front.mentions.prose.forEach((name, index) => {
      if (code.has(normaliseName(name))) reportIn(draft.file)(lineOf('mentions', 'prose', index), `the mention "${name}" is in "code" too; remove it here, because "code" includes prose`);
    });
  }
}

/** `order` is a position: two entries of a kind cannot share it. */
export function checkOrder(items: readonly { readonly file: string; readonly kind: string; readonly order: number; readonly line: number }[], reportIn: (file: string) => Report): void {
  const taken = new Map<string, string>();
  for (const { file, kind, order, line } of items) {
    const other = taken.get(`${kind} ${order}`);
    if (other === undefined) taken.set(`${kind} ${order}`, file);
    else reportIn(file)(line, `the order ${order} is also that of ${other}; give each ${kind} its own`);
  }
}
