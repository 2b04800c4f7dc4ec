import * as vscode from 'vscode';
import type { Log } from './log';

/** The part of the core that parses YAML and Markdown. */
export type Parsing = typeof import('../core/parsing');

/** Loads it with the first call. Rejects with a message for people when it is missing or damaged; the next call tries again. */
export type LoadParsing = () => Promise<Parsing>;

const FILE = 'parsing.js';

/** A file that was cut off between two statements, or written by another version, would lack some. */
const NAMES = Object.keys({
  companyMarkdown: true, emergencySteps: true, joinTeamEntries: true, readTeamEntry: true, toPortableMarkdown: true,
} satisfies Record<keyof Parsing, true>) as (keyof Parsing)[];

/**
 * The parsers are a third of the code, and most windows never need them, so they are a bundle beside that of the
 * extension. A web extension host gives an extension one script and no `import()`, so the bundle is read as a file and
 * evaluated, just as that host loads the extension itself; the Node host does the same, to have one way for both.
 */
export function createParsing(extensionUri: vscode.Uri, log: Log): LoadParsing {
  const uri = vscode.Uri.joinPath(extensionUri, 'dist', FILE);
  let loading: Promise<Parsing> | undefined;

  async function load(): Promise<Parsing> {
    try {
      const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      return evaluate(`${source}\n//# sourceURL=${uri.toString()}`); // stack traces and debuggers name the file
    } catch (cause) {
      log.error(`Cannot load dist/${FILE}`, cause);
      throw new Error(
        vscode.l10n.t('A part of Distributed Systems Studio cannot be loaded. Reinstall the extension; nothing of yours is lost, and the log says what is wrong.'),
        { cause },
      );
    }
  }

  return () => {
    loading ??= load();
    loading.catch(() => { loading = undefined; });
    return loading;
  };
}

/** The bundle is CommonJS and gets no `require`: it needs neither the editor nor Node. */
function evaluate(source: string): Parsing {
  const module = { exports: {} as Partial<Record<keyof Parsing, unknown>> };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- a file of the extension itself, as trusted as the one that reads it
  new Function('module', 'exports', source)(module, module.exports);
  const missing = NAMES.filter((name) => typeof module.exports[name] !== 'function');
  if (missing.length > 0) throw new Error(`It has no ${missing.join(', ')}`);
  return module.exports as Parsing;
}
