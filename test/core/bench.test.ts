import assert from 'node:assert/strict';
import { findMentions, loadLibrary, type CompiledLibrary, type Library } from '../../src/core';
import { generatedLibrary } from '../bench/generated';
import { contentLibrary } from './support/contentLibrary';

/** What `npm run bench` measures with must be a library, or its numbers mean nothing. Nothing here is timed. */
describe('The generated library', () => {
  const real = contentLibrary();
  const compiled = { version: 1, entries: real.all(), paths: real.paths, labs: real.labs, quizzes: [...real.quizzes.values()], calculators: real.calculators, scale: real.scale, glossary: real.glossary } satisfies CompiledLibrary;
  const generated = generatedLibrary(compiled, 10);
  const library = loadLibrary(generated);

  it('has ten times the entries, the real ones among them', () => {
    assert.equal(library.all().length, 10 * real.all().length);
    for (const entry of real.all()) assert.deepEqual(library.get(entry.id), entry);
  });

  it('repeats no id, title or summary', () => {
    for (const key of ['id', 'path', 'title', 'summary'] as const) {
      const values = library.all().map((entry) => entry[key].toLowerCase());
      assert.equal(new Set(values).size, values.length, `some entries have the same ${key}`);
    }
  });

  it('brings new words with every copy', () => {
    const words = (entries: CompiledLibrary['entries']): number => new Set(entries.flatMap(({ title, summary }) => `${title} ${summary}`.toLowerCase().match(/\p{L}+/gu) ?? [])).size;
    const [one, five, ten] = [1, 5, 10].map((times) => words(generated.entries.slice(0, times * real.all().length)));
    assert.ok(one !== undefined && five !== undefined && ten !== undefined && five > 2 * one && ten > 1.5 * five, `${one}, ${five}, ${ten} words`);
  });

  it('relates the copies among themselves, as the real entries are', () => {
    const relations = (of: Library): number => of.all().reduce((sum, { id }) => sum + of.related(id).length, 0);
    assert.equal(relations(library), 10 * relations(real));
  });

  it('can be recognised by its names', () => {
    const entry = library.all('pattern').find(({ id, mentions }) => !real.get(id) && mentions.code.length > 0);
    assert.ok(entry && entry.mentions.code[0] !== undefined);
    assert.equal(findMentions(library, entry.mentions.code[0], 'plaintext')[0]?.entry.id, entry.id);
  });

  it('is the same each time', () => {
    assert.deepEqual(generatedLibrary(compiled, 10), generated);
    assert.notDeepEqual(generatedLibrary(compiled, 10, 2), generated);
  });
});
