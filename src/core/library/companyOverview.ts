/** The generated part of a company's page. Apart from the overviews, because a team may add companies too. */
import { bullets, link, links, plain, relatedBy, section, table } from './markdown/write';
import type { CaseStudyEntry, Entry, Library } from './model';

/** What the case studies say of one company: the systems with their published sizes, and the patterns that they show. */
export function companyOverview(library: Library, company: Entry): readonly string[] {
  const studies = relatedBy(library, company.id, 'studied-in').flatMap((entry) => (entry.kind === 'case-study' ? [entry] : []));
  const patterns = [...new Set(studies.flatMap((study) => study.patterns))].flatMap((id) => library.get(id) ?? []);
  const usedIn = (pattern: Entry): readonly Entry[] => studies.filter((study) => study.patterns.includes(pattern.id));
  const system = (study: CaseStudyEntry): string =>
    [`${link(study)}: ${plain(study.summary)}`, ...study.scale.map(({ fact }) => `  - ${plain(fact)}`)].join('\n');
  return [
    ...section('Systems', bullets(studies.map(system))),
    ...section('Patterns that they show', patterns.length === 0 ? '' : table(['Pattern', 'Shown in'], patterns.map((pattern) => [link(pattern), links(usedIn(pattern))]))),
  ];
}
