import { SCALE_TIERS } from '../../../advice/questions';
import type { ScaleRow } from '../../model';
import type { Kind } from '../../vocabulary';
import type { Draft } from '../draft';
import type { Report } from '../source';
import type { LineOf } from '../yaml';
import { checkId } from './relations';

const STARTING_WEIGHT = 3;

/** The table of scale: every tier once and in order, each starting pattern known, and each saying so in its signals. */
export function checkScale(rows: readonly ScaleRow[], lineOf: LineOf, kinds: ReadonlyMap<string, Kind>, drafts: ReadonlyMap<string, Draft>, report: Report): void {
  const tiers = rows.map((row) => row.tier);
  const astray = SCALE_TIERS.findIndex((tier, index) => tiers[index] !== tier);
  if (astray !== -1) report(lineOf(astray, 'tier'), `row ${astray + 1} must be the tier "${SCALE_TIERS[astray] ?? ''}"; the tiers are ${SCALE_TIERS.join(', ')}, in this order`);
  else if (tiers.length > SCALE_TIERS.length) report(lineOf(SCALE_TIERS.length, 'tier'), 'a tier is written twice; remove the row');
  rows.forEach((row, index) => {
    row.patterns.forEach((id, position) => {
      const line = lineOf(index, 'patterns', position);
      if (!checkId(id, 'pattern', kinds, line, report)) return;
      const front = drafts.get(id)?.front;
      if (front?.kind !== 'pattern') return;
      if (!front.signals.some(({ when, weight }) => when === `scale.${row.tier}` && weight === STARTING_WEIGHT)) {
        report(line, `"${id}" has no signal "scale.${row.tier}" of weight ${STARTING_WEIGHT}; add it to its front matter, or take the pattern out of this row`);
      }
    });
    if (row.caseStudy !== undefined) checkId(row.caseStudy, 'case-study', kinds, lineOf(index, 'caseStudy'), report);
  });
}
