/** A light lexer for code: it knows comments and strings, and nothing else. One pass, no backtracking. */
import { createCommentReporter } from './comments';
import type { ReportProse } from './report';
import type { LineComment, StringRule, Syntax } from './syntaxes';

/**
 * Reports the comments (and documentation strings) between two offsets.
 * What is not terminated ends with its line, or with the text where it may span lines.
 */
export function scanCode(text: string, from: number, to: number, syntax: Syntax, report: ReportProse): void {
  const { rules, special } = compile(syntax);
  const comments = createCommentReporter(text, report);
  /** Open braces inside each `${` that we are in, innermost last. */
  const templates: { readonly rule: StringRule; braces: number }[] = [];
  let position = from;
  while (position < to) {
    const code = text.charCodeAt(position);
    // Nearly every character is neither: keep its path short.
    if (code >= 128 || special[code] === 0) {
      position += 1;
      continue;
    }
    const inner = templates.at(-1);
    if (inner !== undefined && (code === OPEN_BRACE || code === CLOSE_BRACE)) {
      inner.braces += code === OPEN_BRACE ? 1 : -1;
      position += 1;
      if (inner.braces === 0) {
        templates.pop();
        position = skipTemplate(position, inner.rule);
      }
      continue;
    }
    const rule = rules[code]?.find((candidate) => text.startsWith(candidate.open, position) && fits(text, position, from, candidate));
    position = rule === undefined ? position + 1 : consume(position, rule);
  }
  comments.finish();

  function consume(start: number, rule: Rule): number {
    const body = start + rule.open.length;
    switch (rule.kind) {
      case 'line': {
        const end = lineEnd(text, body, to);
        comments.line(body, end);
        return end;
      }
      case 'block': {
        const end = closing(text, rule.close, body, to);
        comments.block(body, end);
        return end + rule.close.length;
      }
      case 'regex':
        return regexEnd(text, start, to);
      case 'string': {
        if (rule.string.template) return skipTemplate(body, rule.string);
        const end = stringEnd(text, body, to, rule.string);
        if (rule.string.prose && opensStatement(text, start, from)) comments.block(body, end);
        return end + (rule.string.close ?? rule.string.open).length;
      }
    }
  }

  /** Skips a template literal's text, up to its end or to the code in the next `${`. */
  function skipTemplate(start: number, rule: StringRule): number {
    let at = start;
    while (at < to) {
      const code = text.charCodeAt(at);
      if (code === 92 /* \ */) at += 2;
      else if (code === 96 /* ` */) return at + 1;
      else if (code === 36 /* $ */ && text.charCodeAt(at + 1) === 123) {
        templates.push({ rule, braces: 1 });
        return at + 2;
      } else at += 1;
    }
    return at;
  }
}

const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

type Rule = { readonly open: string } & (
  | { readonly kind: 'line'; readonly comment: LineComment }
  | { readonly kind: 'block'; readonly close: string }
  | { readonly kind: 'string'; readonly string: StringRule }
  | { readonly kind: 'regex' }
);

interface CompiledSyntax {
  /** By the character code that they begin with, longer openings first (`"""` before `"`). */
  readonly rules: readonly (readonly Rule[] | undefined)[];
  /** 1 for each character code (below 128) that needs a closer look. */
  readonly special: Uint8Array;
}

const compiledSyntaxes = new WeakMap<Syntax, CompiledSyntax>();

function compile(syntax: Syntax): CompiledSyntax {
  const known = compiledSyntaxes.get(syntax);
  if (known !== undefined) return known;
  const rules: Rule[] = [
    ...syntax.block.map(([open, close]): Rule => ({ kind: 'block', open, close })),
    ...syntax.line.map((comment): Rule => ({ kind: 'line', open: comment.open, comment })),
    ...syntax.strings.map((string): Rule => ({ kind: 'string', open: string.open, string })),
    ...(syntax.regex ? [{ kind: 'regex', open: '/' } as const] : []),
  ];
  const table: (Rule[] | undefined)[] = new Array<Rule[] | undefined>(128).fill(undefined);
  for (const rule of rules.sort((a, b) => b.open.length - a.open.length)) {
    (table[rule.open.charCodeAt(0)] ??= []).push(rule);
  }
  const isBrace = (code: number) => code === OPEN_BRACE || code === CLOSE_BRACE;
  const compiled = { rules: table, special: Uint8Array.from(table, (found, code) => (found !== undefined || isBrace(code) ? 1 : 0)) };
  compiledSyntaxes.set(syntax, compiled);
  return compiled;
}

