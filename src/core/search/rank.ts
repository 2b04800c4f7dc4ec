/**
 * The order of results, by a score from 0 to 1:
 *
 * | score | the query is |
 * | --- | --- |
 * | 1, 0.99, 0.98 | the title, id, alias of the document, whatever the case and the separators |
 * | 0.9 to 0.97 | the beginning of its title; nearer the whole, higher |
 * | 0.85 to 0.89 | the beginning of an alias |
 * | up to 0.8 | made of words that stand in it, in any order: the mean of fit × weight of the field, per typed word |
 *
 * All typed words must stand in the document. Only if no document has them all do those with most of them count (at
 * least half), so that a question in whole sentences still finds something. Ties go by the library's order.
 */
import type { FieldText } from './documents';
import type { Fits, Vocabulary } from './vocabulary';

const BY_WORDS = 0.8;

/** Scores by name, for documents whose name the query is or begins; `name` is folded and without separators. */
export function rankByName(documents: readonly (readonly FieldText[])[], name: string): Map<number, number> {
  const scores = new Map<number, number>();
  if (name === '') return scores;
  documents.forEach((fields, index) => {
    const score = Math.max(...fields.map((field) => nameScore(field, name)));
    if (score > 0) scores.set(index, score);
  });
  return scores;
}

function nameScore({ field, name: own }: FieldText, typed: string): number {
  if (own === '' || !own.startsWith(typed)) return 0;
  const part = typed.length / own.length;
  if (field === 'title') return part === 1 ? 1 : 0.9 + 0.07 * part;
  if (field === 'id') return part === 1 ? 0.99 : 0;
  return part === 1 ? 0.98 : 0.85 + 0.04 * part;
}

/** Scores by words, for documents that hold all typed words, or as many as any document does. */
export function rankByWords(vocabulary: Vocabulary, fits: readonly Fits[]): Map<number, number> {
  const found = new Map<number, { words: number; sum: number }>();
  for (const fit of fits) {
    for (const [index, quality] of bestPerDocument(vocabulary, fit)) {
      const so = found.get(index) ?? { words: 0, sum: 0 };
      found.set(index, { words: so.words + 1, sum: so.sum + quality });
    }
  }
  const most = Math.max(0, ...[...found.values()].map(({ words }) => words));
  if (most * 2 < fits.length) return new Map();
  return new Map(
    [...found].flatMap(([index, { words, sum }]) => (words === most ? [[index, (BY_WORDS * sum) / fits.length] as const] : [])),
  );
}

function bestPerDocument(vocabulary: Vocabulary, fit: Fits): Map<number, number> {
  const best = new Map<number, number>();
  for (const [word, quality] of fit) {
    vocabulary.visitDocuments(word, (index, weight) => {
      if (quality * weight > (best.get(index) ?? 0)) best.set(index, quality * weight);
    });
  }
  return best;
}
