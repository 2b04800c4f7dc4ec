import * as v from 'valibot';
import { isAlias, isCollection, isMap, isPair, isScalar, visit } from 'yaml';
import type { Document } from 'yaml';
import type { Report } from './source';
import { composeYaml } from './yamlDocuments';

export type YamlPath = readonly (string | number)[];
/** The line of a key, or of the nearest thing around it that exists; lines count from 1 in the file. */
export type LineOf = (...path: (string | number)[]) => number;

export interface Yaml {
  readonly value: unknown;
  readonly lineOf: LineOf;
}

/**
 * Parses YAML and reports its errors.
 * @param text YAML only
 * @param firstLine the line of the file on which `text` starts
 * @returns undefined when it is not YAML at all
 */
export function parseYaml(text: string, firstLine: number, report: Report): Yaml | undefined {
  const composed = composeYaml(text);
  const [document, another] = composed?.documents ?? [];
  if (composed === undefined || document === undefined) {
    report(firstLine, 'not valid YAML: it is nested too deeply; write it with fewer levels');
    return undefined;
  }
  const { lines } = composed;
  // Reading never trusts its text: nesting and aliases without end are errors like any other.
  const toValue = (): { readonly value: unknown } | undefined => {
    try {
      return { value: document.toJS() as unknown };
    } catch (error) {
      report(firstLine, `cannot be read as YAML: ${(error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''}; write the values without anchors and aliases`);
      return undefined;
    }
  };
  for (const error of document.errors) {
    const line = lines.linePos(error.pos[0]).line + firstLine - 1;
    report(line, `not valid YAML: ${(error.message.split('\n')[0] ?? '')}; quote values that hold ": " or start with a special character`);
  }
  if (another !== undefined) report(firstLine, 'not valid YAML: it holds several documents; remove the lines "---" inside');
  if (document.errors.length > 0 || another !== undefined) return undefined;
  const strange = offsetOfStrangeKey(document);
  if (strange !== undefined) {
    report(lines.linePos(strange).line + firstLine - 1, 'a key must be a plain text, and not a list, a map or an alias; quote values that start with "{" or "["');
    return undefined;
  }
  const lineOf: LineOf = (...path) => lines.linePos(offsetOf(document, path)).line + firstLine - 1;
  const read = toValue();
  return read && { value: read.value, lineOf };
}

/** Reports what is not YAML in a code block, which may hold several documents; lines count as in `parseYaml`. */
export function checkYamlText(text: string, firstLine: number, report: Report): void {
  const composed = composeYaml(text);
  if (composed === undefined) report(firstLine, 'the configuration is nested too deeply; write it with fewer levels');
  for (const document of composed?.documents ?? []) {
    for (const error of document.errors) {
      report((composed?.lines.linePos(error.pos[0]).line ?? 1) + firstLine - 1, `the configuration is not valid YAML: ${(error.message.split('\n')[0] ?? '')}`);
    }
  }
}

/** Where a key stands that is no text, such as that of a value `{{ name }}` without quotes: reading it would write it out as YAML. */
function offsetOfStrangeKey(document: Document): number | undefined {
  let offset: number | undefined;
  visit(document, {
    Pair: (_key, { key }) => {
      const isBytesOrDate = isScalar(key) && typeof key.value === 'object' && key.value !== null;
      if (!isCollection(key) && !isAlias(key) && !isBytesOrDate) return undefined;
      offset = key.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

/** Walks as far along the path as the document goes. */
function offsetOf(document: Document, path: YamlPath): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isAlias(node) || !isCollection(node)) break;
    const child: unknown = isMap(node)
      ? node.items.find((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === step)
      : node.items[Number(step)];
    if (child === undefined) break;
    const start: unknown = isPair(child) ? child.key : child;
    if (typeof start === 'object' && start !== null && 'range' in start && Array.isArray(start.range)) offset = Number(start.range[0]);
    node = isPair(child) ? child.value : child;
  }
  return offset;
}

/**
 * Validates a parsed value and reports each issue on the line of its key.
 * @returns undefined when anything is wrong
 */
export function validateYaml<Schema extends v.GenericSchema>(schema: Schema, yaml: Yaml, report: Report, root: YamlPath = []): v.InferOutput<Schema> | undefined {
  const value = root.reduce<unknown>((node, step) => (node as Record<string | number, unknown>)[step], yaml.value);
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const path = (issue.path ?? []).map((item) => item.key as string | number);
    report(yaml.lineOf(...root, ...path), describeIssue(issue, path));
  }
  return undefined;
}

/**
 * The same, for entries that may be imperfect: what has the right shape is read although it breaks rules for single
 * values (lengths, patterns, dates), which are reported as warnings.
 * @returns undefined when a key is missing, unknown or of the wrong type, or a value is not on its list
 */
export function readYaml<Schema extends v.GenericSchema>(schema: Schema, yaml: Yaml, report: Report): v.InferOutput<Schema> | undefined {
  const result = v.safeParse(schema, yaml.value);
  for (const issue of result.issues ?? []) {
    const path = (issue.path ?? []).map((item) => item.key as string | number);
    report(yaml.lineOf(...path), describeIssue(issue, path), issue.kind === 'schema' ? 'error' : 'warning');
  }
  return result.typed ? result.output : undefined;
}

function describeIssue(issue: v.BaseIssue<unknown>, path: YamlPath): string {
  const name = path.join('.');
  if (issue.type === 'strict_object' && issue.expected === 'never') return `unknown key "${name}"; remove it, or see content/README.md for the keys of this kind`;
  if (issue.type === 'strict_object' && path.length > 0 && issue.received === 'undefined') return `"${name}" is missing; add it`;
  if (issue.type === 'strict_object') return `must be a map of keys; see content/README.md`;
  if (issue.type === 'picklist' && issue.message.startsWith('Invalid type')) {
    return `"${name}" is ${issue.received}; use one of ${(issue.expected ?? '').replace(/^\(|\)$/g, '').replaceAll(' | ', ', ')}`;
  }
  if (issue.message.startsWith('Invalid type')) return `"${name}" is ${issue.received}; it must be of the type ${issue.expected}`;
  if (issue.message.startsWith('Invalid')) return `"${name}" is ${issue.received}; it must be ${issue.expected ?? 'another value'}`;
  return `"${name}" ${issue.message}`;
}
