/**
 * Makes the renderer's SVG fit for a page with a closed CSP: no styles, scripts, links or fonts, only known elements
 * and attributes, and colours only as CSS custom properties, which `src/webviews/shared/diagram.css` ties to the theme.
 * What is not on the lists fails the build instead of being dropped, so that a new renderer version is looked at.
 */
const ELEMENTS = new Set(['svg', 'defs', 'marker', 'polygon', 'polyline', 'line', 'rect', 'circle', 'ellipse', 'path', 'g', 'text', 'tspan', 'title']);
const ATTRIBUTES = new Set([
  'xmlns', 'viewBox', 'width', 'height', 'id', 'class', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'd', 'dx', 'dy', 'points',
  'fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'stroke-linecap', 'marker-start', 'marker-end', 'markerWidth',
  'markerHeight', 'markerUnits', 'refX', 'refY', 'orient', 'transform', 'text-anchor', 'dominant-baseline', 'font-size', 'font-weight', 'font-style', 'text-decoration', 'opacity',
]);
const COLOUR = /^(?:none|var\(--_?[a-z-]+\))$/;
const TAG = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g;

/**
 * @param svg the output of the renderer
 * @param prefix makes the ids unique among all diagrams that may share a page
 * @throws Error that names what is not allowed
 */
export function sanitiseSvg(svg: string, prefix: string): string {
  const withoutStyle = svg.replace(/<style>[\s\S]*?<\/style>/g, '').trim();
  const rest = withoutStyle.replace(TAG, '');
  if (rest.includes('<')) throw new Error(`the SVG holds markup that is not known: ${rest.slice(rest.indexOf('<'), rest.indexOf('<') + 60)}`);
  let root = true;
  const clean = withoutStyle.replace(TAG, (_tag, closing: string, name: string, attributes: string, empty: string) => {
    if (!ELEMENTS.has(name)) throw new Error(`the SVG holds the element <${name}>, which is not allowed`);
    if (closing !== '') return `</${name}>`;
    const kept = [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].flatMap(([, key = '', value = '']) => sanitiseAttribute(key, value, prefix, root));
    if (root) kept.push('aria-hidden="true"', 'focusable="false"');
    root = false;
    return `<${[name, ...kept].join(' ')}${empty}>`;
  });
  return clean.replace(/>\s+</g, '><');
}

function sanitiseAttribute(key: string, value: string, prefix: string, root: boolean): string[] {
  // The root's style only sets the renderer's default colours; data attributes describe the source and double the size.
  if (key.startsWith('data-') || (root && key === 'style')) return [];
  if (!ATTRIBUTES.has(key)) throw new Error(`the SVG holds the attribute ${key}="${value}", which is not allowed; remove styling from the diagram`);
  if ((key === 'fill' || key === 'stroke') && !COLOUR.test(value)) throw new Error(`the SVG holds the colour "${value}"; remove styling from the diagram, because the theme decides the colours`);
  if (key === 'id') return [`id="${prefix}-${value}"`];
  if (key.startsWith('marker-')) return [`${key}="${value.replace(/^url\(#([\w-]+)\)$/, `url(#${prefix}-$1)`)}"`];
  if (/[a-z]+\(/i.test(value) && key !== 'transform' && !COLOUR.test(value)) throw new Error(`the SVG holds ${key}="${value}", which is not allowed`);
  return [`${key}="${/^[\d\s.,-]+$/.test(value) ? value.replace(/\d+\.\d+/g, roundNumber) : value}"`];
}

/** Two decimals are finer than a pixel at any zoom, and make the files a third smaller. */
function roundNumber(number: string): string {
  return String(Math.round(Number(number) * 100) / 100);
}
