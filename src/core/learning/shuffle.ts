/** The order in which options and items are shown: another one at each attempt, and the same one on every machine. */
import type { QuizQuestion } from '../library/model';

/**
 * The order of `count` things, as positions. Over `count` attempts in a row each thing stands once at each place; then
 * the things are mixed anew.
 *
 * @param seed what is ordered, such as the id of a question
 * @param attempt how many attempts there were before, from 0
 */
export function shuffled(seed: string, attempt: number, count: number): readonly number[] {
  if (count < 1) return [];
  const mixed = mix(`${seed}#${Math.floor(attempt / count)}`, count);
  const by = attempt % count;
  return [...mixed.slice(by), ...mixed.slice(0, by)];
}

/**
 * The order in which a question shows its options or items, as positions in which they are written; empty for a numeric
 * one. The items of an ordering question never come in the right order.
 *
 * @param earlier how often the question has been answered before
 */
export function shownOrder(question: QuizQuestion, earlier: number): readonly number[] {
  switch (question.type) {
    case 'numeric': return [];
    case 'single':
    case 'multiple': return shuffled(question.id, earlier, question.options.length);
    case 'ordering': {
      const order = shuffled(question.id, earlier, question.items.length);
      return order.every((item, place) => item === place) ? [...order.slice(1), ...order.slice(0, 1)] : order;
    }
  }
}

/** Fisher–Yates over a small generator of pseudo-random numbers. */
function mix(seed: string, count: number): number[] {
  const next = generator(seed);
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}

/** Numbers from 0 up to 1: a hash of the text (FNV-1a), stirred by xorshift. */
function generator(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193);
  state = state === 0 ? 1 : state;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}
