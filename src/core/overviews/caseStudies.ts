/** Overviews of the case studies. */
import { compareText } from '../compareText';
import type { CaseStudyEntry, Library } from '../library/model';
import { DOMAINS } from '../library/vocabulary';
import { bullets, item, link, plain, section } from '../library/markdown/write';
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
