// Runs inside the host. Times a hover from request to answer, beside a provider that does nothing.
import * as vscode from 'vscode';
import { giveResult } from './result';

declare const OURS: string;
/** A file of the workspace in a language without a hover provider of its own, and how often to go over its lines. */
declare const FILE: string;
declare const ROUNDS: number;

const setting = 'systemsStudio.hover.enabled';

export async function run(): Promise<void> {
  vscode.languages.registerHoverProvider('*', { provideHover: () => undefined });
  const extension = vscode.extensions.getExtension(OURS);
  if (!extension) throw new Error(`${OURS} is not loaded`);
  const [uri] = await vscode.workspace.findFiles(FILE);
  if (!uri) throw new Error(`${FILE} is not in the workspace`);
  const document = await vscode.workspace.openTextDocument(uri);
  const places = linesWithWords(document);

  await hoverOver(document, places); // the first requests pay for warming the way up
  const times = { alone: [] as number[], off: [] as number[], on: [] as number[] };
  let answers = 0;
  for (let round = 0; round < ROUNDS; round++) await hoverOver(document, places, times.alone);
  if (extension.isActive) throw new Error(`${OURS} is active before anybody asked for it`);
  await extension.activate();
  await hoverOver(document, places); // reads the library
  for (let round = 0; round < 2 * ROUNDS; round++) {
    const on = round % 2 === 1;
    await vscode.workspace.getConfiguration().update(setting, on, vscode.ConfigurationTarget.Global);
    const found = await hoverOver(document, places, on ? times.on : times.off);
    if (!on && found > 0) throw new Error(`${found} hovers while they are off`);
    answers += found;
  }
  await vscode.workspace.getConfiguration().update(setting, undefined, vscode.ConfigurationTarget.Global);
  giveResult({ ...times, answers: answers / ROUNDS, places: places.length });
}

/** In the middle of each line that has anything to point at. */
function linesWithWords(document: vscode.TextDocument): vscode.Position[] {
  return Array.from({ length: document.lineCount }, (_, line) => document.lineAt(line))
    .filter(({ isEmptyOrWhitespace }) => !isEmptyOrWhitespace)
    .map(({ lineNumber, firstNonWhitespaceCharacterIndex: start, range }) => new vscode.Position(lineNumber, Math.floor((start + range.end.character) / 2)));
}

/** The number of hovers with content. */
async function hoverOver(document: vscode.TextDocument, places: readonly vscode.Position[], times: number[] = []): Promise<number> {
  let answers = 0;
  for (const place of places) {
    const started = performance.now();
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, place);
    times.push(performance.now() - started);
    answers += hovers.length;
  }
  return answers;
}
