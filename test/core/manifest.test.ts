import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { COMMANDS, CONTEXT_KEYS, EXTENSION_ID, INTERNAL_COMMANDS, PANELS, SETTINGS, VIEW_CONTAINER, VIEWS } from '../../src/ids';

interface MenuItem { command?: string; submenu?: string; when?: string; group?: string }
interface Manifest {
  name: string; publisher: string; main: string; browser: string; activationEvents: string[];
  capabilities: { virtualWorkspaces: boolean; untrustedWorkspaces: { supported: string; description: string; restrictedConfigurations: string[] } };
  contributes: {
    commands: { command: string; title: string; category: string; enablement?: string }[];
    viewsContainers: { activitybar: { id: string }[] };
    views: Record<string, { id: string }[]>;
    viewsWelcome: { view: string; contents: string; when: string }[];
    walkthroughs: { steps: { id: string; title: string; description: string; media: { svg: string; altText: string }; completionEvents: string[] }[] }[];
    submenus: { id: string }[];
    menus: Record<string, MenuItem[]>;
    keybindings: { command: string; when: string }[];
    configuration: { properties: Record<string, { markdownDescription?: string; default: unknown }> };
  };
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const { contributes } = manifest;
const sorted = (values: Iterable<string>): string[] => [...values].sort();

describe('The manifest', () => {
  it('declares exactly the commands of src/ids.ts', () => {
    assert.deepEqual(sorted(contributes.commands.map(({ command }) => command)), sorted(Object.values(COMMANDS)));
  });

  it('declares exactly the views, the container and the settings of src/ids.ts', () => {
    assert.deepEqual(contributes.viewsContainers.activitybar.map(({ id }) => id), [VIEW_CONTAINER]);
    assert.deepEqual(sorted((contributes.views[VIEW_CONTAINER] ?? []).map(({ id }) => id)), sorted(Object.values(VIEWS)));
    assert.deepEqual(sorted(Object.keys(contributes.configuration.properties)), sorted(Object.values(SETTINGS)));
  });

  it('is what EXTENSION_ID says', () => {
    assert.equal(`${manifest.publisher}.${manifest.name}`, EXTENSION_ID);
  });

  it('gives each command a title and a category, and each setting a description and a default', () => {
    for (const command of contributes.commands) {
      assert.match(command.title, /^%.+%$/, command.command);
      assert.match(command.category, /^%.+%$/, command.command);
    }
    for (const [id, setting] of Object.entries(contributes.configuration.properties)) {
      assert.match(setting.markdownDescription ?? '', /^%.+%$/, id);
      assert.notEqual(setting.default, undefined, id);
    }
  });

  it('takes all words from package.nls.json, which has no others', () => {
    const used = new Set([...text.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? ''));
    assert.deepEqual(sorted(used), sorted(Object.keys(words)));
    for (const [key, value] of Object.entries(words)) assert.notEqual(value.trim(), '', key);
  });

  it('keeps commands that need an argument out of the palette', () => {
    const hidden = (contributes.menus['commandPalette'] ?? []).filter(({ when }) => when === 'false').map(({ command }) => command ?? '');
    assert.deepEqual(sorted(hidden), sorted(INTERNAL_COMMANDS));
  });

  it('refers only to commands, submenus and context keys that exist', () => {
    const commands = new Set<string>(Object.values(COMMANDS));
    const submenus = new Set(contributes.submenus.map(({ id }) => id));
    for (const [menu, items] of Object.entries(contributes.menus)) {
      assert.ok(!menu.startsWith('systemsStudio.') || submenus.has(menu), menu);
      for (const { command, submenu, group } of items) {
        if (command !== undefined) assert.ok(commands.has(command), command);
        if (submenu !== undefined) assert.ok(submenus.has(submenu), submenu);
        if (menu !== 'commandPalette') assert.match(group ?? '', /@\d+$/, `${menu}: ${command ?? submenu}: the order is explicit`);
      }
    }
    for (const { command } of contributes.keybindings) assert.ok(commands.has(command), command);
    for (const { contents } of contributes.viewsWelcome) {
      const shown = words[contents.replaceAll('%', '')] ?? '';
      for (const link of shown.matchAll(/\(command:([^)]+)\)/g)) assert.ok(commands.has(link[1] ?? ''), link[1]);
    }
    const known = new Set<string>([...Object.values(CONTEXT_KEYS), ...Object.values(PANELS), ...Object.values(VIEWS)]);
    const clauses = [
      ...contributes.commands.map(({ enablement }) => enablement),
      ...Object.values(contributes.menus).flat().map(({ when }) => when),
      ...contributes.keybindings.map(({ when }) => when),
      ...contributes.viewsWelcome.map(({ when }) => when),
    ];
    for (const clause of clauses) {
      for (const [key] of (clause ?? '').matchAll(/systemsStudio\.\w+/g)) assert.ok(known.has(key), `${key} in "${clause}"`);
    }
  });

  it('has one walkthrough of five steps that complete themselves, whose commands, views, keys and pictures exist', () => {
    const commands = new Set<string>([...Object.values(COMMANDS), ...Object.values(VIEWS).map((view) => `${view}.focus`)]);
    const events = new Set<string>([
      ...Object.values(COMMANDS).map((command) => `onCommand:${command}`), ...Object.values(VIEWS).map((view) => `onView:${view}`), ...Object.values(CONTEXT_KEYS).map((key) => `onContext:${key}`),
    ]);
    assert.equal(contributes.walkthroughs.length, 1);
    const steps = contributes.walkthroughs[0]?.steps ?? [];
    assert.deepEqual(steps.map(({ id }) => id), ['browse', 'hover', 'recommend', 'path', 'fire']);
    for (const { id, description, media, completionEvents } of steps) {
      const links = [...(words[description.replaceAll('%', '')] ?? '').matchAll(/\(command:([^)]+)\)/g)].map((link) => link[1] ?? '');
      assert.ok(links.length > 0, `${id} has a button`);
      assert.ok(completionEvents.length > 0, `${id} completes itself`);
      for (const command of links) assert.ok(commands.has(command), command);
      for (const event of completionEvents) assert.ok(events.has(event), event);
      const picture = readFileSync(media.svg, 'utf8');
      // Colours of a theme, or a dark picture would stand in a light window.
      assert.match(picture, /="var\(--vscode-/, media.svg);
      // The walkthrough's content security policy leaves a style sheet out, and what it coloured would be black.
      assert.doesNotMatch(picture, /<style|style=|class=/, media.svg);
      assert.match(media.altText, /^%.+%$/);
    }
  });

  it('offers the four doors where the learning view and the decision records are empty', () => {
    const doors = [COMMANDS.onFire, COMMANDS.recommendPattern, COMMANDS.planMigration];
    for (const view of [VIEWS.learning, VIEWS.decisions]) {
      const shown = contributes.viewsWelcome.filter((welcome) => welcome.view === view).map(({ contents }) => words[contents.replaceAll('%', '')] ?? '').join('\n');
      for (const door of doors) assert.ok(shown.includes(`(command:${door})`), `${view}: ${door}`);
      assert.match(shown, /\(command:systemsStudio\.(choosePath|whatNext)\)/, `${view}: learn`);
    }
  });

  it('activates only for what a person does', () => {
    assert.ok(!manifest.activationEvents.some((event) => event === '*' || event === 'onStartupFinished'));
    for (const panel of Object.values(PANELS)) assert.ok(manifest.activationEvents.includes(`onWebviewPanel:${panel}`), panel);
  });

  it('runs in the browser, in virtual and in untrusted workspaces from one bundle', () => {
    assert.equal(manifest.browser, manifest.main);
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
    // Limited by one thing, which says so: tests of labs run code of the workspace, with a program that a setting names.
    assert.deepEqual(manifest.capabilities.untrustedWorkspaces, { supported: 'limited', description: '%capability.untrusted%', restrictedConfigurations: [SETTINGS.labsNodePath] });
  });
});
