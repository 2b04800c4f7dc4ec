import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock';
import { hostFolder } from './paths';
import { npm } from './run';
import { codeServer, hostNode, hostNodePackage } from './versions';

/** An installed server build of VS Code. */
export interface Host {
  /** The Node binary that the server runs on. */
  readonly node: string;
  /** The server's entry script. */
  readonly server: string;
}

const stampFile = join(hostFolder, 'stamp.json');

/** Installs the server build of VS Code from npm, once; later calls only read the stamp. */
export async function installHost(): Promise<Host> {
  const nodePackage = hostNodePackage();
  if (!nodePackage) {
    throw new Error(
      `There is no server build of VS Code for ${process.platform}-${process.arch}. ` +
        'Use the installed desktop VS Code instead: npm run start:desktop, npm run test:desktop',
    );
  }
  const modules = join(hostFolder, 'node_modules');
  const vscode = join(modules, 'code-server', 'lib', 'vscode');
  const host: Host = {
    node: join(modules, nodePackage, 'bin', 'node'),
    server: join(vscode, 'out', 'server-main.js'),
  };
  const stamp = JSON.stringify({ codeServer, [nodePackage]: hostNode, parts: 3 });
  await withLock('host', async () => {
    if (isStamped(stamp) && existsSync(host.node) && existsSync(host.server)) return;
    // The stamp is written last, so a folder without it is the remains of an interrupted install.
    rmSync(hostFolder, { recursive: true, force: true });
    mkdirSync(hostFolder, { recursive: true });
    // A package.json of its own keeps npm from climbing to the project's.
    writeFileSync(join(hostFolder, 'package.json'), '{ "private": true }\n');
    const flags = ['install', '--ignore-scripts', '--no-audit', '--no-fund'];
    const started = Date.now();
    console.log(`Installing VS Code (code-server ${codeServer}) into .vscode-test/host, about 600 MB, once`);
    console.log('  1/3 server and Node 24 …');
    await npm([...flags, `code-server@${codeServer}`, `${nodePackage}@${hostNode}`], hostFolder);
    console.log("  2/3 the server's own packages …");
    // Its optional packages are native modules that need a compiler and headers; it runs without them.
    await npm([...flags, '--omit=dev', '--omit=optional'], vscode);
    console.log('  3/3 TypeScript, without which the editor complains about every .ts file …');
    await npm([...flags, '--omit=dev', '--omit=optional'], join(vscode, 'extensions'));
    writeFileSync(stampFile, stamp);
    console.log(`  done in ${Math.round((Date.now() - started) / 1000)} s`);
  });
  return host;
}

function isStamped(stamp: string): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
}
