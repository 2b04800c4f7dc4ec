import type { RenderOptions } from '../../core/reading';
import type { Readable } from '../protocol';

/** How the core's renderer is to render a text that the host sent. */
export function renderOptions({ labels, unknown }: Readable): RenderOptions {
  const missing = new Set(unknown);
  return { labels, hasEntry: (id) => !missing.has(id) };
}
