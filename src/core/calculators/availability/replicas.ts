/** What more members bring to a group: its downtime by their number, with its common cause and without. */
import type { PlotData } from '../definition';
import { YEAR } from '../units';
import { ofCopies, ofUnlike, unavailabilityOf, type Group } from './unavailability';

const FURTHER = 5;
/** Less than this a year is left out, seconds: a logarithmic axis would show nothing else. */
const LEAST_SHOWN = 1;

/** Copies from as few as work up to some more than there are; of unlike members as many as there are, in their order. */
export function replicaCurves(group: Group): PlotData | undefined {
  const { downtime, most, now } = group.type === 'copies' ? copies(group) : unlike(group);
  const points = (beta: number): (readonly [number, number])[] => {
    const counts = Array.from({ length: most - group.required + 1 }, (_, index) => group.required + index);
    return counts.map((count) => [count, downtime(count, beta)] as const).filter(([, time]) => time >= LEAST_SHOWN);
  };
  const series = [{ id: 'independent', points: points(0) }, ...(group.beta > 0 ? [{ id: 'common', points: points(group.beta) }] : [])];
  return series.some((each) => each.points.length > 1) ? { series: series.filter((each) => each.points.length > 0), marks: [{ id: 'now', x: now }] } : undefined;
}

type Downtime = (count: number, beta: number) => number;

function copies({ member, count, required }: Extract<Group, { type: 'copies' }>): { downtime: Downtime; most: number; now: number } {
  const unavailability = unavailabilityOf(member);
  return { downtime: (many, beta) => ofCopies(unavailability, many, required, beta) * YEAR, most: Math.max(count + 1, required + FURTHER), now: count };
}

function unlike({ members, required }: Extract<Group, { type: 'redundant' }>): { downtime: Downtime; most: number; now: number } {
  const unavailabilities = members.map((member) => unavailabilityOf(member));
  return { downtime: (many, beta) => ofUnlike(unavailabilities.slice(0, many), required, beta) * YEAR, most: members.length, now: members.length };
}
