import { parseHref } from '../../markdown/href';
import type { Draft } from '../draft';
import type { Report } from '../source';

/** Each link leads to the web, to a section of the page, or to the file of an entry and a section of it. */
export function checkLinks(draft: Draft, drafts: ReadonlyMap<string, Draft>, report: Report): void {
  const check = (href: string, line: number): void => {
    const target = parseHref(href);
    if (target?.type === 'external') return;
    if (target === undefined || href.startsWith('entry:') || (target.type === 'entry' && !href.startsWith('.') && href.includes(':'))) {
      report(line, `the link "${href}" leads nowhere; link to the web, or to an entry by its relative file, such as ../resilience/timeout.md`);
      return;
    }
    const found = target.type === 'section' ? draft : drafts.get(resolvePath(draft.file, href.replace(/#.*$/, '')));
    if (found === undefined) report(line, `the link "${href}" resolves to no entry; correct the path, or remove the link`);
    else if (target.section !== undefined && !found.outline.headings.some(({ id }) => id === target.section)) {
      report(line, `the link "${href}" names a section that ${found.file} does not have; use one of its headings as GitHub writes them, such as #${found.outline.sections[0]?.id ?? 'problem'}`);
    }
  };
  for (const { href, line } of draft.outline.links) check(href, line);
}

/** Resolves `../b/c.md` against `a/x.md`; leaving the content folder gives a path that no entry has. */
function resolvePath(from: string, relative: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const step of relative.split('/')) {
    if (step === '..') {
      if (parts.pop() === undefined) parts.push('..');
    } else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}
