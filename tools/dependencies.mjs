// Runs before anything is installed: Node built-ins only.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const lockFolder = join(root, '.vscode-test', 'dependencies.lock');

/** Installs the project's npm packages when they are absent or not those of package-lock.json. */
export async function ensureDependencies() {
  requireNode(20, 19);
  if (isInstalled()) return;
  const release = await lock();
  try {
    if (isInstalled()) return; // another run has just done it
    refuseLink();
    console.log("Installing the project's npm packages …");
    const { command, args, shell } = npmCommand(['ci', '--no-audit', '--no-fund']);
    const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell });
    if (status !== 0) throw new Error('npm could not install the packages; its message is above. Run the same command again to go on.');
  } finally {
    release();
  }
}

/**
 * Runs a TypeScript program of this project and ends as it ends. Ctrl+C reaches the program itself, which ends what it
 * has started; this process waits for it.
 * @param {string} file
 * @param {string[]} args
 */
export function runTypeScript(file, args) {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const child = spawn(process.execPath, ['--import', tsx, join(root, file), ...args], { cwd: root, stdio: 'inherit' });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => process.exit(code ?? 1));
}

/** npm would empty the folder behind a link, and with it the packages of every checkout that shares them. */
function refuseLink() {
  const folder = join(root, 'node_modules');
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  throw new Error('node_modules is a link, and what it leads to is not what package-lock.json asks for. Install there, or remove the link and run the same command again.');
}

/**
 * npm writes node_modules/.package-lock.json as its last step, so a cut-off install has none or an old one. Versions are
 * compared rather than times: a checkout touches files at will. Packages for other platforms are optional and absent.
 */
function isInstalled() {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || (optional && !installed[path]) || installed[path]?.version === version,
  );
}

/** @param {string[]} args */
function npmCommand(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return { command: process.execPath, args: [cli, ...args], shell: false };
  return { command: 'npm', args, shell: process.platform === 'win32' };
}

/** The same folder lock as test/host/lock.ts, which needs the packages that this one is about. */
async function lock() {
  mkdirSync(dirname(lockFolder), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lockFolder);
      break;
    } catch {
      const pid = readPid();
      if (!pid || !isAlive(pid)) rmSync(lockFolder, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
  writeFileSync(join(lockFolder, 'pid'), String(process.pid));
  const release = () => rmSync(lockFolder, { recursive: true, force: true });
  process.once('exit', release);
  return release;
}

function readPid() {
  try {
    return Number(readFileSync(join(lockFolder, 'pid'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {number} major
 * @param {number} minor
 */
function requireNode(major, minor) {
  const [haveMajor = 0, haveMinor = 0] = process.versions.node.split('.').map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  console.error(`This project needs Node ${major}.${minor} or newer, and this is Node ${process.versions.node}.`);
  process.exit(1);
}
