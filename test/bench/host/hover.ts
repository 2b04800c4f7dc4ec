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
  const places = longestWords(document);

  await hoverOver(document, places); // the first requests pay for warming the way up
  const times = { alone: [] as number[], off: [] as number[], on: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) await hoverOver(document, places, times.alone);
  if (extension.isActive) throw new Error(`${OURS} is active before anybody asked for it`);
  await extension.activate();
  const named = await hoverOver(document, places); // reads the library
  if (named.length === 0) throw new Error(`No place in ${FILE} has a hover`);
  for (let round = 0; round < 2 * ROUNDS; round++) {
    const on = round % 2 === 1;
    await vscode.workspace.getConfiguration().update(setting, on, vscode.ConfigurationTarget.Global);
    const found = await hoverOver(document, places, on ? times.on : times.off);
    if (found.length !== (on ? named.length : 0)) throw new Error(`${found.length} hovers while they are ${on ? 'on' : 'off'}`);
  }
  await vscode.workspace.getConfiguration().update(setting, undefined, vscode.ConfigurationTarget.Global);
  giveResult({ ...times, named, places: places.length });
}

/** In the longest word of each line: that is where names of things are, and people point at them. */
function longestWords(document: vscode.TextDocument): vscode.Position[] {
  return Array.from({ length: document.lineCount }, (_, line) => {
    const words = [...document.lineAt(line).text.matchAll(/\w+/g)].sort((a, b) => b[0].length - a[0].length);
    return words.slice(0, 1).map((word) => new vscode.Position(line, word.index + Math.floor(word[0].length / 2)));
  }).flat();
}

/** Adds one time per place; returns which places have a hover with content. */
async function hoverOver(document: vscode.TextDocument, places: readonly vscode.Position[], times: number[] = []): Promise<number[]> {
  const found: number[] = [];
  for (const [index, place] of places.entries()) {
    const started = performance.now();
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, place);
    times.push(performance.now() - started);
    if (hovers.length > 0) found.push(index);
  }
  return found;
}
