import { formatter } from '@lingui/format-po';

const { parse } = formatter();

/** The messages of some catalogs, given as pairs of path and text. */
function messagesOf(catalogs) {
  return catalogs.flatMap(([path, text]) =>
    Object.entries(parse(text, { locale: 'fr', sourceLocale: 'en', filename: path })).map(([id, one]) => ({
      path,
      id,
      ...one,
    })),
  );
}

/** What has no translation. */
export function untranslated(catalogs) {
  return messagesOf(catalogs)
    .filter(({ translation }) => !translation)
    .map(({ path, message }) => `${path}: no translation of “${message}”`);
}

/**
 * The dashboard merges the catalogs of all sections by the ids of their messages,
 * so the last of two translations would show everywhere. Two meanings of one text
 * take a context: t({ message: 'Timeline', context: 'tab of an app' }).
 */
export function collisions(catalogs) {
  const byId = new Map();
  for (const one of messagesOf(catalogs)) byId.set(one.id, [...(byId.get(one.id) ?? []), one]);
  return [...byId.values()]
    .filter((same) => new Set(same.map(({ translation }) => translation)).size > 1)
    .map((same) => {
      const each = same.map(({ path, translation }) => `\n  ${path}: “${translation}”`);
      return `two translations of “${same[0].message}”: make them one, or give it a context${each.join('')}`;
    });
}
