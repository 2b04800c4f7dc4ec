import { strict as assert } from 'node:assert';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { layersRule } from '../../tools/lint/layers.mjs';

/** Lints one file as eslint.config.mjs would and returns the messages. */
function lint(filename: string, code: string): string[] {
  const config: Linter.Config = {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    plugins: { studio: { rules: { layers: layersRule } } },
    rules: { 'studio/layers': 'error' },
  };
  return new Linter().verify(code, [config], { filename }).map((message) => message.message);
}

describe('The layer rule', () => {
  const violations: readonly (readonly [file: string, code: string, says: RegExp])[] = [
    ['src/core/a/b.ts', "import * as vscode from 'vscode';", /must not know the editor/],
    ['src/core/a/b.ts', "import type { Uri } from 'vscode';", /must not know the editor/],
    ['src/core/a.ts', "import { join } from 'node:path';", /does not exist in the web/],
    ['src/core/a.ts', "import { join } from 'path';", /does not exist in the web/],
    ['src/core/a.ts', "import { x } from '../features/page';", /core must not import feature "page"/],
    ['src/core/a.ts', "export { x } from '../studio/log';", /core must not import studio/],
    ['src/core/a.ts', "export * from '../webviews/protocol';", /core must not import protocol/],
    ['src/core/a.ts', "const x = await import('../ids');", /core must not import ids/],
    ['src/core/a.ts', "type X = import('../ids').X;", /core must not import ids/],
    ['src/core/a.ts', "import x = require('../ids');", /core must not import ids/],
    ['src/core/a.ts', "const x = require('../ids');", /core must not import ids/],
    ['src/core/a.ts', "import x from '../../tools/x';", /outside of src/],
    ['src/features/hover/index.ts', "import { x } from '../search';", /feature "hover" must not import feature "search"/],
    ['src/features/hover/index.ts', "import { x } from '../../webviews/page/main';", /must not import page "page"/],
    ['src/features/hover/index.ts', "import { x } from '../../extension';", /must not import extension/],
    ['src/features/hover/index.ts', "import { x } from '../../api';", /must not import api/],
    ['src/webviews/page/main.ts', "import { x } from '../learning/main';", /page "page" must not import page "learning"/],
    ['src/webviews/page/main.ts', "import { x } from '../../features/page';", /must not import feature/],
    ['src/webviews/shared/dom.ts', "import { x } from '../page/main';", /page helpers must not import page/],
    ['src/studio/studio.ts', "import { x } from '../features/hover';", /studio must not import feature/],
    ['src/helpers/a.ts', "import { x } from '../core';", /in no layer/],
  ];
  for (const [file, code, says] of violations) {
    it(`finds ${code} in ${file}`, () => {
      const messages = lint(file, code);
      assert.equal(messages.length, 1, messages.join('\n'));
      assert.match(messages[0] ?? '', says);
    });
  }

  const allowed: readonly (readonly [file: string, code: string])[] = [
    ['src/core/a/b.ts', "import { x } from '../c'; import * as v from 'valibot';"],
    ['src/features/hover/index.ts', "import * as vscode from 'vscode'; import { x } from './model'; import { y } from '../../core';"],
    ['src/features/hover/index.ts', "import { x } from '../../studio/studio'; import { ids } from '../../ids';"],
    ['src/features/page/panel.ts', "import type { ToPage } from '../../webviews/protocol';"],
    ['src/webviews/protocol/page.ts', "import { LabelsSchema } from './shared';"],
    ['src/webviews/page/main.ts', "import './main.css'; import { x } from '../shared/dom'; import { y } from '../protocol';"],
    ['src/extension.ts', "import { x } from './features/hover'; import { y } from './studio/studio';"],
    ['test/core/a.test.ts', "import { x } from '../../src/extension'; import 'node:path';"],
  ];
  for (const [file, code] of allowed) {
    it(`allows ${code} in ${file}`, () => assert.deepEqual(lint(file, code), []));
  }
});
