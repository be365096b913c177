import { existsSync, readFileSync } from 'node:fs';

if (!existsSync('dist/.vite/manifest.json')) throw new Error('dist is missing: run `npm run build` first');
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));

/** What the browser loads before anything shows: the entry and all it imports statically. */
function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) closure(next, seen);
  return seen;
}

const entry = closure(Object.keys(manifest).find((key) => manifest[key].isEntry));
const lazy = Object.keys(manifest).filter((key) => !entry.has(key) && manifest[key].file.endsWith('.js'));
const styles = [...entry].flatMap((key) => manifest[key].css ?? []);
const inDist = (file) => `dist/${file}`;

export default [
  {
    name: 'entry JavaScript',
    path: [...entry].map((key) => inDist(manifest[key].file)),
    limit: '215 kB',
    gzip: true,
  },
  { name: 'entry CSS', path: styles.map(inDist), limit: '37 kB', gzip: true },
  ...lazy.map((key) => ({
    name: `lazy ${key}`,
    path: inDist(manifest[key].file),
    limit: '125 kB',
    gzip: true,
  })),
];
