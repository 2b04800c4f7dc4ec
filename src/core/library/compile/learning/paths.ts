import type * as v from 'valibot';
import { PathSchema } from '../../learningSchema';
import type { Brief, LearningPath, PathBriefs, PathItem } from '../../model';
import { checkId } from '../draft';
import type { Report, SourceFile } from '../source';
import type { LineOf } from '../yaml';
import { parseYaml, validateYaml } from '../yaml';

export type WrittenPath = v.InferOutput<typeof PathSchema>;
export type WrittenItem = WrittenPath['weeks'][number]['items'][number];

/** A path as it is written, with the file that it is in. */
export interface PathDraft {
  readonly file: string;
  readonly id: string;
  readonly path: WrittenPath;
  readonly lineOf: LineOf;
}

/** An item of a path and the item that it stands for, which is another one where it is `from` another path. */
export interface ResolvedItem {
  readonly written: WrittenItem;
  readonly source: WrittenItem;
}

/** Reads `paths/<id>.yml`; nothing comes back when it does not fit its schema. */
export function draftPath(file: SourceFile, report: Report): PathDraft[] {
  const id = file.path.replace(/^paths\/|\.yml$/g, '');
  checkId(id, report);
  const yaml = parseYaml(file.text, 1, report);
  const path = yaml && validateYaml(PathSchema, yaml, report);
  return yaml === undefined || path === undefined ? [] : [{ file: file.path, id, path, lineOf: yaml.lineOf }];
}

/** The item that an item stands for: itself, or the one that `from` names; undefined when that is not there. */
export function resolveItem(item: WrittenItem, drafts: readonly PathDraft[]): WrittenItem | undefined {
  if (item.from === undefined) return item;
  const [pathId, itemId] = item.from.split('/');
  return drafts.find(({ id }) => id === pathId)?.path.weeks.flatMap(({ items }) => items).find(({ id }) => id === itemId);
}

/** The paths with every item resolved. Items that cannot be are left out; the checks have said why. */
export function compilePaths(drafts: readonly PathDraft[]): { readonly paths: LearningPath[]; readonly briefs: PathBriefs[] } {
  const paths: LearningPath[] = [];
  const briefs: PathBriefs[] = [];
  for (const { id, path } of drafts) {
    const found: { item: string; brief: Brief }[] = [];
    const weeks = path.weeks.map(({ title, goal, items }) => ({
      title,
      goal,
      items: items.flatMap((written): PathItem[] => {
        const source = resolveItem(written, drafts);
        const item = source && compileItem(written, source);
        if (item && source.brief) found.push({ item: written.id, brief: source.brief });
        return item ? [item] : [];
      }),
    }));
    paths.push({ ...path, id, weeks });
    briefs.push({ version: 1, id, briefs: found });
  }
  return { paths, briefs };
}

function compileItem({ id, from }: WrittenItem, { type, title, minutes, entry, lab, quizzes, brief }: WrittenItem): PathItem | undefined {
  if (type === undefined || title === undefined || minutes === undefined) return undefined;
  return {
    id, type, title, minutes,
    ...(from !== undefined && { from }),
    ...(entry !== undefined && { entry }),
    ...(lab !== undefined && { lab }),
    ...(quizzes !== undefined && { quizzes }),
    hasBrief: brief !== undefined,
  };
}
