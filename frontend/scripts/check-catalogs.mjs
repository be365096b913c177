// Fails when a message has no French, when two sections translate one message
// differently, or when the catalogs do not say what the code says. It extracts for
// itself: a forgotten `npm run i18n` is found too.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { collisions, untranslated } from './catalogs.mjs';

const paths = () =>
  readdirSync('src', { recursive: true })
    .filter((path) => /locales\/\w+\.po$/.test(path))
    .map((path) => `src/${path}`);
const withoutDate = (text) => text.replace(/^"POT-Creation-Date.*$/m, '');
const catalogs = () => new Map(paths().map((path) => [path, withoutDate(readFileSync(path, 'utf8'))]));

const before = catalogs();
execFileSync('node_modules/.bin/lingui', ['extract', '--clean'], { stdio: 'pipe' });
const after = catalogs();

const faults = [...after]
  .filter(([path, text]) => before.get(path) !== text)
  .map(([path]) => `${path}: was out of date and is now extracted anew; commit it`);
const french = [...after].filter(([path]) => path.endsWith('/fr.po'));
faults.push(...untranslated(french), ...collisions(french));
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`catalogs: ${after.size} files, all messages have French, and one each`);
