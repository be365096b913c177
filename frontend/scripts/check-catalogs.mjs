// Fails when a message has no French, or when the catalogs do not say what the
// code says. It extracts for itself: a forgotten `npm run i18n` is found too.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const paths = () =>
  readdirSync('src', { recursive: true })
    .filter((path) => /locales\/\w+\.po$/.test(path))
    .map((path) => `src/${path}`);
const withoutDate = (text) => text.replace(/^"POT-Creation-Date.*$/m, '');
const catalogs = () => new Map(paths().map((path) => [path, withoutDate(readFileSync(path, 'utf8'))]));

const before = catalogs();
execFileSync('node_modules/.bin/lingui', ['extract', '--clean'], { stdio: 'pipe' });
const after = catalogs();

const faults = [];
for (const [path, text] of after) {
  if (before.get(path) !== text) faults.push(`${path}: was out of date and is now extracted anew; commit it`);
  if (!path.endsWith('/fr.po')) continue;
  for (const [, id] of text.matchAll(/^msgid "(.+)"\nmsgstr ""\n(?!")/gm))
    faults.push(`${path}: no French for “${id}”`);
}
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`catalogs: ${after.size} files, all messages have French`);
