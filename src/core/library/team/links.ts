import type { Report } from '../compile/source';
import { parseHref } from '../markdown/href';
import type { Library } from '../model';
import type { TeamDraft } from './draft';

/**
 * Each link leads to the web, to a section of the page, or to an entry of the team or of the library. Ids are unique,
 * so the file name says which entry is meant, wherever the file lies; `entry:<id>` says the same.
 */
export function checkTeamLinks(draft: Pick<TeamDraft, 'links' | 'anchors'>, team: ReadonlyMap<string, TeamDraft>, library: Library, report: Report): void {
  for (const { href, line } of draft.links) {
    const target = parseHref(href);
    if (target === undefined) report(line, `the link "${href}" leads nowhere; link to the web, or to an entry by its file, such as timeout.md`);
    else if (target.type === 'section' && !draft.anchors.includes(target.section)) {
      report(line, `the link "${href}" names a section that this entry does not have; use one of its headings as GitHub writes them`);
    } else if (target.type === 'entry') {
      const other = team.get(target.id);
      if (other === undefined && library.get(target.id) === undefined) report(line, `the link "${href}" leads to no entry; correct the name of the file, or remove the link`);
      // Only the sections of the library's own entries are known, not every heading, so those are not checked.
      else if (other !== undefined && target.section !== undefined && !other.anchors.includes(target.section)) {
        report(line, `the link "${href}" names a section that ${other.path} does not have; use one of its headings as GitHub writes them`);
      }
    }
  }
}
