import { movesBetween, type Advice, type Move, type PatternEntry, type Plan, type Recommendation } from '../../core';

/** What a changed answer did to the page. */
export interface PageMoves {
  /** Every pattern with a card, with the numbers that the cards carry. */
  readonly moves: readonly Move[];
  /** What had a card and is not recommended any more; what only stands further down is not gone. */
  readonly gone: readonly PatternEntry[];
}

/**
 * Compares the cards of two advices.
 *
 * @param before undefined where nothing was changed: then nothing moved
 * @param recommended all that the answers now speak for, with or without a card
 */
export function movesOnPage(before: Advice | undefined, after: Advice, recommended: readonly Recommendation[]): PageMoves {
  if (!before) return { moves: [], gone: [] };
  const moves = movesBetween(cardsOf(before.plan), cardsOf(after.plan));
  const still = new Set(recommended.flatMap(({ entry, alternatives }) => [entry.id, ...alternatives.map((other) => other.entry.id)]));
  return {
    moves: moves.filter(({ to }) => to !== undefined),
    gone: moves.flatMap(({ entry, to }) => (to === undefined && !still.has(entry.id) ? [entry] : [])),
  };
}

/** In the order of their numbers. What only another pattern asks for has a card too, and nothing that speaks for it. */
function cardsOf({ startWith, next }: Plan): readonly Recommendation[] {
  return [
    ...startWith.map(({ entry, recommendation }) => recommendation ?? { entry, score: 0, adds: 0, reasons: [], warnings: [], alternatives: [] }),
    ...next.map(({ recommendation }) => recommendation),
  ];
}
