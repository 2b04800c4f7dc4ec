/** The first five minutes of a playbook, as steps that can be checked off. Part of `extracts.ts`: it needs the Markdown parser. */
import type { MarkdownIt as Parser, Token } from 'markdown-it';
import { parseHref } from '../library/markdown/href';
import { createParser } from '../library/markdown/parser';
import { createSlugger } from '../library/markdown/slug';

/** A piece of a step: words, code, or a link to another entry. */
export type StepPart =
  | { readonly type: 'text' | 'code'; readonly text: string }
  | { readonly type: 'link'; readonly text: string; readonly entry: string; readonly section: string | null };

export interface EmergencyStep {
  /** From the text, so that a step that was rewritten is another step; unique in its playbook. */
  readonly id: string;
  /** The whole as one line, code between backticks: a label, and a line of the incident notes. */
  readonly text: string;
  readonly parts: readonly StepPart[];
}

/** The section that holds the steps, as `compile/checks/structure.ts` demands it. */
export const STEPS_SECTION = 'First five minutes';

let parser: Parser | undefined;

/**
 * The items of the first numbered list in the section "First five minutes".
 *
 * @param markdown the body of a playbook
 * @returns none when there is no such section or list
 */
export function emergencySteps(markdown: string): readonly EmergencyStep[] {
  parser ??= createParser(false);
  const slug = createSlugger();
  return itemsOf(parser.parse(markdown, {})).map((inlines) => {
    const parts = joined(inlines.flatMap((inline, index) => [...(index > 0 ? [{ type: 'text', text: ' ' } as const] : []), ...partsOf(inline.children ?? [])]));
    const text = parts.map((part) => (part.type === 'code' ? `\`${part.text}\`` : part.text)).join('').trim();
    return { id: slug(text), text, parts };
  });
}

/** The lines of text of each item. */
function itemsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const heading = tokens.findIndex((token, index) => token.type === 'heading_open' && token.tag === 'h2' && tokens[index + 1]?.content.trim() === STEPS_SECTION);
  if (heading === -1) return [];
  const next = tokens.findIndex((token, index) => index > heading && token.type === 'heading_open' && token.tag === 'h2');
  const section = tokens.slice(heading, next === -1 ? undefined : next);
  const start = section.findIndex(({ type, level }) => type === 'ordered_list_open' && level === 0);
  const end = section.findIndex(({ type, level }, index) => index > start && type === 'ordered_list_close' && level === 0);
  const items: Token[][] = [];
  for (const token of start === -1 ? [] : section.slice(start, end)) {
    if (token.type === 'list_item_open' && token.level === 1) items.push([]);
    else if (token.type === 'inline') items.at(-1)?.push(token);
  }
  return items;
}

/** Neighbouring words are one part. */
function joined(parts: readonly StepPart[]): readonly StepPart[] {
  return parts.reduce<StepPart[]>((all, part) => {
    const last = all.at(-1);
    if (last?.type === 'text' && part.type === 'text') return [...all.slice(0, -1), { type: 'text', text: last.text + part.text }];
    return [...all, part];
  }, []);
}

function partsOf(tokens: readonly Token[]): readonly StepPart[] {
  const parts: StepPart[] = [];
  /** The link that is open: its target, and the words inside. */
  let link: { readonly entry: string; readonly section: string | null; text: string } | undefined;
  for (const token of tokens) {
    if (token.type === 'link_open') {
      const target = parseHref(String(token.attrGet('href') ?? ''));
      if (target?.type === 'entry') link = { entry: target.id, section: target.section ?? null, text: '' };
    } else if (token.type === 'link_close') {
      if (link) parts.push({ type: 'link', ...link });
      link = undefined;
    } else {
      const text = token.type === 'softbreak' || token.type === 'hardbreak' ? ' ' : token.content;
      if (text === '') continue;
      if (link) link.text += text;
      else parts.push({ type: token.type === 'code_inline' ? 'code' : 'text', text });
    }
  }
  return parts;
}
