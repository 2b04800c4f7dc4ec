/**
 * What the harness installs from npm, pinned: two runs of one commit must test against the same editor and browser.
 * `engines.vscode` in package.json may be older; this is what the tests run on.
 */
export const codeServer = '4.139.1'; // VS Code 1.139.1
export const hostNode = '24.21.0'; // the server refuses to run on anything but Node 24
export const fallbackBrowser = '147.0.0'; // @sparticuz/chromium, named after its Chromium
export const fallbackFont = '2.37.3'; // dejavu-fonts-ttf: the fallback browser brings no monospaced font, and code without one is not what users see

/** Platforms with a Node binary on npm (`node-<platform>-<arch>`) and a server that runs on it. */
const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/** The npm package that carries the host's Node, or undefined where there is no server build. */
export function hostNodePackage(): string | undefined {
  const platform = `${process.platform}-${process.arch}`;
  return platforms.includes(platform) ? `node-${platform}` : undefined;
}
