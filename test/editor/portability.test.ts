import * as vscode from 'vscode';
import { change, changeItem, DONE, emptyProgress, formatExport, itemKey, parseExport, pathProgress, readKey, sameProgress, type LearningPath, type ProgressDocument } from '../../src/core';
import { createBulkChanges } from '../../src/features/portability/bulkChange';
import { createCertificate } from '../../src/features/portability/certificate';
import { exportProgress } from '../../src/features/portability/exporting';
import { importProgress } from '../../src/features/portability/importing';
import { resetProgress } from '../../src/features/portability/resetting';
import { createProgressStore } from '../../src/studio/progressStore';
import type { Studio } from '../../src/studio/studio';
import { assert } from './support/assert';
import { fakeWindow, type FakeWindow } from './support/fakeWindow';
import { MemoryFiles } from './support/memoryFiles';
import { api, closeAll, until } from './support/studio';

const SCHEME = 'portability';
const at = (name: string): vscode.Uri => vscode.Uri.from({ scheme: SCHEME, path: `/${name}` });
const stamp = { now: 1_000, replica: 'elsewhere' };

/** Progress can leave, come back, be reset and be certified; the person answers through stand-ins for the dialogs. */
describe('Progress that belongs to the learner', () => {
  const files = new MemoryFiles();
  const provider = vscode.workspace.registerFileSystemProvider(SCHEME, files);
  const real = { showOpenDialog: vscode.window.showOpenDialog, showSaveDialog: vscode.window.showSaveDialog, showInputBox: vscode.window.showInputBox, showWarningMessage: vscode.window.showWarningMessage, showQuickPick: vscode.window.showQuickPick };
  let dialogs: FakeWindow;
  let studio: Studio;
  let modal: { readonly message: string; readonly detail: string } | undefined;
  let answer: string | undefined;
  let picked: ((items: readonly vscode.QuickPickItem[]) => vscode.QuickPickItem | undefined);

  beforeEach(async () => {
    const values = new Map<string, unknown>();
    const memento: vscode.Memento = {
      keys: () => [...values.keys()],
      get: <T>(key: string, fallback?: T): T => (values.get(key) ?? fallback) as T,
      update: (key, value) => { values.set(key, value); return Promise.resolve(); },
    };
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined, show: () => undefined, dispose: () => undefined };
    const studioApi = await api();
    studio = { progress: createProgressStore(memento, log), library: () => studioApi.library(), log } as unknown as Studio;
    dialogs = fakeWindow();
    modal = undefined;
    answer = undefined;
    picked = () => undefined;
    Object.assign(vscode.window, {
      showOpenDialog: () => Promise.resolve([at('progress.json')]),
      showSaveDialog: ({ filters }: vscode.SaveDialogOptions) => Promise.resolve(at(filters && 'SVG' in filters ? 'certificate-foundations.svg' : 'saved.json')),
      showInputBox: () => Promise.resolve('Ada | *Lovelace*'),
      showWarningMessage: (message: string, { detail }: { detail: string }) => { modal = { message, detail }; return Promise.resolve(answer); },
      showQuickPick: (items: readonly vscode.QuickPickItem[]) => Promise.resolve(picked(items)),
    });
  });
  afterEach(async () => {
    dialogs.restore();
    Object.assign(vscode.window, real);
    studio.progress.dispose();
    files.files.clear();
    await closeAll();
  });
  after(() => { provider.dispose(); });

  const foundations = async (): Promise<LearningPath> => {
    const path = (await studio.library()).paths.find(({ id }) => id === 'foundations');
    if (!path) throw new Error('The library has no path "foundations"');
    return path;
  };
  const put = (document: ProgressDocument): void => { files.put('/progress.json', formatExport(document, '2026-11-21T12:00:00.000Z')); };

  it('is exported whole, as a file that can be imported', async () => {
    await studio.progress.set(readKey('saga'), true);
    await exportProgress(studio);
    const [name] = files.paths();
    const parsed = parseExport(files.text(name ?? '') ?? '');
    assert.ok(parsed.kind === 'ok' && sameProgress(parsed.document, studio.progress.document()));
  });

  it('is imported after a preview that names what changes, and can be taken back', async () => {
    await studio.progress.set(readKey('timeout'), true);
    put(change(change(emptyProgress, readKey('saga'), DONE, stamp), itemKey('foundations', 'laboratory'), DONE, stamp));
    const changes = createBulkChanges(studio);
    const importing = importProgress(studio, changes);
    const preview = await until('the preview', () => dialogs.current());
    assert.deepEqual(preview.labels(), ['$(check) Import these changes', 'Foundations: Set up your laboratory', 'Read: Saga']);
    assert.equal(preview.title, 'Import progress: 2 done, 0 open again, 0 other changes');
    preview.choose('Read: Saga');
    assert.equal(studio.progress.isDone(readKey('saga')), false, 'a row that only informs imports nothing');
    preview.choose('$(check) Import these changes');
    const message = await until('the message', () => dialogs.messages[0]);
    assert.ok(studio.progress.isDone(readKey('saga')) && studio.progress.isDone(readKey('timeout')));
    message.answer('Undo');
    await importing;
    assert.equal(studio.progress.isDone(readKey('saga')), false);
    assert.ok(studio.progress.isDone(readKey('timeout')));
  });

  it('stays as it is when the preview is left, and when the file brings nothing', async () => {
    put(change(emptyProgress, readKey('saga'), DONE, stamp));
    const importing = importProgress(studio, createBulkChanges(studio));
    (await until('the preview', () => dialogs.current())).hide();
    await importing;
    assert.equal(studio.progress.isDone(readKey('saga')), false);
    put(emptyProgress);
    await importProgress(studio, createBulkChanges(studio));
    assert.match(dialogs.messages.at(-1)?.text ?? '', /nothing that you do not have/);
  });

  it('brings back from a backup what was reset since, if that is asked for', async () => {
    await studio.progress.set(readKey('saga'), true);
    put(studio.progress.document());
    await studio.progress.set(readKey('saga'), false);
    const importing = importProgress(studio, createBulkChanges(studio));
    const preview = await until('the preview', () => dialogs.current());
    assert.deepEqual(preview.labels(), ['$(history) Import, and bring back what was reset or opened here since', 'Read: Saga']);
    preview.choose('$(history) Import, and bring back what was reset or opened here since');
    (await until('the message', () => dialogs.messages[0])).answer(undefined);
    await importing;
    assert.ok(studio.progress.isDone(readKey('saga')));
  });

  for (const [what, text, expected] of [
    ['no JSON', 'progress', /not JSON.*nothing was changed/],
    ['another JSON', '{"name":"x"}', /holds no progress/],
    ['a newer format', '{"version":99,"items":{}}', /newer version.*Update/],
  ] as const) {
    it(`says what to do with ${what}`, async () => {
      files.put('/progress.json', text);
      await assert.rejects(importProgress(studio, createBulkChanges(studio)), expected);
    });
  }

  it('of one path is reset after a question with the consequences, and comes back', async () => {
    const path = await foundations();
    const reading = path.weeks.flatMap((week) => week.items).slice(0, 1);
    await studio.progress.update((document, now) => reading.reduce((so, item) => changeItem(so, path.id, item, true, now), document));
    const changes = createBulkChanges(studio);
    picked = (items) => items.find(({ label }) => label === 'Foundations');
    await resetProgress(studio, changes);
    assert.match(modal?.message ?? '', /Reset the progress of "Foundations"/);
    assert.match(modal?.detail ?? '', /^1 things that you have done become open/);
    assert.equal(pathProgress(studio.progress.document(), path).done, 1, 'nothing happens without the answer');
    answer = 'Reset';
    const resetting = resetProgress(studio, changes, 'foundations');
    const message = await until('the message', () => dialogs.messages[0]);
    assert.equal(pathProgress(studio.progress.document(), path).done, 0);
    message.answer('Undo');
    await resetting;
    assert.equal(pathProgress(studio.progress.document(), path).done, 1);
  });

  it('becomes a certificate only once a path is complete, and then says how each item was checked', async () => {
    const path = await foundations();
    const items = path.weeks.flatMap((week) => week.items);
    await assert.rejects(createCertificate(studio), /No path is complete yet/);
    const [last] = items.slice(-1);
    await studio.progress.update((document, now) => items.filter((item) => item !== last).reduce((so, item) => changeItem(so, path.id, item, true, now), document));
    await assert.rejects(createCertificate(studio, 'foundations'), new RegExp(`^.*${items.length - 1} of ${items.length} items`));
    assert.deepEqual(files.paths(), []);
    await studio.progress.update((document, now) => (last ? changeItem(document, path.id, last, true, now) : document));
    files.put('/certificate-foundations.md', 'mine');
    await createCertificate(studio, 'foundations');
    const names = files.paths().filter((name) => name !== '/certificate-foundations.md');
    assert.equal(files.text('/certificate-foundations.md'), 'mine', 'a file that is there stays');
    assert.equal(names.length, 2);
    const textOf = (extension: string): string => files.text(names.find((name) => name.endsWith(extension)) ?? '') ?? '';
    const [svg, markdown] = [textOf('.svg'), textOf('.md')];
    assert.ok(markdown.includes('Distributed Systems Foundation') && markdown.includes('declared by the learner') && markdown.includes('marked as read'));
    assert.equal((markdown.match(/^\| (?!Item|---)/gm) ?? []).length, items.length);
    assert.ok(svg.startsWith('<svg') && svg.includes('Ada | *Lovelace*') && svg.includes('marked as read'));
  });
});
