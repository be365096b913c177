import { expect, test } from 'vitest';
import { collisions, untranslated } from '../../scripts/catalogs.mjs';

type Message = [id: string, translation: string, context?: string];

function catalog(path: string, ...messages: Message[]) {
  const entries = messages.map(
    ([id, text, context]) => `${context ? `msgctxt "${context}"\n` : ''}msgid "${id}"\nmsgstr "${text}"\n`,
  );
  return [path, entries.join('\n')] as const;
}

test('one message with two translations is found, for the last would show everywhere', () => {
  const apps = catalog('apps/fr.po', ['Take back', 'Annuler l’invitation'], ['Cancel', 'Annuler']);
  const email = catalog('email/fr.po', ['Take back', 'Annuler le changement'], ['Cancel', 'Annuler']);
  const [found, ...others] = collisions([apps, email]);
  expect(found).toMatch(/“Take back”[\s\S]*apps\/fr\.po: “Annuler l’invitation”[\s\S]*email\/fr\.po/);
  expect(others).toEqual([]);
});

test('two meanings with a context of their own are two messages', () => {
  const apps = catalog('apps/fr.po', ['Take back', 'Annuler l’invitation', 'invitation']);
  const email = catalog('email/fr.po', ['Take back', 'Annuler le changement', 'change of email']);
  expect(collisions([apps, email])).toEqual([]);
});

test('what has no translation is found, also where it is long', () => {
  const long = ['fr.po', 'msgid ""\nmsgstr ""\n\nmsgid ""\n"one "\n"two"\nmsgstr ""\n'] as const;
  expect(untranslated([long, catalog('apps/fr.po', ['Cancel', 'Annuler'])])).toEqual([
    'fr.po: no translation of “one two”',
  ]);
});
