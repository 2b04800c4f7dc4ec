import type { CalculatorOffer } from '../core';
import type { CalculatorLink } from '../webviews/protocol';

/** A calculator that fits an entry, as a page shows it. */
export const calculatorLink = ({ calculator: { id, title }, link, because }: CalculatorOffer): CalculatorLink => ({ id, title, query: link, because });
