import type { Draft } from '../draft';
import type { Report } from '../source';

/** A pattern lies in the folder of its category, a case study in that of its domain. */
export function checkGroup({ front, group, lineOf }: Pick<Draft, 'front' | 'group' | 'lineOf'>, report: Report): void {
  const key = front?.kind === 'pattern' ? 'category' : front?.kind === 'case-study' ? 'domain' : undefined;
  if (front === undefined || key === undefined) return;
  const value = front.kind === 'pattern' ? front.category : front.kind === 'case-study' ? front.domain : '';
  if (value !== group) report(lineOf(key), `the ${key} "${value}" is not the folder "${group}"; move the file, or correct the ${key}`);
}
