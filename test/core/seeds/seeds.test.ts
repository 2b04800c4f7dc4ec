import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../../src/ids';
import { contentLibrary } from '../support/contentLibrary';
import { LINKS, TO_COME, TOPICS, type Place } from './map';

interface Seeds {
  readonly links: readonly { readonly target: string; readonly texts: readonly string[] }[];
  readonly unlinkedTopics: readonly string[];
}
const seeds = JSON.parse(readFileSync(join(import.meta.dirname, 'seed-links.json'), 'utf8')) as Seeds;

/** Why a place is not there; undefined when it is. */
function whyMissing(place: Place): string | undefined {
  const library = contentLibrary();
  switch (place.type) {
    case 'entry': {
      const entry = library.get(place.id);
      if (entry === undefined) return `no entry "${place.id}"`;
      return place.section === undefined || entry.sections.some(({ id }) => id === place.section) ? undefined : `no section "${place.section}" in "${place.id}"`;
    }
    case 'path':
      return library.paths.some(({ id }) => id === place.id) ? undefined : `no path "${place.id}"`;
    case 'command':
      return place.name in COMMANDS ? undefined : `no command "${place.name}"`;
    case 'to-come':
      return undefined;
  }
}

describe('Every link of the seed documents', () => {
  it('has a line in the map, and the map has no other', () => {
    assert.deepEqual(Object.keys(LINKS).sort(), seeds.links.map(({ target }) => target).sort());
    assert.deepEqual(Object.keys(TOPICS).sort(), [...seeds.unlinkedTopics].sort());
    assert.equal(seeds.links.length, 177);
    assert.equal(seeds.unlinkedTopics.length, 11);
  });

  for (const [target, places] of Object.entries({ ...LINKS, ...TOPICS })) {
    it(`leads somewhere: ${target}`, () => {
      assert.ok(places.length > 0);
      assert.deepEqual(places.flatMap((place) => whyMissing(place) ?? []), []);
    });
  }
});

describe('The list of what is to come', () => {
  it('holds nothing that exists by now', () => {
    const there = Object.keys(TO_COME).filter((what) => what in COMMANDS || contentLibrary().paths.some(({ id }) => what === `path:${id}`));
    assert.deepEqual(there, [], 'take it off the list, and point its links at it');
  });

  it('holds nothing that no link needs', () => {
    const needed = Object.values(LINKS).flat().flatMap((place) => (place.type === 'to-come' ? [place.what] : []));
    assert.deepEqual(Object.keys(TO_COME).filter((what) => !needed.includes(what as keyof typeof TO_COME)), []);
  });
});
