/** Which calculators fit entries of the library; each calculator names its entries itself. */
import type { CalculatorOverview, Library } from './model';

export interface CalculatorOffer {
  readonly calculator: CalculatorOverview;
  /** Id of the entry that it fits. */
  readonly entry: string;
  /** Inputs to start from, as the query of a link; may be empty. */
  readonly link: string;
  /** Why one would calculate here, in a sentence. */
  readonly because: string;
}

/** The calculators for some entries, in the entries' order, each calculator once. @param entries ids */
export function calculatorsFor({ calculators }: Pick<Library, 'calculators'>, entries: readonly string[]): readonly CalculatorOffer[] {
  const offers = new Map<string, CalculatorOffer>();
  for (const entry of entries) {
    for (const calculator of calculators) {
      const named = calculator.entries.find(({ id }) => id === entry);
      if (named && !offers.has(calculator.id)) offers.set(calculator.id, { calculator, entry, link: named.link, because: named.because });
    }
  }
  return [...offers.values()];
}
