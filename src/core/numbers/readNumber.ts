/** Numbers as people type them, with what stands before and after: a sign of a currency, a unit. */

/** `missing`: nothing was typed. `notANumber`: it cannot be read as one. */
export type Unreadable = 'missing' | 'notANumber';
export type ReadNumber = { readonly value: number; readonly before: string; readonly after: string } | { readonly problem: Unreadable };

/** Longer is no number that anybody types. */
const LONGEST = 60;
const SPACES = /[\s\u00a0\u2007\u2009\u202f]+/g;
/** A sign, digits with separators, and a power of ten; then whatever follows. */
const NUMBER = /^([-+]?)((?:\d[\d.,'’_ ]*)?\d|\d*[.,]\d+|\d+[.,])(?: ?(?:e|[x×*·] ?10 ?\^ ?)([-+]?\d{1,3}))?(?![\d.,])(.*)$/i;

/**
 * Reads a number. A point is a decimal point, a comma one where it cannot separate thousands: "0,5" is a half, "1,200"
 * is twelve hundred, "1.200,5" and "1,200.5" are the same. Spaces and apostrophes separate thousands. Finite, or a problem.
 */
export function readNumber(text: string): ReadNumber {
  const typed = text.replace(SPACES, ' ').replace(/[−–]/g, '-').trim();
  if (typed === '') return { problem: 'missing' };
  if (typed.length > LONGEST) return { problem: 'notANumber' };
  const [before, rest] = splitCurrency(typed.replace(/^(?:[≈~=]|ca\.)+ ?/i, ''));
  const match = NUMBER.exec(rest);
  if (match === null) return { problem: 'notANumber' };
  const digits = plainDigits(match[2] ?? '');
  const value = digits === undefined ? Number.NaN : Number(`${match[1] ?? ''}${digits}e${match[3] ?? '0'}`);
  if (!Number.isFinite(value)) return { problem: 'notANumber' };
  const after = (match[4] ?? '').trim();
  // "3/4" and "5-7" are no number with a strange unit.
  return /^[-+/:^*x×·]? ?\d/.test(after) ? { problem: 'notANumber' } : { value, before, after };
}

/** "€12", "-$ 5": the sign of a currency stands before its number, and "-" before both. */
function splitCurrency(text: string): readonly [currency: string, rest: string] {
  const match = /^([-+]?) ?([$€£¥]) ?(.*)$/.exec(text);
  return match === null ? ['', text.replace(/^([-+]) /, '$1')] : [match[2] ?? '', `${match[1] ?? ''}${match[3] ?? ''}`];
}

/** Digits with at most one decimal point, or undefined where the separators make no sense. */
function plainDigits(text: string): string | undefined {
  const points = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  if (points > 0 && commas > 0) {
    // Of two kinds the last is decimal, and it stands once.
    const [decimal, thousands] = text.lastIndexOf('.') > text.lastIndexOf(',') ? ['.', ','] as const : [',', '.'] as const;
    return text.split(decimal).length > 2 ? undefined : decimalOf(text, decimal, thousands);
  }
  if (points > 1) return groupsOf(text, '.');
  if (commas > 1) return groupsOf(text, ',');
  if (points === 1) return decimalOf(text, '.', undefined);
  if (commas === 1) return /^[1-9]\d{0,2},\d{3}$/.test(text) ? groupsOf(text, ',') : decimalOf(text, ',', undefined);
  return groupsOf(text, undefined);
}

function decimalOf(text: string, decimal: string, thousands: string | undefined): string | undefined {
  const [whole = '', part = ''] = text.split(decimal);
  const digits = whole === '' ? '0' : groupsOf(whole, thousands);
  return digits === undefined || !/^\d*$/.test(part) ? undefined : `${digits}.${part === '' ? '0' : part}`;
}

/** Digits, or groups of three behind the first, all with the same separator. */
function groupsOf(text: string, separator: string | undefined): string | undefined {
  if (/^\d+$/.test(text)) return text;
  const between = separator ?? /[ '’_]/.exec(text)?.[0];
  if (between === undefined) return undefined;
  const [first = '', ...groups] = text.split(between);
  return /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group)) ? [first, ...groups].join('') : undefined;
}
