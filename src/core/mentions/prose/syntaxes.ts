/** Comments and strings of each language, as much as it takes to tell the one from the other. */

export interface StringRule {
  readonly open: string;
  /** The same as `open` unless given. */
  readonly close?: string;
  /** `\` or `` ` `` before a character takes its meaning; SQL and others double the quote instead, which needs no rule. */
  readonly escape?: string;
  /** Ends with the line unless given: an unpaired quote then spoils one line, not the rest of the file. */
  readonly multiline?: true;
  /** Documentation in the form of a string. */
  readonly prose?: true;
  /** Only where a value may begin, so that the apostrophe in an unquoted text is not a quote (YAML). */
  readonly atValue?: true;
  /** Only as a whole character literal, so that a lifetime (`'a`) is not a quote (Rust). */
  readonly character?: true;
  /** Holds code in `${…}` (template literals). */
  readonly template?: true;
}

export interface LineComment {
  readonly open: string;
  /** `line`: only as the first thing on a line. `word`: only at a line's start or after a space. Anywhere unless given. */
  readonly after?: 'line' | 'word';
  /** A space must follow. */
  readonly spaced?: true;
}

export interface Syntax {
  readonly line: readonly LineComment[];
  readonly block: readonly (readonly [open: string, close: string])[];
  readonly strings: readonly StringRule[];
  /** A slash where an operand may stand begins a regular expression. */
  readonly regex?: true;
}

const double: StringRule = { open: '"', escape: '\\' };
const single: StringRule = { open: "'", escape: '\\' };
const docstrings: readonly StringRule[] = [
  { open: '"""', escape: '\\', multiline: true, prose: true },
  { open: "'''", escape: '\\', multiline: true, prose: true },
];
const textBlock: StringRule = { open: '"""', escape: '\\', multiline: true };
const slashes: LineComment = { open: '//' };
const hash: LineComment = { open: '#', after: 'word' };
const stars = ['/*', '*/'] as const;

const cLike: Syntax = { line: [slashes], block: [stars], strings: [double, single] };
const javascript: Syntax = {
  line: [slashes], block: [stars], strings: [double, single, { open: '`', escape: '\\', multiline: true, template: true }], regex: true,
};
const java: Syntax = { line: [slashes], block: [stars], strings: [textBlock, double, single] };
const hashed: Syntax = { line: [hash], block: [], strings: [double, single] };
const sql: Syntax = {
  line: [{ open: '--' }], block: [stars], strings: [{ open: "'", multiline: true }, { open: '"' }, { open: '`' }],
};
const lisp: Syntax = { line: [{ open: ';' }], block: [['#|', '|#']], strings: [{ open: '"', escape: '\\', multiline: true }] };
const hcl: Syntax = { line: [hash, slashes], block: [stars], strings: [double] };
const ini: Syntax = { line: [{ open: ';', after: 'word' }, { ...hash, after: 'line' }, { open: '!', after: 'line', spaced: true }], block: [], strings: [] };

/** Code in a language that is not listed. `#` needs a space behind it: `#include`, `#region` and `#[derive]` are code. */
const UNKNOWN: Syntax = { line: [slashes, { ...hash, spaced: true }], block: [stars], strings: [double, single] };

const SYNTAXES: readonly (readonly [languages: string, syntax: Syntax])[] = [
  ['c cpp cuda-cpp objective-c objective-cpp dart proto proto3 bicep css scss less jsonc json glsl hlsl solidity vala v zig', cLike],
  ['javascript javascriptreact typescript typescriptreact', javascript],
  ['java kotlin scala groovy swift', java],
  ['csharp', { line: [slashes], block: [stars], strings: [{ open: '@"', close: '"', multiline: true }, { open: '@$"', close: '"', multiline: true }, { open: '"""', multiline: true }, double, single] }],
  ['fsharp', { line: [slashes], block: [['(*', '*)']], strings: [textBlock, double] }],
  ['go', { line: [slashes], block: [stars], strings: [double, { open: '`', multiline: true }, { open: "'", escape: '\\', character: true }] }],
  ['rust', { line: [slashes], block: [stars], strings: [{ ...double, multiline: true }, { open: "'", escape: '\\', character: true }] }],
  ['php', { line: [slashes, { ...hash, spaced: true }], block: [stars], strings: [{ ...double, multiline: true }, { ...single, multiline: true }] }],
  ['python starlark', { line: [{ open: '#' }], block: [], strings: [...docstrings, double, single] }],
  ['ruby crystal', { line: [hash], block: [['=begin', '=end']], strings: [double, single] }],
  ['elixir', { line: [hash], block: [], strings: [...docstrings, double] }],
  ['julia', { line: [{ open: '#' }], block: [['#=', '=#']], strings: [...docstrings.slice(0, 1), double] }],
  ['graphql', { line: [{ open: '#' }], block: [], strings: [...docstrings.slice(0, 1), double] }],
  ['shellscript dotenv fish', { line: [hash], block: [], strings: [{ ...double, multiline: true }, { open: "'", multiline: true }] }],
  ['yaml dockercompose github-actions-workflow azure-pipelines helm', { line: [hash], block: [], strings: [{ ...double, multiline: true, atValue: true }, { open: "'", multiline: true, atValue: true }] }],
  ['toml', { line: [{ open: '#' }], block: [], strings: [textBlock, { open: "'''", multiline: true }, double, { open: "'" }] }],
  ['dockerfile containerfile', { line: [{ ...hash, after: 'line' }], block: [], strings: [] }],
  ['makefile cmake just perl perl6 raku r nix coffeescript tcl nim gdscript ignore pip-requirements', hashed],
  ['terraform hcl opentofu nomad', hcl],
  ['sql mysql pgsql plsql tsql sqlite', sql],
  ['lua', { line: [{ open: '--' }], block: [['--[[', ']]'], ['--[=[', ']=]']], strings: [double, single, { open: '[[', close: ']]', multiline: true }] }],
  ['haskell elm purescript', { line: [{ open: '--' }], block: [['{-', '-}']], strings: [double] }],
  ['ada vhdl', { line: [{ open: '--' }], block: [], strings: [{ open: '"' }] }],
  ['ocaml', { line: [], block: [['(*', '*)']], strings: [double] }],
  ['clojure lisp commonlisp scheme racket', lisp],
  ['erlang prolog matlab', { line: [{ open: '%' }], block: [], strings: [double, single] }],
  ['powershell', { line: [hash], block: [['<#', '#>']], strings: [{ open: '"', escape: '`', multiline: true }, { open: "'", multiline: true }] }],
  ['vb', { line: [{ open: "'" }], block: [], strings: [{ open: '"' }] }],
  ['bat', { line: [{ open: '::', after: 'line' }, { open: 'REM', after: 'line', spaced: true }, { open: 'rem', after: 'line', spaced: true }], block: [], strings: [] }],
  ['ini properties editorconfig systemd-unit-file', ini],
  ['diff', { line: [], block: [], strings: [] }],
];

const byLanguage = new Map(SYNTAXES.flatMap(([languages, syntax]) => languages.split(' ').map((language) => [language, syntax] as const)));

/** The syntax of a language, by its id in the editor. */
export function syntaxOf(languageId: string): Syntax {
  return byLanguage.get(languageId) ?? UNKNOWN;
}
