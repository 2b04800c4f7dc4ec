import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { run } from './run';

const names = ['code', 'code-insiders', 'codium'];

/** Installs the package into the desktop VS Code of this machine and opens the sample workspace with it. */
export async function startDesktop(vsix: string, workspace: string): Promise<void> {
  const code = findDesktop();
  if (!code) {
    throw new Error(
      'No desktop VS Code was found on the PATH or in its usual places.\n' +
        'Set STUDIO_CODE to the full path of its command (code, code.cmd), or use the embedded one: npm start',
    );
  }
  // Windows runs .cmd files through its shell only, where paths need quotes.
  const shell = process.platform === 'win32';
  const quoted = (path: string): string => (shell ? `"${path}"` : path);
  console.log(`Installing into ${code} …`);
  await run(quoted(code), ['--install-extension', quoted(vsix), '--force'], { shell });
  await run(quoted(code), ['--new-window', quoted(workspace)], { shell });
  console.log('VS Code is open. Remove the extension there with "Uninstall" when you are done.');
}

function findDesktop(): string | undefined {
  const suffix = process.platform === 'win32' ? '.cmd' : '';
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name + suffix)));
  const candidates = [process.env['STUDIO_CODE'], ...onPath, ...usualPlaces()];
  return candidates.find((path) => path && existsSync(path));
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    const command = join('Visual Studio Code.app', 'Contents', 'Resources', 'app', 'bin', 'code');
    return ['/Applications', join(homedir(), 'Applications')].map((folder) => join(folder, command));
  }
  if (process.platform === 'win32') {
    const bases = [join(process.env['LocalAppData'] ?? '', 'Programs'), process.env['ProgramFiles'] ?? ''];
    return bases.map((base) => join(base, 'Microsoft VS Code', 'bin', 'code.cmd'));
  }
  return ['/usr/bin/code', '/usr/share/code/bin/code', '/snap/bin/code', '/var/lib/flatpak/exports/bin/com.visualstudio.code'];
}
