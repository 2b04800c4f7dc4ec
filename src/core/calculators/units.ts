/**
 * The units of all calculators. Inside, every number is in the base unit of its dimension; people type and read it in
 * the units of this table. Decimal prefixes are powers of 1,000 and binary ones of 1,024 (IEC 80000-13).
 */

/** What a number measures; the comment names its base unit. */
export type Dimension =
  | 'number' // without a unit: counts, factors
  | 'share' // a fraction from 0 to 1, shown as a percentage
  | 'time' // seconds
  | 'rate' // per second: requests, operations
  | 'data' // bytes
  | 'bandwidth' // bytes per second
  | 'distance' // kilometres
  | 'money'; // the currency that the person has in mind

export interface Unit {
  /** As it is shown behind a number. */
  readonly sign: string;
  readonly dimension: Dimension;
  /** How many base units it is. */
  readonly factor: number;
  /** Behind exactly one of it, where that is another word. */
  readonly single?: string;
  /** Other ways to type it. */
  readonly ways?: readonly string[];
}

const MINUTE = 60;
const HOUR = 3_600;
/** A day without leap seconds. */
export const DAY = 86_400;
/** The mean year of the Gregorian calendar, 365.2425 days; a month is a twelfth of it. */
export const YEAR = 31_556_952;
export const MONTH = YEAR / 12;
export const WEEK = 7 * DAY;
export const QUARTER = YEAR / 4;

const one = (sign: string, dimension: Dimension, factor: number, ...ways: readonly string[]): Unit => ({ sign, dimension, factor, ways });
/** A unit that is written out, and so has a plural. */
const word = (single: string, factor: number, ...ways: readonly string[]): Unit => ({ sign: `${single}s`, dimension: 'time', factor, single, ways: [single, ...ways] });

const KIBI = 1_024;
/** In each dimension from the smallest to the largest; a number is shown in the largest that leaves at least 1. */
export const UNITS = {
  none: one('', 'number', 1),
  percent: one('%', 'share', 0.01, 'percent', 'per cent', 'pct'),
  nanosecond: one('ns', 'time', 1e-9, 'nanosecond', 'nanoseconds'),
  microsecond: one('µs', 'time', 1e-6, 'us', 'μs', 'microsecond', 'microseconds'),
  millisecond: one('ms', 'time', 1e-3, 'msec', 'millisecond', 'milliseconds'),
  second: one('s', 'time', 1, 'sec', 'secs', 'second', 'seconds'),
  minute: one('min', 'time', MINUTE, 'mins', 'm', 'minute', 'minutes'),
  hour: one('h', 'time', HOUR, 'hr', 'hrs', 'hour', 'hours'),
  day: one('d', 'time', DAY, 'day', 'days'),
  week: word('week', WEEK, 'w', 'wk'),
  month: word('month', MONTH, 'mo'),
  year: word('year', YEAR, 'y', 'yr'),
  perYear: one('/year', 'rate', 1 / YEAR, 'per year', 'a year', '/y'),
  perMonth: one('/month', 'rate', 1 / MONTH, 'per month', 'a month'),
  perDay: one('/day', 'rate', 1 / DAY, 'per day', 'a day', '/d'),
  perHour: one('/h', 'rate', 1 / HOUR, 'per hour', 'an hour', '/hour'),
  perMinute: one('/min', 'rate', 1 / MINUTE, 'per minute', 'a minute', '/m', '/minute', 'rpm'),
  perSecond: one('/s', 'rate', 1, 'per second', 'a second', '/sec', '/second', 'rps', 'qps', 'hz'),
  byte: one('B', 'data', 1, 'byte', 'bytes'),
  kilobyte: one('kB', 'data', 1e3, 'kilobyte', 'kilobytes'),
  megabyte: one('MB', 'data', 1e6, 'megabyte', 'megabytes'),
  gigabyte: one('GB', 'data', 1e9, 'gigabyte', 'gigabytes'),
  terabyte: one('TB', 'data', 1e12, 'terabyte', 'terabytes'),
  petabyte: one('PB', 'data', 1e15, 'petabyte', 'petabytes'),
  exabyte: one('EB', 'data', 1e18, 'exabyte', 'exabytes'),
  kibibyte: one('KiB', 'data', KIBI, 'kibibyte'),
  mebibyte: one('MiB', 'data', KIBI ** 2, 'mebibyte'),
  gibibyte: one('GiB', 'data', KIBI ** 3, 'gibibyte'),
  tebibyte: one('TiB', 'data', KIBI ** 4, 'tebibyte'),
  pebibyte: one('PiB', 'data', KIBI ** 5, 'pebibyte'),
  bytePerSecond: one('B/s', 'bandwidth', 1),
  kilobytePerSecond: one('kB/s', 'bandwidth', 1e3),
  megabytePerSecond: one('MB/s', 'bandwidth', 1e6),
  gigabytePerSecond: one('GB/s', 'bandwidth', 1e9),
  terabytePerSecond: one('TB/s', 'bandwidth', 1e12),
  bitPerSecond: one('bit/s', 'bandwidth', 1 / 8, 'bps'),
  kilobitPerSecond: one('kbit/s', 'bandwidth', 1e3 / 8, 'kbps'),
  megabitPerSecond: one('Mbit/s', 'bandwidth', 1e6 / 8, 'mbps'),
  gigabitPerSecond: one('Gbit/s', 'bandwidth', 1e9 / 8, 'gbps'),
  metre: one('m', 'distance', 1e-3, 'metre', 'metres', 'meter', 'meters'),
  kilometre: one('km', 'distance', 1, 'kilometre', 'kilometres', 'kilometer', 'kilometers'),
  mile: one('mi', 'distance', 1.609344, 'mile', 'miles'),
  money: one('', 'money', 1),
} as const satisfies Readonly<Record<string, Unit>>;

export type UnitId = keyof typeof UNITS;

/** Units in which results are shown, by dimension; others can be typed only. */
export const SHOWN: Readonly<Record<Dimension, readonly UnitId[]>> = {
  number: ['none'],
  share: ['percent'],
  time: ['nanosecond', 'microsecond', 'millisecond', 'second', 'minute', 'hour', 'day', 'year'],
  rate: ['perYear', 'perDay', 'perHour', 'perSecond'],
  data: ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte', 'exabyte'],
  bandwidth: ['bytePerSecond', 'kilobytePerSecond', 'megabytePerSecond', 'gigabytePerSecond', 'terabytePerSecond'],
  distance: ['metre', 'kilometre'],
  money: ['money'],
};
