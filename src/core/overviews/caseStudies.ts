/** Overviews of the case studies, and the generated part of a company's page. */
import { compareText } from '../compareText';
import type { CaseStudyEntry, Entry, Library } from '../library/model';
import { DOMAINS } from '../library/vocabulary';
import { bullets, item, link, links, plain, relatedBy, section, table } from './markdown';
import { DOMAIN_NAMES } from './words';

export const caseStudiesByDomain = (library: Library): readonly string[] =>
  DOMAINS.flatMap((domain) => section(DOMAIN_NAMES[domain], bullets(library.all('case-study').filter((study) => study.domain === domain).map(item))));

export function caseStudiesByCompany(library: Library): readonly string[] {
  const studies = library.all('case-study');
  const companies = [...new Set(studies.flatMap(({ company }) => (company === undefined ? [] : [company])))].sort(compareText);
  const generic = studies.filter(({ company }) => company === undefined);
  return [
    ...companies.flatMap((company) => section(company, companyItems(library, company, studies.filter((study) => study.company === company)))),
    ...section('Generic designs', bullets(generic.map(item))),
  ];
}

function companyItems(library: Library, company: string, studies: readonly CaseStudyEntry[]): string {
  const page = library.all('company').find(({ title }) => title === company);
  const all = bullets(studies.map(item));
  return page === undefined ? all : `${link(page)}: ${plain(page.summary)}\n\n${all}`;
}

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
