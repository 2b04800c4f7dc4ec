import type { Kind } from '../../vocabulary';
import { resolveItem, type PathDraft, type WrittenItem } from '../learning/paths';
import type { Report } from '../source';
import { checkId } from './relations';

const CHECKS: readonly WrittenItem['type'][] = ['quiz', 'exercise', 'lab', 'project', 'capstone'];
/** How far the sum of the minutes may be from weeks × hours, as a share. */
const TOLERANCE = 0.1;

/** What the items of a path may name. */
export interface Nameable {
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly labs: ReadonlySet<string>;
  /** Ids of the entries that have a quiz. */
  readonly quizzes: ReadonlySet<string>;
}
type ItemLine = (...keys: (string | number)[]) => number;

/** Items, checks at the ends of weeks, and time of one learning path. */
export function checkPath({ path, id: pathId, lineOf }: PathDraft, drafts: readonly PathDraft[], nameable: Nameable, report: Report): void {
  const seen = new Set<string>();
  path.weeks.forEach((week, weekIndex) => {
    week.items.forEach((item, index) => {
      const line: ItemLine = (...keys) => lineOf('weeks', weekIndex, 'items', index, ...keys);
      if (seen.has(item.id)) report(line('id'), `the item id "${item.id}" is written twice in this path; progress refers to it, so give each item its own`);
      seen.add(item.id);
      if (item.from === undefined) checkOwnItem(item, nameable, line, report);
      else checkBorrowedItem(item, pathId, drafts, line, report);
      const source = resolveItem(item, drafts);
      if (index === week.items.length - 1 && source !== undefined && !isCheck(source)) {
        report(line('id'), `week ${weekIndex + 1} does not end in a check; make its last item a ${CHECKS.slice(0, -1).join(', ')} or ${CHECKS.at(-1) ?? ''} with a brief, a lab or quizzes`);
      }
    });
  });
  const minutes = path.weeks.flatMap((week) => week.items).reduce((sum, item) => sum + (resolveItem(item, drafts)?.minutes ?? 0), 0);
  path.paces.forEach((pace, index) => {
    const planned = pace.weeks * pace.hoursPerWeek * 60;
    if (Math.abs(minutes - planned) > planned * TOLERANCE) {
      report(lineOf('paces', index, 'id'), `the items take ${minutes} minutes, but the pace "${pace.id}" plans ${planned} (${pace.weeks} weeks × ${pace.hoursPerWeek} h); bring them within ${TOLERANCE * 100} %`);
    }
  });
}

function isCheck({ type, brief, lab, quizzes }: WrittenItem): boolean {
  return CHECKS.includes(type) && (brief !== undefined || lab !== undefined || quizzes !== undefined);
}

function checkOwnItem(item: WrittenItem, { kinds, labs, quizzes }: Nameable, line: ItemLine, report: Report): void {
  for (const key of ['type', 'title', 'minutes'] as const) {
    if (item[key] === undefined) report(line('id'), `the item "${item.id}" has no ${key}; add it, or take the item "from" another path`);
  }
  const asks = [item.brief, item.lab, item.quizzes].filter((each) => each !== undefined).length;
  if (asks === 0 && item.entry === undefined) report(line('id'), `the item "${item.id}" has neither an entry, a brief, a lab nor quizzes; write one of them`);
  if (asks > 1) report(line('id'), `the item "${item.id}" has more than one of brief, lab and quizzes; make items of them`);
  if (item.entry !== undefined) checkId(item.entry, item.type === 'case-study' ? 'case-study' : undefined, kinds, line('entry'), report);
  if (item.lab !== undefined && item.type !== 'lab') report(line('lab'), `the item "${item.id}" names a lab, and is of the type ${item.type ?? 'unknown'}; make it a lab`);
  if (item.lab !== undefined && !labs.has(item.lab)) report(line('lab'), `"${item.lab}" is no lab; correct the id, or write labs/${item.lab}/lab.yml`);
  if (item.lab !== undefined && item.entry !== undefined) report(line('entry'), `the lab "${item.lab}" names its entry itself; remove this one`);
  if ((item.type === 'quiz') !== (item.quizzes !== undefined)) report(line('id'), `the item "${item.id}" must be a quiz with "quizzes", or neither; correct the type or the list`);
  item.quizzes?.forEach((entry, index) => {
    if (!quizzes.has(entry)) report(line('quizzes', index), `"${entry}" has no quiz; correct the id, or write quizzes/${entry}.yml`);
  });
}

function checkBorrowedItem(item: WrittenItem, pathId: string, drafts: readonly PathDraft[], line: ItemLine, report: Report): void {
  const own = Object.keys(item).filter((key) => key !== 'id' && key !== 'from');
  if (own.length > 0) report(line(own[0] ?? 'id'), `the item "${item.id}" is taken from "${item.from ?? ''}" and has keys of its own (${own.join(', ')}); remove them`);
  const source = resolveItem(item, drafts);
  if (source === undefined) report(line('from'), `"${item.from ?? ''}" is no item of a path; correct the path or the item`);
  else if (source.from !== undefined) report(line('from'), `"${item.from ?? ''}" is itself taken from "${source.from}"; name that one`);
  if (item.from?.startsWith(`${pathId}/`) === true) report(line('from'), `"${item.from}" is an item of this very path; take it from another, or remove it`);
}
