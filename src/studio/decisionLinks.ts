import type { DecisionDraft, Entry } from '../core';
import { addressOfEntry } from './entryAddress';
import { describeError } from './log';
import type { Studio } from './studio';

/**
 * Each entry and, behind it, the first source of its text: the address of an entry opens in this editor only, and a record
 * is also read where code is hosted.
 */
export async function sourcedLinks(studio: Pick<Studio, 'body' | 'log'>, entries: readonly Entry[]): Promise<DecisionDraft['links']> {
  const links = await Promise.all(entries.map(async ({ id, title }) => {
    const source = await studio.body(id).then(({ references: [first] }) => first, (cause: unknown) => {
      studio.log.warn(`A decision record goes without a source of "${id}": ${describeError(cause)}`);
      return undefined;
    });
    return [
      { title, url: addressOfEntry(id) },
      ...(source ? [{ title: `${source.author}: ${source.title} (${source.year})`, url: source.url }] : []),
    ];
  }));
  return links.flat();
}
