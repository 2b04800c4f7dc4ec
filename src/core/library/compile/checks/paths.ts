import type { LearningPath, PathItem } from '../../model';
import type { Kind } from '../../vocabulary';
import type { Report } from '../source';
import type { LineOf } from '../yaml';
import { checkId } from './relations';

const CHECKS: readonly PathItem['type'][] = ['quiz', 'exercise', 'lab', 'project', 'capstone'];
/** How far the sum of the minutes may be from weeks × hours, as a share. */
const TOLERANCE = 0.1;

/** Items, checks at the ends of weeks, and time of one learning path. */
export function checkPath(path: LearningPath, lineOf: LineOf, kinds: ReadonlyMap<string, Kind>, report: Report): void {
  const seen = new Set<string>();
  path.weeks.forEach((week, weekIndex) => {
    week.items.forEach((item, index) => {
      const line = (...keys: string[]): number => lineOf('weeks', weekIndex, 'items', index, ...keys);
      if (seen.has(item.id)) report(line('id'), `the item id "${item.id}" is written twice in this path; progress refers to it, so give each item its own`);
      seen.add(item.id);
      if (item.entry === undefined && item.brief === undefined) report(line('id'), `the item "${item.id}" has neither an entry nor a brief; write one of them`);
      if (item.entry !== undefined) checkId(item.entry, item.type === 'case-study' ? 'case-study' : undefined, kinds, line('entry'), report);
      if (index === week.items.length - 1 && !(CHECKS.includes(item.type) && item.brief !== undefined)) {
        report(line('id'), `week ${weekIndex + 1} does not end in a check; make its last item a ${CHECKS.slice(0, -1).join(', ')} or ${CHECKS.at(-1) ?? ''} with a brief`);
      }
    });
  });
  const minutes = path.weeks.flatMap((week) => week.items).reduce((sum, item) => sum + item.minutes, 0);
  path.paces.forEach((pace, index) => {
    const planned = pace.weeks * pace.hoursPerWeek * 60;
    if (Math.abs(minutes - planned) > planned * TOLERANCE) {
      report(lineOf('paces', index, 'id'), `the items take ${minutes} minutes, but the pace "${pace.id}" plans ${planned} (${pace.weeks} weeks × ${pace.hoursPerWeek} h); bring them within ${TOLERANCE * 100} %`);
    }
  });
}
