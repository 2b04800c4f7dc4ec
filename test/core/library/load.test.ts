import assert from 'node:assert/strict';
import { LibraryError, loadBody, loadLibrary } from '../../../src/core/library/load';
import { compile, validFiles, validLibrary } from './fixture';

/** The fixture as JSON has it, to be broken. */
function json(): { version: number; entries: Record<string, unknown>[]; paths: Record<string, unknown>[]; scale: Record<string, unknown>[] } {
  return JSON.parse(JSON.stringify(validLibrary())) as ReturnType<typeof json>;
}

describe('loadLibrary', () => {
  const library = loadLibrary(json());

  it('orders by kind, then by order or title', () => {
    assert.deepEqual(library.all().map(({ id }) => id), ['first-law', 'first-pillar', 'alpha-pattern', 'beta-pattern', 'case-one', 'guide-one']);
    const shuffled = json();
    shuffled.entries.reverse();
    assert.deepEqual(loadLibrary(shuffled).all(), library.all());
  });

  it('orders laws by their order, not their title', () => {
    const data = json();
    const law = data.entries.find(({ kind }) => kind === 'law');
    data.entries.push({ ...law, id: 'a-law', title: 'A Law', order: 2 });
    assert.deepEqual(loadLibrary(data).all('law').map(({ id }) => id), ['first-law', 'a-law']);
  });

  it('gives the entries of one kind, with its type', () => {
    assert.deepEqual(library.all('pattern').map(({ tier }) => tier), ['gold', 'gold']);
    assert.equal(library.get('alpha-pattern')?.title, 'Alpha Pattern');
    assert.equal(library.get('Alpha Pattern'), undefined);
    assert.equal(library.paths[0]?.id, 'path-one');
    assert.deepEqual(library.scale.map(({ tier }) => tier), ['small', 'growing', 'large', 'global']);
  });

  it('finds by title, id and alias, whatever the case and the separators', () => {
    const data = json();
    data.entries = data.entries.map((entry) => (entry['id'] === 'alpha-pattern' ? { ...entry, aliases: ['First Letter', 'A-P'] } : entry));
    const found = loadLibrary(data);
    for (const name of ['alpha-pattern', 'Alpha Pattern', 'ALPHA_PATTERN', 'alphaPattern', ' alpha  pattern ', 'first letter', 'FirstLetter', 'ap']) {
      assert.equal(found.find(name)?.id, 'alpha-pattern', name);
    }
    for (const name of ['', ' ', '-', 'alpha', 'gamma', '__proto__', 'constructor']) assert.equal(found.find(name), undefined, name);
  });

  it('lets an id win over a title, and a title over an alias', () => {
    const data = json();
    data.entries = data.entries.map((entry) => (entry['id'] === 'alpha-pattern' ? { ...entry, aliases: ['Beta Pattern'] } : entry));
    assert.equal(loadLibrary(data).find('beta pattern')?.id, 'beta-pattern');
  });

  const related = (id: string): string[] => library.related(id).map(({ relation, entry, direction }) => `${relation} ${entry.id} ${direction}`);

  it('leaves the name to what is recognised in text, and the exact id to its owner', () => {
    const data = json();
    const alpha = data.entries.find(({ id }) => id === 'alpha-pattern');
    assert.ok(alpha);
    alpha['aliases'] = ['case one'];
    const study = data.entries.find(({ id }) => id === 'case-one');
    assert.ok(study);
    study['title'] = 'A Study';
    const found = loadLibrary(data);
    assert.equal(found.find('Case One')?.id, 'alpha-pattern');
    assert.equal(found.find('case-one')?.id, 'case-one');
  });

  it('relates from both sides, each relation once', () => {
    assert.deepEqual(related('alpha-pattern'), [
      'complements beta-pattern outgoing',
      'answers first-law outgoing',
      'serves first-pillar outgoing',
      'used-by case-one incoming',
      'explained-by guide-one incoming',
    ]);
    assert.deepEqual(related('beta-pattern'), ['complements alpha-pattern incoming', 'answers first-law outgoing', 'serves first-pillar outgoing']);
    assert.deepEqual(related('first-law'), [
      'answered-by alpha-pattern outgoing',
      'answered-by beta-pattern incoming',
      'bears-on first-pillar outgoing',
      'illustrated-by case-one incoming',
      'explained-by guide-one incoming',
    ]);
    assert.deepEqual(related('case-one'), ['uses alpha-pattern outgoing', 'illustrates first-law outgoing']);
    assert.deepEqual(related('nobody'), []);
  });

  it('keeps the reason on both sides', () => {
    for (const id of ['alpha-pattern', 'beta-pattern']) assert.equal(library.related(id)[0]?.because, 'they help each other');
    assert.equal('because' in (library.related('case-one')[0] ?? {}), false);
  });

  it('turns requires around', () => {
    const data = json();
    const alpha = data.entries.find(({ id }) => id === 'alpha-pattern');
    Object.assign(alpha ?? {}, { related: { requires: [{ id: 'beta-pattern', because: 'of reasons' }], complements: [], alternatives: [], conflicts: [] } });
    const [first] = loadLibrary(data).related('beta-pattern');
    assert.deepEqual([first?.relation, first?.entry.id, first?.because, first?.direction], ['required-by', 'alpha-pattern', 'of reasons', 'incoming']);
  });

  it('leaves out relations to entries that are not there', () => {
    const data = json();
    data.entries = data.entries.filter(({ id }) => id !== 'beta-pattern');
    assert.equal(loadLibrary(data).related('alpha-pattern').some(({ relation }) => relation === 'complements'), false);
  });

  const throws = (compiled: unknown, message: RegExp): void => {
    assert.throws(() => loadLibrary(compiled), (error) => error instanceof LibraryError && message.test(error.message) && /Rebuild it with "npm run build", or reinstall the extension\.$/.test(error.message));
  };

  it('says which field is wrong and what to do', () => {
    for (const nothing of [undefined, null, 'text', [], 5]) throws(nothing, /damaged or from another version/);
    throws({ ...json(), version: 2 }, /at version: .*received 2/);
    throws({ version: 1, entries: [], paths: [] }, /at labs: /);
    const wrongTier = json();
    const index = wrongTier.entries.findIndex(({ id }) => id === 'beta-pattern');
    Object.assign(wrongTier.entries[index] ?? {}, { tier: 'platinum' });
    throws(wrongTier, new RegExp(`at entries\\.${index}\\.tier: .*platinum`));
    const wrongKind = json();
    Object.assign(wrongKind.entries[0] ?? {}, { kind: 'poem' });
    throws(wrongKind, /at entries\.0\.kind: .*poem/);
  });

  it('rejects a key that it does not know, and an item of the wrong type deep inside', () => {
    const unknown = json();
    Object.assign(unknown.entries[0] ?? {}, { colour: 'red' });
    throws(unknown, /at entries\.0\.colour: /);
    const wrong = json();
    const index = wrong.entries.findIndex(({ id }) => id === 'alpha-pattern');
    Object.assign(wrong.entries[index] ?? {}, { signals: [{ when: 'scale.small', weight: '3', because: 'x' }] });
    throws(wrong, new RegExp(`at entries\\.${index}\\.signals\\.0\\.weight: `));
    const path = json();
    Object.assign(path.paths[0] ?? {}, { weeks: [{ title: 'x', goal: 'y', items: [{}] }] });
    throws(path, /at paths\.0\.weeks\.0\.items\.0\.id: /);
  });

  it('accepts an empty library', () => {
    assert.deepEqual(loadLibrary({ version: 1, entries: [], paths: [], labs: [], quizzes: [], scale: [], glossary: [] }).all(), []);
  });
});

describe('loadBody', () => {
  it('accepts what the compiler makes, and nothing else', () => {
    const [body] = compile(validFiles()).bodies;
    assert.deepEqual(loadBody(JSON.parse(JSON.stringify(body))), body);
    assert.throws(() => loadBody({ ...body, diagrams: undefined }), /^LibraryError: This page .* at diagrams: /);
  });
});
