import { relative } from 'node:path';
import { root } from './paths';

const settingsPattern = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)(")/;

/**
 * The workbench takes extensions for the browser's own extension host from its page only. So the page is rewritten on
 * its way: the extension and the suites come over HTTP, and the remote stays, as the workspace's file system.
 */
export function webHostRewriter(filesPort: number, suites: string): (html: string) => string {
  const at = (path: string): object => ({ scheme: 'http', authority: `127.0.0.1:${filesPort}`, path });
  // Tests run in the host of the extension whose folder holds them; outside of every extension, in none.
  const suitesPath = `/extension/${relative(root, suites).replaceAll('\\', '/')}`;
  return (html) => {
    if (!settingsPattern.test(html)) throw new Error('The workbench page has changed: its settings were not found in it');
    return html.replace(settingsPattern, (_all, before: string, settings: string, after: string) => {
      const parsed = JSON.parse(settings.replaceAll('&quot;', '"')) as { developmentOptions?: object };
      parsed.developmentOptions = {
        ...parsed.developmentOptions,
        extensions: [at('/extension')],
        extensionTestsPath: at(suitesPath),
      };
      return before + JSON.stringify(parsed).replaceAll('&', '&amp;').replaceAll('"', '&quot;') + after;
    });
  };
}
