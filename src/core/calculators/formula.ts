/** Sentences and formulas with `{names}` in them. */

/** The names in a template, in their order, each once. */
export function namesIn(template: string): readonly string[] {
  return [...new Set([...template.matchAll(PLACEHOLDER)].map(([, name]) => name ?? ''))];
}

/** The template with each `{name}` replaced; names that `textOf` does not know stay as they are. */
export function fillIn(template: string, textOf: (name: string) => string | undefined): string {
  return template.replace(PLACEHOLDER, (whole, name: string) => textOf(name) ?? whole);
}

const PLACEHOLDER = /\{([a-z][A-Za-z0-9]*)\}/g;

/** A formula is what a test can evaluate: names in braces, numbers, signs and these functions. */
export const FORMULA_FUNCTIONS = ['sqrt', 'ln', 'log2', 'log10', 'exp', 'min', 'max', 'ceil', 'floor', 'abs', 'binomial'] as const;

/** What in a formula is neither, or undefined. */
export function strangeIn(formula: string): string | undefined {
  const rest = formula.replace(PLACEHOLDER, ' ').replace(/[A-Za-z][A-Za-z0-9]*/g, (word) => ((FORMULA_FUNCTIONS as readonly string[]).includes(word) ? ' ' : word));
  return /[^\s\d.,()+−×/^]+/.exec(rest)?.[0];
}