/** Whether a rule applies here, beyond its opening. */
function fits(text: string, position: number, from: number, rule: Rule): boolean {
  const before = position > from ? text.charCodeAt(position - 1) : 10;
  switch (rule.kind) {
    case 'line': {
      const { after, spaced, open } = rule.comment;
      if (spaced && !isSpace(text.charCodeAt(position + open.length))) return false;
      return after === undefined || (after === 'word' ? isSpace(before) : lastSolid(text, position, from) === 10);
    }
    case 'string':
      if (rule.string.character) return isCharacter(text, position);
      return !rule.string.atValue || '\n:-[{,'.includes(String.fromCharCode(lastSolid(text, position, from)));
    case 'regex':
      return startsOperand(text, position, from);
    case 'block':
      return true;
  }
}

function stringEnd(text: string, from: number, to: number, { open, close = open, escape, multiline }: StringRule): number {
  const [first, escapeCode] = [close.charCodeAt(0), escape?.charCodeAt(0)];
  for (let position = from; position < to; position += 1) {
    const code = text.charCodeAt(position);
    if (code === escapeCode) position += 1;
    else if (code === 10 && !multiline) return position - close.length + 1;
    else if (code === first && (close.length === 1 || text.startsWith(close, position))) return position;
  }
  return to;
}

function closing(text: string, close: string, from: number, to: number): number {
  const end = text.indexOf(close, from);
  return end < 0 || end > to ? to : end;
}

function lineEnd(text: string, from: number, to: number): number {
  return closing(text, '\n', from, to);
}

/** `'x'`, `'\n'`, `'\u{1F600}'`, an astral character: whole, and at most a dozen code units long. */
function isCharacter(text: string, position: number): boolean {
  if (text.charCodeAt(position + 1) !== 92 /* \ */) {
    return text.charCodeAt(position + 2) === 39 || text.charCodeAt(position + 3) === 39;
  }
  return text.slice(position + 3, position + 13).includes("'");
}

const LONGEST_REGEX = 1000;

/** The end of a regular expression on this line; a slash with no partner nearby is a division after all. */
function regexEnd(text: string, start: number, to: number): number {
  let inClass = false;
  for (let position = start + 1; position < Math.min(to, start + LONGEST_REGEX); position += 1) {
    const code = text.charCodeAt(position);
    if (code === 10) break;
    if (code === 92 /* \ */) position += 1;
    else if (code === 91 /* [ */) inClass = true;
    else if (code === 93 /* ] */) inClass = false;
    else if (code === 47 /* / */ && !inClass) return position + 1;
  }
  return start + 1;
}

/** A slash after an operator or an opening bracket, or after `return`, cannot divide. */
function startsOperand(text: string, position: number, from: number): boolean {
  let at = position - 1;
  while (at >= from && isSpace(text.charCodeAt(at)) && text.charCodeAt(at) !== 10) at -= 1;
  if (at < from) return true;
  const before = text.charAt(at);
  return '\n(,=:[!&|?{};+-*%~^<>'.includes(before) || (before === 'n' && text.startsWith('return', at - 5));
}

/** A string that begins a line is documentation; one that is assigned or passed is a value. */
function opensStatement(text: string, position: number, from: number): boolean {
  let at = position - 1;
  // A prefix such as r"""…""" belongs to the string, as does Elixir's @doc before it.
  while (at >= from && (isSpace(text.charCodeAt(at)) || /[rRbBuUfF]/.test(text.charAt(at))) && text.charCodeAt(at) !== 10) at -= 1;
  return at < from || text.charCodeAt(at) === 10 || text.startsWith('doc', at - 2);
}

/** The last character before a position, on its line, that is not a space; 10 when there is none. */
function lastSolid(text: string, position: number, from: number): number {
  let at = position - 1;
  while (at >= from && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at -= 1;
  return at < from ? 10 : text.charCodeAt(at);
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
