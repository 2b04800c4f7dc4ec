import * as vscode from 'vscode';
import { availabilityFigureAt } from '../../core/calculators/availability/figure';
import { SETTINGS } from '../../ids';
import { availabilityMarkdown } from './markdown';

/**
 * Where people write objectives and agreements down: documents and manifests. Code is left out: to know what is a
 * comment there, the whole file would have to be read for each hover.
 */
const LANGUAGES = [
  'markdown', 'plaintext', 'restructuredtext', 'asciidoc', 'latex', 'tex', 'mdx',
  'yaml', 'helm', 'dockercompose', 'json', 'jsonc', 'toml', 'terraform', 'hcl', 'properties', 'ini', 'dockerfile',
];

/** Hovers on availability figures: how much downtime they leave. They have a switch of their own. */
export function register(): vscode.Disposable {
  return vscode.languages.registerHoverProvider(LANGUAGES, {
    provideHover(document, { line, character }) {
      const figure = availabilityFigureAt(document.lineAt(line).text, character);
      // Asked for last: it is the slower of the two, and nearly all hovers are on something else.
      if (!figure || vscode.workspace.getConfiguration(undefined, document).get<unknown>(SETTINGS.hoverAvailability, true) !== true) return undefined;
      return new vscode.Hover(availabilityMarkdown(figure.availability), new vscode.Range(line, figure.start, line, figure.end));
    },
  });
}
