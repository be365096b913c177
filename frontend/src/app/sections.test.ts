import { expect, test } from 'vitest';
import schema from '../gql/schema.json';
import type { Section } from '../lib/section';
import { signedIn } from './frames';
import { loadRules, pages } from './sections';

type Module = Record<string, (parent: typeof signedIn) => Section>;

const modules = import.meta.glob<Module>('../sections/*/section.ts', { eager: true });

test('sections.ts has a line for each folder with a section', () => {
  const sections = Object.values(modules).flatMap((one) => Object.values(one));
  const paths = sections.map((section) => section(signedIn).menu.to);
  expect(pages.map(({ to }) => to as string).sort()).toEqual(paths.sort());
});

test('each page has a key of its own behind g', () => {
  const keys = pages.map(({ key }) => key as string);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test('what an event makes stale is a field of Viewer', async () => {
  const viewer = schema.__schema.types.find(({ name }) => name === 'Viewer');
  const fields = viewer?.fields?.map(({ name }) => name) ?? [];
  const stale = (await loadRules()).flatMap(({ events = {} }) =>
    Object.values(events).flatMap((one) => one.stale ?? []),
  );
  expect(stale.filter((name) => !fields.includes(name))).toEqual([]);
  expect(stale.length).toBeGreaterThan(10);
});
