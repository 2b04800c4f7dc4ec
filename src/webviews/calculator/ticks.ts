/** Numbers along an axis. */
import { svg } from '../shared/dom';

/** Of a sign of a tick, about. */
export const SIGN_WIDTH = 6.4;

/** Below a horizontal axis; those at the ends move inwards where they would be cut. */
export function tickLabel(text: string, at: number, y: number, width: number): SVGElement {
  const half = (text.length * SIGN_WIDTH) / 2;
  return svg('text', { class: 'tick', x: Math.min(Math.max(at, half), width - half), y, 'text-anchor': 'middle' }, text);
}
