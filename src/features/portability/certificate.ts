import * as vscode from 'vscode';
import { certificateOf, certificateSvg, pathProgress, type Certificate, type Evidence, type LearningPath } from '../../core';
import { itemTypeLabel } from '../../studio/labels';
import { asText } from '../../studio/markdown';
import type { Studio } from '../../studio/studio';
import { askWhere, freeNeighbour } from './files';

/** "Create Certificate": for a path of which every item is done, as a drawing and as Markdown. */
export async function createCertificate(studio: Studio, pathId?: string): Promise<void> {
  const path = await choosePath(studio, pathId);
  if (!path) return;
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Certificate: {0}', certificateTitle(path)),
    prompt: vscode.l10n.t('The name that the certificate shows. It goes into the files only, and is not kept.'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('Enter a name.') : undefined),
  });
  if (name === undefined) return;
  const certificate = certificateOf(studio.progress.document(), path, name);
  if (!certificate) throw new Error(vscode.l10n.t('An item of "{0}" is open by now. Complete it, then create the certificate.', path.title));
  const target = await askWhere(`certificate-${path.id}.svg`, vscode.l10n.t('Save Certificate'), { SVG: ['svg'] });
  if (!target) return;
  const text = await freeNeighbour(target, 'md');
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(certificateSvg(certificate.name, wordsOf(certificate))));
  await vscode.workspace.fs.writeFile(text, new TextEncoder().encode(certificateMarkdown(certificate)));
  await vscode.window.showTextDocument(text, { preview: false });
}

async function choosePath(studio: Studio, pathId: string | undefined): Promise<LearningPath | undefined> {
  const { paths } = await studio.library();
  const progress = paths.map((path) => pathProgress(studio.progress.document(), path));
  const wanted = progress.find(({ path }) => path.id === pathId);
  if (wanted && wanted.state !== 'complete') throw new Error(vscode.l10n.t('{0} of {1} items of "{2}" are done. The certificate can be created when all are.', wanted.done, wanted.total, wanted.path.title));
  if (wanted) return wanted.path;
  const complete = progress.filter(({ state }) => state === 'complete');
  if (complete.length === 0) {
    const [nearest] = [...progress].sort((a, b) => b.done / b.total - a.done / a.total);
    throw new Error(
      nearest === undefined || nearest.done === 0
        ? vscode.l10n.t('No path is complete yet. A certificate can be created when all items of a path are done.')
        : vscode.l10n.t('No path is complete yet. You are nearest in "{0}", with {1} of {2} items done.', nearest.path.title, nearest.done, nearest.total),
    );
  }
  const chosen = await vscode.window.showQuickPick(
    complete.map(({ path }) => ({ label: certificateTitle(path), description: path.title, path })),
    { title: vscode.l10n.t('Create Certificate'), placeHolder: vscode.l10n.t('For which path?') },
  );
  return chosen?.path;
}

function certificateTitle({ id, title }: LearningPath): string {
  const titles: Readonly<Record<string, string>> = {
    foundations: vscode.l10n.t('Distributed Systems Foundation'),
    advanced: vscode.l10n.t('Distributed Systems Practitioner'),
    architecture: vscode.l10n.t('Distributed Systems Architect'),
    leadership: vscode.l10n.t('Distributed Systems Leader'),
  };
  return titles[id] ?? title;
}

/** A day of the learner's own calendar, the same in every language. */
function day(time: number): string {
  const date = new Date(time);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function howWords(evidence: Evidence): string {
  switch (evidence.how) {
    case 'tests': return vscode.l10n.t('tests green, {0}', day(evidence.time));
    case 'quiz': return evidence.total > 0 ? vscode.l10n.t('quiz passed, {0} of {1}, {2}', evidence.right, evidence.total, day(evidence.time)) : vscode.l10n.t('quiz passed, {0}', day(evidence.time));
    case 'read': return vscode.l10n.t('marked as read, {0}', day(evidence.time));
    case 'declared': return vscode.l10n.t('declared by the learner, {0}', day(evidence.time));
  }
}

function summaryLines({ counts }: Certificate): readonly string[] {
  return [
    ...(counts.tests > 0 ? [vscode.l10n.t('Checked by tests: {0}', counts.tests)] : []),
    ...(counts.quiz > 0 ? [vscode.l10n.t('Checked by quizzes: {0}', counts.quiz)] : []),
    ...(counts.read > 0 ? [vscode.l10n.t('Read: {0}', counts.read)] : []),
    ...(counts.declared > 0 ? [vscode.l10n.t('Declared by the learner: {0}', counts.declared)] : []),
  ];
}

function note(): string {
  return vscode.l10n.t('Made by Distributed Systems Studio on the learner’s own machine from its record of progress. Nobody else has verified it. "Declared" means that the learner checked the work against its written conditions.');
}

function wordsOf(certificate: Certificate): Parameters<typeof certificateSvg>[1] {
  const { path, items, begun, completed } = certificate;
  return {
    heading: vscode.l10n.t('Distributed Systems Studio · Record of completion'),
    title: certificateTitle(path),
    given: vscode.l10n.t('completed by'),
    dates: vscode.l10n.t('from {0} to {1}', day(begun), day(completed)),
    outcome: vscode.l10n.t('What the path asks for: {0}', path.outcome),
    summary: [summaryLines(certificate).join(' · ')],
    itemHeading: vscode.l10n.t('{0} items', items.length),
    rows: items.map(({ title, type, evidence }) => ({ what: withKind(title, itemTypeLabel(type)), how: howWords(evidence) })),
    note: note(),
  };
}

/** Many titles begin with their kind already. */
function withKind(title: string, kind: string): string {
  return title.toLowerCase().startsWith(`${kind.toLowerCase()}:`) ? title : vscode.l10n.t('{0}: {1}', kind, title);
}

/** The same as a text; the name and titles are shown as they are, not read as Markdown. */
export function certificateMarkdown(certificate: Certificate): string {
  const { path, name, items, begun, completed } = certificate;
  const cell = (text: string): string => asText(text).replaceAll('|', '\\|');
  return [
    `# ${asText(certificateTitle(path))}`,
    '',
    vscode.l10n.t('Completed by **{0}**, from {1} to {2}.', asText(name), day(begun), day(completed)),
    '',
    asText(vscode.l10n.t('What the path asks for: {0}', path.outcome)),
    '',
    ...summaryLines(certificate).map((line) => `- ${asText(line)}`),
    '',
    `| ${vscode.l10n.t('Item')} | ${vscode.l10n.t('Kind')} | ${vscode.l10n.t('How it was checked')} |`,
    '| --- | --- | --- |',
    ...items.map(({ title, type, evidence }) => `| ${cell(title)} | ${cell(itemTypeLabel(type))} | ${cell(howWords(evidence))} |`),
    '',
    asText(note()),
    '',
  ].join('\n');
}
