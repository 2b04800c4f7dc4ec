/** Numbers in base units as people read them. No locale: the same text everywhere, with commas for thousands. */
import { SHOWN, UNITS, type Dimension, type Unit, type UnitId } from './units';

/** Digits that a result shows where it is not whole; more would claim what no input knows. */
const DIGITS = 4;
/** From here, and below its inverse, powers of ten. */
const LARGEST_PLAIN = 1e15;
const SMALLEST_PLAIN = 1e-6;

/** A value with its unit, such as "43 min 50 s", "99.95 %" or "1.2 GB". @param value finite, in the base unit */
export function formatQuantity(value: number, dimension: Dimension): string {
  switch (dimension) {
    case 'share': return `${formatShare(value)} %`;
    case 'time': return formatTime(value);
    case 'money': return formatMoney(value);
    case 'number': return formatNumber(value);
    case 'rate':
    case 'data':
    case 'bandwidth':
    case 'distance': return formatIn(value, fittingUnit(value, dimension));
  }
}

/** Four significant digits; whole numbers below a thousand million millions keep all. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= LARGEST_PLAIN || size < SMALLEST_PLAIN) return powerOfTen(value);
  if (Number.isInteger(value) || size >= 10 ** (DIGITS - 1)) return group(String(Math.round(value)));
  return group(trimZeros(rounded(value, DIGITS)));
}

/** A value in one unit, as a field shows it: exact to ten digits. */
export function formatTyped(value: number, unit: UnitId): string {
  const inUnit = value / UNITS[unit].factor;
  const digits = Number.isInteger(inUnit) && Math.abs(inUnit) < LARGEST_PLAIN ? String(inUnit) : String(Number(inUnit.toPrecision(10)));
  return withSign(digits, UNITS[unit]);
}

/** What a person gave, said again: in the unit of its field where that reads well, and with all its digits. */
export function formatGiven(value: number, dimension: Dimension, unit: UnitId): string {
  const size = Math.abs(value / UNITS[unit].factor);
  const most = UNITS[unit].sign === '' ? LARGEST_PLAIN : 1e4;
  if (size !== 0 && (size < 1e-3 || size >= most)) return formatQuantity(value, dimension);
  const [digits = '', ...sign] = formatTyped(value, unit).split(' ');
  return [group(digits), ...sign].join(' ');
}

/** The largest unit of its dimension that leaves at least 1, once rounded to the digits that are shown. */
export function fittingUnit(value: number, dimension: Dimension): UnitId {
  const units = SHOWN[dimension];
  const size = Number(Math.abs(value).toPrecision(DIGITS));
  const fitting = units.findLast((unit) => size >= UNITS[unit].factor * (1 - 1e-12));
  return fitting ?? (size === 0 ? units.find((unit) => UNITS[unit].factor === 1) : undefined) ?? units[0] ?? 'none';
}

/** A value in a unit that was chosen before, such as that of an axis. */
export function formatIn(value: number, unit: UnitId): string {
  return withSign(formatNumber(value / UNITS[unit].factor), UNITS[unit]);
}

function withSign(digits: string, { sign, single }: Unit): string {
  if (sign === '' || sign.startsWith('/')) return `${digits}${sign}`;
  return `${digits} ${digits === '1' && single !== undefined ? single : sign}`;
}

/** A percentage that keeps three digits of what is missing to 100 %, two beyond five nines: 99.9995, not 100. */
function formatShare(value: number): string {
  const percent = value * 100;
  const missing = Math.abs(100 - percent);
  if (percent > 50 && percent < 100) {
    // As 1 − value is exact near 1, this shows no digits that are not there.
    const digits = Math.min(15, Math.max(2, (missing < 1e-3 * (1 - 1e-9) ? 1 : 2) - Math.floor(Math.log10(missing))));
    return trimZeros(percent.toFixed(digits));
  }
  return formatNumber(percent);
}

const STEPS: readonly (readonly [UnitId, number])[] = [['day', 86_400], ['hour', 3_600], ['minute', 60]];

/** Below a minute in one unit, up to a hundred days in several, then in days, or in months or years that are whole. */
function formatTime(seconds: number): string {
  const size = Math.abs(seconds);
  const sign = seconds < 0 ? '−' : '';
  if (size < 59.9995) return `${sign}${formatIn(size, fittingUnit(size, 'time'))}`;
  if (size >= 100 * 86_400) return formatIn(seconds, size >= 2 * UNITS.year.factor || isWhole(size, 'year') ? 'year' : isWhole(size, 'month') ? 'month' : 'day');
  let rest = Math.round(size < 600 ? size * 10 : size) / (size < 600 ? 10 : 1);
  const parts: string[] = [];
  for (const [unit, length] of STEPS) {
    const whole = Math.floor(rest / length);
    rest -= whole * length;
    if (whole > 0) parts.push(`${whole} ${UNITS[unit].sign}`);
  }
  const left = trimZeros(rest.toFixed(1));
  // Seconds beside days say nothing.
  if (left !== '0' && size < 86_400) parts.push(`${left} s`);
  return sign + parts.slice(0, 3).join(' ');
}

function isWhole(value: number, unit: UnitId): boolean {
  const inUnit = value / UNITS[unit].factor;
  return Math.abs(inUnit - Math.round(inUnit)) < 1e-9 * inUnit;
}

function formatMoney(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && size < 1) return formatNumber(value);
  return size >= LARGEST_PLAIN ? powerOfTen(value) : group(Number.isInteger(value) ? String(value) : value.toFixed(2));
}

const rounded = (value: number, digits: number): string => {
  const text = value.toPrecision(digits);
  return text.includes('e') ? String(Number(text)) : text;
};
const trimZeros = (text: string): string => minus(text.includes('.') ? text.replace(/\.?0+$/, '') : text);
const group = (digits: string): string => minus(digits.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ','));
const minus = (text: string): string => text.replace(/^-/, '−');

const RAISED: Readonly<Record<string, string>> = { '-': '⁻', 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' };

function powerOfTen(value: number): string {
  const [digits = '', power = '0'] = value.toExponential(DIGITS - 1).split('e');
  const raised = power.replace('+', '').replace(/[-0-9]/g, (sign) => RAISED[sign] ?? sign);
  const factor = trimZeros(digits);
  return factor === '1' ? `10${raised}` : `${factor} × 10${raised}`;
}
