import type * as v from 'valibot';
import { LabSchema } from '../../learningSchema';
import { checkId } from '../draft';
import type { Report, SourceFile } from '../source';
import type { LineOf } from '../yaml';
import { parseYaml, validateYaml } from '../yaml';

export interface LabFile {
  readonly path: string;
  readonly text: string;
}

/** A lab as it is written. Its tests are run by the caller, who has Node: the reference passes, each planted mistake fails. */
export interface LabDraft {
  /** `labs/<id>/lab.yml`. */
  readonly file: string;
  readonly id: string;
  readonly lab: v.InferOutput<typeof LabSchema>;
  readonly lineOf: LineOf;
  readonly starter: readonly LabFile[];
  /** What differs from the starter. */
  readonly solution: readonly LabFile[];
  /** By name: what differs from the reference solution in one that is wrong on purpose. */
  readonly wrong: ReadonlyMap<string, readonly LabFile[]>;
}

/**
 * Reads the folder of one lab.
 * @param files all files below `labs/<id>/`
 */
export function draftLab(id: string, files: readonly SourceFile[], reportIn: (file: string) => Report): LabDraft[] {
  const root = `labs/${id}/`;
  const below = (folder: string): LabFile[] =>
    files.filter(({ path }) => path.startsWith(root + folder)).map(({ path, text }) => ({ path: path.slice(root.length + folder.length), text }));
  const manifest = files.find(({ path }) => path === `${root}lab.yml`);
  const first = files[0]?.path ?? root;
  if (manifest === undefined) {
    reportIn(first)(1, `the folder "${root}" has no lab.yml; write it, or move the file`);
    return [];
  }
  const report = reportIn(manifest.path);
  checkId(id, report);
  const strays = files.filter(({ path }) => path !== manifest.path && !/^(starter|solution|wrong\/[^/]+)\//.test(path.slice(root.length)));
  for (const { path } of strays) reportIn(path)(1, 'is no part of a lab; move it into starter/, solution/ or wrong/<name>/');
  const yaml = parseYaml(manifest.text, 1, report);
  const lab = yaml && validateYaml(LabSchema, yaml, report);
  if (yaml === undefined || lab === undefined) return [];
  const wrong = new Map<string, LabFile[]>();
  for (const { path, text } of below('wrong/')) {
    const [name = '', ...rest] = path.split('/');
    wrong.set(name, [...(wrong.get(name) ?? []), { path: rest.join('/'), text }]);
  }
  return [{ file: manifest.path, id, lab, lineOf: yaml.lineOf, starter: below('starter/'), solution: below('solution/'), wrong }];
}
