import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';

/** Everything that talks to VS Code; the core has no words of its own. */
const folders = ['src/features', 'src/studio'];

function sources(): { extension: '.ts'; contents: string; path: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => ({ extension: '.ts' as const, path: join(folder, file), contents: readFileSync(join(folder, file), 'utf8') })),
  );
}

describe('Translation', () => {
  it('has every string of the code in l10n/bundle.l10n.json, and no other: run "npm run l10n" to mend it', async () => {
    const expected = await getL10nJson(sources());
    const shipped = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as Record<string, unknown>;
    assert.deepEqual(Object.keys(shipped).sort(), Object.keys(expected).sort());
  }).timeout(60_000); // The extractor parses every file with tree-sitter.

  it('shows no message that has not gone through l10n.t', () => {
    // Calls that put words in front of people, with a literal where a translated string should be.
    const literal = /show(?:Information|Warning|Error)Message\(\s*['"`]|\.(?:title|placeholder|tooltip|description|detail|label)\s*=\s*['"`][A-Za-z]/;
    for (const { path, contents } of sources()) {
      contents.split('\n').forEach((line, index) => { assert.doesNotMatch(line, literal, `${path}:${index + 1}`); });
    }
  });
});
