/**
 * Real-looking files of several languages. Beside each stands a list of every mention in it (`line: text → entry`);
 * what is not in the list must stay silent.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMentions, findMentions, type Mention } from '../../../src/core';
import { library } from './library';

const folder = join(import.meta.dirname, '../../fixtures/mentions');
const LANGUAGES: Readonly<Record<string, string>> = {
  cs: 'csharp', go: 'go', java: 'java', md: 'markdown', py: 'python', rs: 'rust', sql: 'sql', ts: 'typescript', yaml: 'yaml', yml: 'yaml',
};
const fixtures = readdirSync(folder).filter((name) => !name.endsWith('.expected'));

const describeMentions = (text: string, mentions: readonly Mention[]) =>
  mentions.map(({ entry, start, end }) => {
    const line = text.slice(0, start).split('\n').length;
    return `${line}: ${text.slice(start, end).replace(/\s+/g, ' ')} → ${entry.id}`;
  });

describe('mentions in real-looking files', () => {
  for (const name of fixtures) {
    const text = readFileSync(join(folder, name), 'utf8');
    const language = LANGUAGES[name.split('.').at(-1) ?? ''];
    assert.ok(language, `no language for ${name}`);

    it(`of ${name} are those that are listed`, () => {
      const found = describeMentions(text, findMentions(library, text, language));
      const list = join(folder, `${name}.expected`);
      // To start the list of a new fixture; read every line of it before you commit it.
      if (process.env.WRITE_EXPECTED_MENTIONS === name) writeFileSync(list, `${found.join('\n')}\n`);
      assert.deepEqual(found, readFileSync(list, 'utf8').trim().split('\n'));
    });

    it(`of ${name} are the same with Windows line ends`, () => {
      const windows = text.replaceAll('\n', '\r\n');
      assert.deepEqual(describeMentions(windows, findMentions(library, windows, language)), describeMentions(text, findMentions(library, text, language)));
    });

    it(`of ${name} are found at every position where they are, and nowhere else`, () => {
      const mentions = createMentions(library);
      const all = mentions.find(text, language);
      for (let offset = 0; offset <= text.length; offset += 1) {
        // Between the lines of a name that goes over a line break there is no word to hover.
        if (!/[a-z0-9]/i.test(text.slice(Math.max(0, offset - 1), offset + 1))) continue;
        const expected = all.findLast(({ start, end }) => start <= offset && offset <= end);
        const found = mentions.at(text, offset, language);
        assert.deepEqual([found?.entry.id, found?.start, found?.end], [expected?.entry.id, expected?.start, expected?.end], `at ${offset}: ${text.slice(offset - 20, offset)}|${text.slice(offset, offset + 20)}`);
      }
    });
  }
});
