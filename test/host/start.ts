/**
 * npm start: a real VS Code in the browser, with the packaged extension and the sample workspace.
 * Options: --port N, --fresh (a new copy of the sample workspace), --desktop (see start-desktop.ts).
 */
import { parseArgs } from 'node:util';
import { packageExtension } from '../../tools/package';
import { installHost } from './install';
import { hostNodePackage } from './versions';
import { startDesktop } from './start-desktop';
import { startedData, startedWorkspace } from './started';
import { startServer } from './server';

/** The browser keeps an editor's state per address, so the port stays the same where it is free. */
const usualPort = 18_437;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, fresh: { type: 'boolean', default: false }, desktop: { type: 'boolean', default: false } },
  });
  if (!values.desktop && !hostNodePackage()) {
    throw new Error(
      `There is no server build of VS Code for ${process.platform}-${process.arch}. Use your installed VS Code: npm run start:desktop`,
    );
  }
  console.log('Building and packaging …');
  const vsix = await packageExtension();
  const workspace = startedWorkspace(values.fresh);
  if (values.desktop) return startDesktop(vsix, workspace);

  const host = await installHost();
  console.log('Starting VS Code …');
  const options = { name: 'start', vsix, dataFolder: startedData, gallery: true };
  const server = values.port
    ? await startServer(host, { ...options, port: Number(values.port) })
    : await startServer(host, { ...options, port: usualPort }).catch(() => startServer(host, options));

  server.process.once('exit', (code) => {
    if (code !== null && code !== 0) console.error(`The server has ended with code ${code}.\n${server.log.explain()}`);
    process.exit(code ?? 0);
  });
  console.log(`\nOpen this address in a browser (Ctrl+C here stops the editor):\n\n  ${server.url(workspace)}\n`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
