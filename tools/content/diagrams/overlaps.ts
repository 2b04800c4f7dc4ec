/** Labels of arrows that cover each other: the renderer places each in the middle of its arrow and looks at no other. */

interface Label {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The margin of a label's box around its text, in pixels: boxes may touch, texts may not. */
const MARGIN = { horizontal: 8, vertical: 7 } as const;

const LABEL = /<g class="edge-label"[^>]*>\s*<rect x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)"[^>]*>\s*<text([\s\S]*?)<\/g>/g;

/** The first two labels of a drawn diagram whose texts cover each other, as texts. */
export function findCoveredLabels(svg: string): readonly [string, string] | undefined {
  const labels = [...svg.matchAll(LABEL)].map(([, x, y, width, height, text = '']): Label => ({
    text: text.slice(text.indexOf('>') + 1).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim(),
    left: Number(x) + MARGIN.horizontal,
    right: Number(x) + Number(width) - MARGIN.horizontal,
    top: Number(y) + MARGIN.vertical,
    bottom: Number(y) + Number(height) - MARGIN.vertical,
  }));
  for (const [index, a] of labels.entries()) {
    const b = labels.slice(index + 1).find((other) => a.left < other.right && other.left < a.right && a.top < other.bottom && other.top < a.bottom);
    if (b !== undefined) return [a.text, b.text];
  }
  return undefined;
}
