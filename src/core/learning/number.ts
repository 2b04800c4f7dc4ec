/** The number in an answer to a question. Says why where it is none. */
import { readNumber, type Unreadable } from '../numbers/readNumber';
import { sameUnit } from './units';

/** `otherUnit`: a number with another unit. */
export type NumberProblem = Unreadable | 'otherUnit';
export type ParsedNumber = { readonly value: number } | { readonly problem: NumberProblem };

/**
 * Reads a number as `readNumber` does, with its unit.
 *
 * @param unit that of the answer; it may follow or precede the number, in words or as the usual sign
 */
export function parseNumber(text: string, unit: string): ParsedNumber {
  const read = readNumber(text);
  if ('problem' in read) return read;
  return [read.before, read.after].every((part) => part === '' || sameUnit(part, unit)) ? { value: read.value } : { problem: 'otherUnit' };
}
