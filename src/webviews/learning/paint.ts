import type { LearningContent } from '../protocol';
import { overviewPart } from './overview';
import type { Around, Part } from './part';
import { pathPart } from './path';
import { yoursPart } from './yours';

/** Paints the page anew, and gives what brings it up to date later. */
export function paintLearning(root: HTMLElement, content: LearningContent, around: Around): Part<LearningContent>['update'] {
  const path = content.path && pathPart(content.path, around);
  const overview = content.overview && overviewPart(content.overview, around);
  const yours = yoursPart(content, around);
  root.replaceChildren(...[path?.node, overview?.node, yours.node].filter((node) => node !== undefined));
  const update = (next: LearningContent): void => {
    if (next.path) path?.update(next.path);
    if (next.overview) overview?.update(next.overview);
    yours.update(next);
  };
  update(content);
  return update;
}

/** What a page is made of: pages of the same shape differ only in what `update` sets. */
export function shapeOf({ path, overview, milestones }: LearningContent): string {
  const items = path?.weeks.map(({ title, items: each }) => [title, ...each.map(({ id, title: name, about }) => [id, name, about])]);
  const groups = overview?.groups.map(({ paths }) => paths.map(({ id, title, summary }) => [id, title, summary]));
  return JSON.stringify([path?.id, path?.pace, path?.facts, items, groups, milestones.map(({ id }) => id)]);
}
