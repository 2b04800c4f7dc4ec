/** What a month costs, line by line, with commitments that are paid whether they are used or not, and spot capacity. */

export const KINDS = ['compute', 'storage', 'egress', 'requests', 'licence', 'other'] as const;
export type Kind = (typeof KINDS)[number];

/** A quantity a month at a price a unit, on demand. */
export interface Line { readonly name: string; readonly kind: Kind; readonly quantity: number; readonly price: number }
/** A quantity a month that is paid, at a discount, used or not. */
export interface Commitment { readonly line: string; readonly quantity: number; readonly discount: number }
/** A share of a line's quantity that runs on spot capacity, at a discount, and that much more of it because of interruptions. */
export interface Spot { readonly line: string; readonly share: number; readonly discount: number; readonly overhead: number }

export interface Discounted { readonly line: Line; readonly commitment?: Commitment; readonly spot?: Spot }
/** Money a month. */
export interface LineCost {
  readonly list: number;
  readonly total: number;
  readonly committed: number;
  /** The part of `committed` that nothing used. */
  readonly unused: number;
}

/** @param quantity of the line, where it is not what the line says: the commitment stays as it is */
export function costOf({ line, commitment, spot }: Discounted, quantity = line.quantity, price = line.price): LineCost {
  const share = spot?.share ?? 0;
  const steady = quantity * (1 - share);
  const spotCost = spot === undefined ? 0 : quantity * share * (1 + spot.overhead) * price * (1 - spot.discount);
  const committedQuantity = commitment?.quantity ?? 0;
  // Its price was agreed on: it does not follow the price on demand.
  const committedPrice = line.price * (1 - (commitment?.discount ?? 0));
  const committed = committedQuantity * committedPrice;
  const unused = Math.max(0, committedQuantity - steady) * committedPrice;
  return { list: quantity * price, total: committed + spotCost + Math.max(0, steady - committedQuantity) * price, committed, unused };
}

/** How much of the committed quantity is used; undefined where nothing is committed. */
export function utilisationOf(all: readonly Discounted[]): number | undefined {
  const costs = all.map((each) => costOf(each));
  const committed = costs.reduce((sum, cost) => sum + cost.committed, 0);
  return committed > 0 ? 1 - costs.reduce((sum, cost) => sum + cost.unused, 0) / committed : undefined;
}

export type Varied = 'quantity' | 'price';

/** What the month costs more where one line's quantity or price is `1 + change` times what it is. */
export function effectOf(each: Discounted, varied: Varied, change: number): number {
  const { quantity, price } = each.line;
  const factor = 1 + change;
  const moved = varied === 'quantity' ? costOf(each, quantity * factor) : costOf(each, quantity, price * factor);
  return moved.total - costOf(each).total;
}

/** Why discounts cannot be put to lines. */
export interface Mismatch { readonly problem: 'unknownLine' | 'ambiguousLine' | 'twice' | 'spotNotCompute'; readonly table: 'commitments' | 'spot'; readonly name: string }

const keyOf = (name: string): string => name.trim().toLowerCase();

/** Puts commitments and spot shares to the lines that they name, without regard to case. */
export function discountLines(lines: readonly Line[], commitments: readonly Commitment[], spots: readonly Spot[]): readonly Discounted[] | Mismatch {
  const tables = [['commitments', commitments], ['spot', spots]] as const;
  for (const [table, rows] of tables) {
    for (const [index, { line: name }] of rows.entries()) {
      const named = lines.filter((line) => keyOf(line.name) === keyOf(name));
      const [first] = named;
      if (first === undefined) return { problem: 'unknownLine', table, name };
      if (named.length > 1) return { problem: 'ambiguousLine', table, name };
      if (rows.findIndex((row) => keyOf(row.line) === keyOf(name)) !== index) return { problem: 'twice', table, name };
      if (table === 'spot' && first.kind !== 'compute') return { problem: 'spotNotCompute', table, name };
    }
  }
  return lines.map((line) => {
    const commitment = commitments.find((row) => keyOf(row.line) === keyOf(line.name));
    const spot = spots.find((row) => keyOf(row.line) === keyOf(line.name));
    return { line, ...(commitment && { commitment }), ...(spot && { spot }) };
  });
}
