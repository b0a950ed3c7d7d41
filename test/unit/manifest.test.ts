import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { syntaxOf } from '../../src/core/citations';
import { colours, commands, contextKeys, draftKinds, draftLanguages, lists, menus, panels, settings, switches, useAsCommands, views } from '../../src/host/names';

type Menu = { command?: string; when?: string };
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  activationEvents: string[];
  main: string;
  browser: string;
  contributes: {
    commands: { command: string; title: string; category: string }[];
    views: { [container: string]: { id: string }[] };
    viewsWelcome: { view: string; contents: string; when: string }[];
    menus: { [menu: string]: Menu[] };
    submenus: { id: string; label: string }[];
    colors: { id: string; defaults: { [theme: string]: string } }[];
    keybindings: { command: string; key: string; mac: string; when?: string }[];
    configuration: { properties: { [name: string]: { default: unknown } } };
  };
};
const { contributes } = manifest;
const sorted = (list: Iterable<string>): string[] => [...list].sort();

describe('the manifest', () => {
  it('declares exactly the commands that the code names', () => {
    assert.deepEqual(sorted(contributes.commands.map((command) => command.command)), sorted(Object.values(commands)));
    assert.ok(contributes.commands.every((command) => command.category === 'Commonplace' && command.title !== ''));
  });

  it('declares exactly the views that the code names', () => {
    assert.deepEqual(sorted(Object.values(contributes.views).flat().map((view) => view.id)), sorted(Object.values(views)));
  });

  it('declares exactly the settings that the code reads, with the same defaults', () => {
    const declared = Object.entries(contributes.configuration.properties).map(([name, setting]) => [name, setting.default]);
    assert.deepEqual(declared.sort(), [...Object.values(settings), ...Object.values(switches), ...Object.values(lists)].map((setting) => [setting.name, setting.default]).sort());
  });

  it('puts only commands it declares into menus, keys and links', () => {
    const known = new Set<string>(Object.values(commands));
    const used = [
      ...Object.values(contributes.menus).flat().flatMap((menu) => menu.command ?? []),
      ...contributes.keybindings.map((key) => key.command),
      ...contributes.viewsWelcome.flatMap((view) => [...view.contents.matchAll(/\(command:([^)]+)\)/g)].map((match) => match[1] as string)),
    ].filter((command) => command.startsWith('commonplace.'));
    assert.deepEqual(used.filter((command) => !known.has(command)), []);
    assert.ok(used.length > 20);
  });

  it('asks only for context keys that the code sets', () => {
    const whens = JSON.stringify(contributes).match(/commonplace\.[a-zA-Z.]+/g) ?? [];
    const names = new Set<string>([...Object.values(commands), ...Object.values(views), ...Object.values(contextKeys), ...Object.values(menus), ...colours.records, colours.unclaimed, ...Object.values(draftKinds), ...Object.values(settings).map((setting) => setting.name), ...[...Object.values(switches), ...Object.values(lists)].map((setting) => setting.name)]);
    assert.deepEqual([...new Set(whens)].filter((name) => !names.has(name) && !name.endsWith('.svg') && !name.endsWith('.png')), []);
  });

  it('declares exactly the submenus and colours that the code names, each colour for every kind of theme', () => {
    assert.deepEqual(sorted(contributes.submenus.map(({ id }) => id)), sorted(Object.values(menus)));
    assert.deepEqual(sorted(contributes.colors.map(({ id }) => id)), sorted([...colours.records, colours.unclaimed]));
    assert.ok(contributes.colors.every(({ defaults }) => ['dark', 'light', 'highContrast', 'highContrastLight'].every((theme) => defaults[theme] !== undefined)));
  });

  it('offers each field as which a text may be used in the menu of the editor', () => {
    assert.deepEqual(sorted(contributes.menus[menus.useAs]?.flatMap(({ command }) => command ?? []) ?? []), sorted([...Object.keys(useAsCommands), commands.useAs]));
  });

  it('wakes up for each language that has a citation syntax, and for each panel that is opened again', () => {
    assert.deepEqual(sorted(manifest.activationEvents), sorted([...draftLanguages.map((language) => `onLanguage:${language}`), ...Object.values(panels).map((panel) => `onWebviewPanel:${panel}`)]));
    for (const language of draftLanguages) assert.notEqual(syntaxOf(language), undefined);
  });

  it('gives each key a form for the Mac and uses no key twice', () => {
    const keys = contributes.keybindings;
    assert.equal(new Set(keys.map(({ key, when }) => `${key} ${when?.includes('inQuickOpen') === true ? 'in a picker' : ''}`)).size, keys.length);
    assert.ok(keys.every((key) => key.mac !== undefined && !/^ctrl\+alt\+/.test(key.key)));
  });
});
