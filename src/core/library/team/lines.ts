import type { LineOf, Yaml, YamlPath } from '../compile/yaml';

/**
 * The lines of all keys of a front matter as a table, which is a fraction of the parsed document that knows them:
 * a team's files stay in memory as long as the window.
 * @param yaml within the limits of `checkLimits`
 */
export function freezeLines({ value, lineOf }: Yaml): LineOf {
  const lines = new Map<string, number>();
  const visit = (node: unknown, path: YamlPath): void => {
    lines.set(path.join('/'), lineOf(...path));
    if (typeof node !== 'object' || node === null) return;
    for (const [key, child] of Object.entries(node)) visit(child, [...path, Array.isArray(node) ? Number(key) : key]);
  };
  visit(value, []);
  return (...path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const line = lines.get(path.slice(0, length).join('/'));
      if (line !== undefined) return line;
    }
    return lines.get('') ?? 1;
  };
}
