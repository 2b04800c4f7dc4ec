import * as vscode from 'vscode';
import { EXTENSION_ID } from '../ids';

/** The address of an entry that leads from any document into this editor; see the feature `links`. */
export function addressOfEntry(id: string, section?: string): string {
  return `${vscode.env.uriScheme}://${EXTENSION_ID}/entry/${id}${section === undefined ? '' : `#${section}`}`;
}

/** The address of a calculator, to which `?` and its inputs may be added; see the feature `links`. */
export function addressOfCalculator(id: string): string {
  return `${vscode.env.uriScheme}://${EXTENSION_ID}/calculator/${id}`;
}
