import type { Theme } from './studio';

/** The four themes in which every page has to look right, each with the class that VS Code gives to a page in it. */
export const THEMES: readonly (readonly [Theme, string])[] = [
  ['Default Dark Modern', 'vscode-dark'],
  ['Default Light Modern', 'vscode-light'],
  ['Default High Contrast', 'vscode-high-contrast'],
  ['Default High Contrast Light', 'vscode-high-contrast-light'],
];
