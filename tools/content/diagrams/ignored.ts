/**
 * Finds lines that the renderer passes over. It draws what it understands and is silent about the rest,
 * so a slip in an arrow would lose a part of the picture without an error.
 */
import type { Mermaid } from './mermaid';

/** Lines that may change nothing: comments, ends of blocks, and participants that the messages introduce as well. */
const MAY_BE_SILENT = /^(?:%%|end$|\}$|participant\b|actor\b|direction\b|deactivate\b)/;

/**
 * @param source a diagram that renders
 * @returns lines, from 1, that make no difference to the picture and should
 */
export function findIgnoredLines(source: string, mermaid: Mermaid): number[] {
  const lines = source.split('\n');
  const whole = fingerprint(source, mermaid);
  const header = lines.findIndex((line) => line.trim() !== '');
  return lines.flatMap((line, index) => {
    const text = line.trim();
    if (index <= header || text === '' || MAY_BE_SILENT.test(text)) return [];
    const others = lines.filter((_, other) => other !== index).join('\n');
    return fingerprint(others, mermaid) === whole ? [index + 1] : [];
  });
}

/** What the renderer understood; for flowcharts and states without the layout, which takes most of the time. */
function fingerprint(source: string, { parseMermaid, renderMermaidSVG }: Mermaid): string {
  try {
    if (/^\s*(?:flowchart|graph|stateDiagram)/.test(source)) {
      return JSON.stringify(parseMermaid(source), (_key, value: unknown) => (value instanceof Map ? [...value] : value));
    }
    return renderMermaidSVG(source);
  } catch (error) {
    return String(error);
  }
}
