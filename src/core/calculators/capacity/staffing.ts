/** How many servers, or how much load, keep a percentile of M/M/c within a target. Times are in mean service times. */
import { erlangC } from './erlang';
import { responseQuantile, responseTail, waitQuantile, waitTail, type Wait } from './waiting';

/** A promise: at most the share `beyond` takes longer than `time`. */
export interface Target {
  readonly measure: 'response' | 'wait';
  readonly beyond: number;
  readonly time: number;
}

/** The wait in M/M/c. @param load in erlangs, above 0 and below `servers` */
export function waitOf(servers: number, load: number): Wait {
  return { probability: erlangC(servers, load), delayed: 1 / (servers - load) };
}

/** The percentile that the target speaks of. */
export function percentileOf(target: Target, servers: number, load: number): number {
  const wait = waitOf(servers, load);
  return target.measure === 'wait' ? waitQuantile(wait, target.beyond) : responseQuantile(wait, target.beyond);
}

/** False as well where the servers cannot carry the load. */
export function meets(target: Target, servers: number, load: number): boolean {
  if (load >= servers) return false;
  const wait = waitOf(servers, load);
  return (target.measure === 'wait' ? waitTail(wait, target.time) : responseTail(wait, target.time)) <= target.beyond;
}

/** Whether any number of servers could keep it: a response takes at least as long as the service alone. */
export function isPossible(target: Target): boolean {
  return target.measure === 'wait' || Math.exp(-target.time) < target.beyond;
}

/** The least number of servers that keeps the target, which more servers never break; null when `most` are too few. */
export function serversFor(target: Target, load: number, most: number): number | null {
  let failing = Math.floor(load);
  if (failing >= most) return null;
  let step = 1;
  let meeting = failing + 1;
  while (!meets(target, meeting, load)) {
    if (meeting >= most) return null;
    failing = meeting;
    step *= 2;
    meeting = Math.min(most, meeting + step);
  }
  while (meeting - failing > 1) {
    const middle = Math.floor((failing + meeting) / 2);
    if (meets(target, middle, load)) meeting = middle;
    else failing = middle;
  }
  return meeting;
}

/** The highest offered load, in erlangs, at which so many servers keep a target that is possible. */
export function loadFor(target: Target, servers: number): number {
  let kept = 0;
  let broken = servers;
  for (;;) {
    const middle = kept + (broken - kept) / 2;
    if (middle <= kept || middle >= broken) return kept;
    if (meets(target, servers, middle)) kept = middle;
    else broken = middle;
  }
}
