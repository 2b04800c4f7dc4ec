import * as vscode from 'vscode';
import type { Brief, Lab, LabOverview, LearningPath, Library, PathItem } from '../../core';
import type { Studio } from '../../studio/studio';
import type { BriefSubject } from '../../webviews/protocol';
import { requireLab } from './pickLab';

/** A brief with all that belongs to it. */
export interface Assignment {
  readonly title: string;
  readonly minutes: number;
  readonly brief: Brief;
  /** Where progress is kept; a lab that is in no path has none. */
  readonly place?: { readonly path: LearningPath; readonly item: PathItem };
  /** Id of the entry to read. */
  readonly entry?: string;
  readonly lab?: { readonly overview: LabOverview; readonly content: Lab };
}

/** Finds what a subject means. Rejects with a message for people when there is no such thing, or it has no brief. */
export async function findAssignment(studio: Pick<Studio, 'library' | 'briefs' | 'lab'>, subject: BriefSubject): Promise<Assignment> {
  const library = await studio.library();
  if (subject.type === 'lab') return labAssignment(studio, requireLab(library, subject.lab), placeOfLab(library, subject.lab));
  const path = library.paths.find(({ id }) => id === subject.path);
  const item = path?.weeks.flatMap(({ items }) => items).find(({ id }) => id === subject.item);
  if (!path || !item) throw new Error(vscode.l10n.t('There is no item "{0}" in the learning path "{1}". Open the Learning view to see what there is.', subject.item, subject.path));
  const place = { path, item };
  if (item.lab !== undefined) return labAssignment(studio, requireLab(library, item.lab), place);
  const { briefs } = await studio.briefs(path.id);
  const brief = briefs.find((each) => each.item === item.id)?.brief;
  if (!brief) throw new Error(vscode.l10n.t('"{0}" has no brief: it is to be read, and that is all.', item.title));
  return { title: item.title, minutes: item.minutes, brief, place, ...(item.entry !== undefined && { entry: item.entry }) };
}

async function labAssignment(studio: Pick<Studio, 'lab'>, overview: LabOverview, place: Assignment['place']): Promise<Assignment> {
  const content = await studio.lab(overview.id);
  return {
    title: overview.title,
    minutes: overview.minutes,
    brief: content.brief,
    entry: overview.entry,
    lab: { overview, content },
    ...(place && { place }),
  };
}

/** The first item, in the order of the paths, that is this lab: a lab done there is done everywhere. */
function placeOfLab(library: Library, lab: string): Assignment['place'] {
  for (const path of library.paths) {
    const item = path.weeks.flatMap(({ items }) => items).find((each) => each.lab === lab);
    if (item) return { path, item };
  }
  return undefined;
}
