import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EMERGENCY_ORDER, matchEmergencies } from '../../../src/core';
import { MEANINGS } from '../../../src/core/advice/shorthand';
import { contentLibrary } from '../support/contentLibrary';

const library = contentLibrary();
const playbooks = library.all('playbook');
const ids = (text: string): string[] => matchEmergencies(library, text).map(({ playbook }) => playbook.id);
const first = (text: string): string | undefined => ids(text)[0];

describe('Matching an emergency', () => {
  for (const playbook of playbooks) {
    it(`finds ${playbook.title} first by each of its symptoms, its title and its other names`, () => {
      for (const symptom of playbook.symptoms) {
        const [match] = matchEmergencies(library, symptom);
        assert.deepEqual([match?.playbook.id, match?.symptom], [playbook.id, symptom]);
      }
      for (const name of [playbook.title, ...playbook.aliases]) assert.equal(first(name), playbook.id, name);
    });

    it(`finds ${playbook.title} while a symptom is being typed`, () => {
      for (const symptom of playbook.symptoms) {
        const words = symptom.split(' ');
        const begun = words.slice(0, Math.max(2, Math.ceil(words.length * 0.6))).join(' ');
        assert.ok(ids(begun).slice(0, 3).includes(playbook.id), begun);
      }
    });
  }

  for (const [text, id] of [
    ['queue', 'queue-backlog'],
    ['qeue', 'queue-backlog'],
    ['kafka lag', 'queue-backlog'],
    ['timeouts', 'latency-spike'],
    ['timeuots', 'cascading-failures'], // in both: the order of all decides,
    ['503', 'cascading-failures'],
    ['503 from checkout', 'cascading-failures'],
    ['504', 'latency-spike'],
    ['429', 'rate-limits-breached'],
    ['to many conections', 'overwhelmed-database'],
    ['conection pool exausted', 'overwhelmed-database'],
    ['NXDOMAIN', 'failing-service-discovery'],
    ['nxdomian', 'failing-service-discovery'],
    ['CrashLoopBackOff', 'bad-deployment'],
    ['errors since the release', 'bad-deployment'],
    ['p99', 'latency-spike'],
    ['the database is slow', 'overwhelmed-database'],
    ['hot shard', 'hot-partition'],
    ['aws region', 'region-loss'],
    ['customers see wrong data', 'inconsistent-data'],
  ] as const) {
    it(`leads "${text}" to ${id}`, () => { assert.equal(first(text), id, ids(text).join(', ')); });
  }

  it('names the symptom that begins with what is typed before one that ends with it', () => {
    assert.equal(matchEmergencies(library, 'queue')[0]?.symptom, 'Queue grows although consumers run');
    assert.equal(matchEmergencies(library, 'dead queue')[0]?.symptom, 'Dead letter queue fills');
    assert.equal(matchEmergencies(library, '')[0]?.symptom, undefined);
  });

  it('offers all in a fixed order when nothing is typed, and none for nonsense', () => {
    assert.deepEqual(ids('  '), EMERGENCY_ORDER);
    assert.deepEqual([...EMERGENCY_ORDER].sort(), playbooks.map(({ id }) => id).sort());
    for (const nonsense of ['qxzvbn', '?!', 'zzzz zzzz']) assert.deepEqual(ids(nonsense), [], nonsense);
  });

  it('gives each playbook once, best first, the same each time, whatever is typed', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.constantFrom('503 oom', 'the', 'errors', 'lag 504 down')), (text) => {
      const matches = matchEmergencies(library, text);
      assert.deepEqual(matches, matchEmergencies(library, text));
      assert.equal(new Set(matches.map(({ playbook }) => playbook)).size, matches.length);
      for (const [index, { score }] of matches.entries()) assert.ok(score >= 0 && score <= (matches[index - 1]?.score ?? 1));
    }));
  });

  it('knows shorthand only for symptoms that exist', () => {
    const symptoms = playbooks.flatMap((playbook) => playbook.symptoms.map((symptom) => symptom.toLowerCase()));
    for (const phrase of [...MEANINGS.values()].flat()) assert.ok(symptoms.some((symptom) => symptom.startsWith(phrase)), phrase);
  });
});
