/** The same path at different speeds: its items, in their order, divided into as many weeks as a pace has. */
import type { LearningPath, Pace, PathItem, PathWeek } from '../library/model';

/**
 * The weeks of a path at a pace. As many weeks as the path was written in: as written. Otherwise the items are divided
 * anew, in their order, so that each week's minutes come as close to an equal share as whole items allow; a week takes
 * the titles and goals of the written weeks that its items come from. Without a pace, or with one that the path does
 * not offer: as written. Weeks never come out empty: a path with fewer items than weeks has as many weeks as items.
 */
export function weeksAtPace(path: LearningPath, paceId?: Pace['id']): readonly PathWeek[] {
  const pace = path.paces.find(({ id }) => id === paceId);
  if (pace === undefined || pace.weeks === path.weeks.length) return path.weeks;
  const items = path.weeks.flatMap((week) => week.items.map((item) => ({ item, week })));
  return divide(items, pace.weeks, ({ item }) => item.minutes).map((part) => {
    const written = [...new Set(part.map(({ week }) => week))];
    return {
      title: written.map(({ title }) => title).join(' · '),
      goal: written.map(({ goal }) => goal).join(' '),
      items: part.map(({ item }): PathItem => item),
    };
  });
}

/**
 * Divides a list, in order, into `count` parts, none empty (fewer when there are fewer items). Each cut falls where the
 * sum so far is nearest to its even share of the total; of two equally near, at the earlier.
 */
export function divide<T>(items: readonly T[], count: number, sizeOf: (item: T) => number): readonly (readonly T[])[] {
  const parts = Math.max(1, Math.min(Math.floor(count), items.length));
  const sums = items.reduce<number[]>((so, item) => [...so, (so.at(-1) ?? 0) + sizeOf(item)], []);
  const total = sums.at(-1) ?? 0;
  const cuts = [0];
  for (let part = 1; part < parts; part += 1) {
    const share = (total * part) / parts;
    // Leave at least one item for this part and for each that follows.
    const [first, last] = [(cuts.at(-1) ?? 0) + 1, items.length - (parts - part)];
    let best = first;
    for (let cut = first; cut <= last; cut += 1) {
      if (Math.abs((sums[cut - 1] ?? 0) - share) < Math.abs((sums[best - 1] ?? 0) - share)) best = cut;
    }
    cuts.push(best);
  }
  return items.length === 0 ? [] : cuts.map((cut, index) => items.slice(cut, cuts[index + 1] ?? items.length));
}
