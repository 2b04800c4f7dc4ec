import { normaliseName } from '../../names';
import type { DraftSummary } from '../draft';
import type { Report } from '../source';

interface Seen {
  readonly file: string;
  readonly url: string;
  readonly year: number;
}

/** A work that several entries cite has one address and one year, so that a reader who follows either arrives at the same. */
export function checkSameReferences(drafts: readonly DraftSummary[], reportIn: (file: string) => Report): void {
  const works = new Map<string, Seen>();
  for (const { file, front, lineOf } of drafts) {
    if (front === undefined || !('references' in front)) continue;
    front.references.forEach(({ title, url, year }, index) => {
      const key = normaliseName(title.replace(/[^\p{L}\p{N} ]/gu, ''));
      const seen = works.get(key);
      if (seen === undefined) works.set(key, { file, url, year });
      else if (seen.url !== url) reportIn(file)(lineOf('references', index, 'url'), `"${title}" has the address ${seen.url} in ${seen.file}; use the same in both`);
      else if (seen.year !== year) reportIn(file)(lineOf('references', index, 'year'), `"${title}" is of ${seen.year} in ${seen.file}; use the same year in both`);
    });
  }
}
