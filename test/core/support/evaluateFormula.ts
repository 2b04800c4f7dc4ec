/** Evaluates the formulas of content files, independently of the code that they describe: a parser by precedence. */

type Names = Readonly<Record<string, number>>;
const FUNCTIONS: Readonly<Record<string, (...values: number[]) => number>> = {
  sqrt: Math.sqrt, ln: Math.log, log2: Math.log2, log10: Math.log10, exp: Math.exp, min: Math.min, max: Math.max,
  ceil: Math.ceil, floor: Math.floor, abs: Math.abs,
  binomial: (n, k) => Array.from({ length: k }, (_, index) => (n - index) / (k - index)).reduce((product, factor) => product * factor, 1),
};

/** @throws SyntaxError when the text is no formula; RangeError for a name without a number */
export function evaluateFormula(formula: string, names: Names): number {
  const tokens = formula.match(/\{\w+\}|[A-Za-z]\w*|\d+(?:,\d{3})*(?:\.\d+)?|[()+−×/^,]|\S/g) ?? [];
  let at = 0;
  const take = (token?: string): string => {
    const next = tokens[at];
    if (next === undefined || (token !== undefined && next !== token)) throw new SyntaxError(`expected ${token ?? 'more'} at ${at} of "${formula}"`);
    at += 1;
    return next;
  };
  const sum = (): number => {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '−') value = take() === '+' ? value + product() : value - product();
    return value;
  };
  const product = (): number => {
    let value = negated();
    while (tokens[at] === '×' || tokens[at] === '/') value = take() === '×' ? value * negated() : value / negated();
    return value;
  };
  const negated = (): number => {
    if (tokens[at] !== '−') return power();
    take();
    return -negated();
  };
  const power = (): number => {
    const base = single();
    if (tokens[at] !== '^') return base;
    take();
    return base ** negated();
  };
  const single = (): number => {
    const token = take();
    if (token === '(') {
      const value = sum();
      take(')');
      return value;
    }
    if (token.startsWith('{')) {
      const value = names[token.slice(1, -1)];
      if (value === undefined) throw new RangeError(`${token} has no number in "${formula}"`);
      return value;
    }
    const call = FUNCTIONS[token];
    if (call !== undefined) {
      take('(');
      const values = [sum()];
      while (tokens[at] === ',') {
        take();
        values.push(sum());
      }
      take(')');
      return call(...values);
    }
    const value = Number(token.replaceAll(',', ''));
    if (Number.isNaN(value)) throw new SyntaxError(`"${token}" in "${formula}"`);
    return value;
  };
  const value = sum();
  if (at < tokens.length) throw new SyntaxError(`"${tokens[at] ?? ''}" is left over in "${formula}"`);
  return value;
}
