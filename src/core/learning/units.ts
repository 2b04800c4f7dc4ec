/** Whether somebody has typed the unit that was asked for. Another one changes the number, so it must not pass. */

/** Each way to write a unit, by what it means. */
const WAYS: Readonly<Record<string, string>> = {
  s: 'second', sec: 'second', secs: 'second', ms: 'millisecond', msec: 'millisecond', µs: 'microsecond', us: 'microsecond', ns: 'nanosecond',
  min: 'minute', mins: 'minute', m: 'minute', h: 'hour', hr: 'hour', hrs: 'hour', d: 'day', w: 'week', wk: 'week', wks: 'week', mo: 'month', y: 'year', yr: 'year', yrs: 'year',
  '%': 'percent', pct: 'percent', 'per cent': 'percent', euro: '€', eur: '€', dollar: '$', usd: '$', pound: '£', gbp: '£',
  req: 'request', reqs: 'request', msg: 'message', msgs: 'message', conn: 'connection', conns: 'connection', op: 'operation', ops: 'operation',
  rps: 'request a second', qps: 'query a second', queries: 'query', entries: 'entry', copies: 'copy', retries: 'retry', replies: 'reply', entities: 'entity', batches: 'batch', boxes: 'box', processes: 'process',
  kb: 'kilobyte', mb: 'megabyte', gb: 'gigabyte', tb: 'terabyte', b: 'byte',
};

/**
 * Whether a typed unit is the unit of the answer: in other words or letters ("35 s" for "seconds", "rps" for "requests a
 * second"), or a part that says enough ("300 requests", "300/s").
 */
export function sameUnit(typed: string, unit: string): boolean {
  const [wanted, given] = [wordsOf(unit), wordsOf(typed)];
  const from = given[0] === 'a' ? wanted.indexOf('a') : 0;
  return given.length > 0 && from >= 0 && given.every((word, index) => word === wanted[from + index]);
}

function wordsOf(unit: string): readonly string[] {
  return unit
    .toLowerCase()
    .replace(/per cent/g, '%')
    .replace(/\//g, ' a ')
    .replace(/[.()]/g, ' ')
    .split(' ')
    .filter((word) => word !== '')
    .flatMap((word) => (word === 'per' || word === 'an' || word === 'each' ? ['a'] : meaningOf(word).split(' ')));
}

function meaningOf(word: string): string {
  const singular = word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
  return way(word) ?? way(singular) ?? singular;
}

const way = (word: string): string | undefined => (Object.hasOwn(WAYS, word) ? WAYS[word] : undefined);
