import { readdirSync, readFileSync } from 'node:fs';
import { formatter } from '@lingui/format-po';
import { parse, visit } from 'graphql';
import { expect, test } from 'vitest';

/** What no text says, and what it says instead. */
const avoided: [word: RegExp, instead: string][] = [
  [/\buser names?\b/i, 'username'],
  [/\bmail address(es)?\b/i, 'email'],
  [/\b(mails?|mailed)\b/i, 'email, emailed'],
  [/(?<!case |capital |a )\bletters?\b/i, 'email'],
  [/\bsecond factors?\b/i, 'two-factor authentication'],
  [/\bprove once more\b/i, 'confirm it’s you'],
  [/\bwho(m)?ever\b/i, 'anyone who'],
  [/\bsomebody\b/i, 'someone'],
  [/\bfor good\b/i, 'permanently'],
  [/\banew\b|\bbeg[iu]n again\b/i, 'start over'],
  [/\bgo(es)? on\b/i, 'continue'],
  [/\b(takes?|taken) back\b/i, 'cancel'],
  [/\bswitch(es|ed)? (\w+ ){0,3}(on|off)\b/i, 'turn on, turn off'],
  [/\bof whatever sort\b/i, 'nothing'],
  [/\bleft empty:/i, 'Defaults to …'],
  [/\b(void|worthless)\b/i, 'no longer works'],
  [/\bas the system\b/i, 'System'],
  [/\bcancelled\b/i, 'canceled'],
  [/\bno such\b/i, 'not found'],
];

function avoidedWords(texts: string[], words = avoided): string[] {
  return texts.flatMap((text) =>
    words.flatMap(([word, instead]) => {
      const found = text.match(word)?.[0];
      return found ? `say “${instead}”, not “${found}”: ${text}` : [];
    }),
  );
}

function files(folder: string, ending: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith(ending)).map((name) => `${folder}/${name}`);
}

const po = formatter();
const context = { locale: 'en', sourceLocale: 'en', filename: 'en.po' };

async function messages(path: string): Promise<string[]> {
  const catalog = await po.parse(readFileSync(path, 'utf8'), context);
  return Object.values(catalog).map(({ message }) => message ?? '');
}

function descriptions(path: string): string[] {
  const texts: string[] = [];
  visit(parse(readFileSync(path, 'utf8')), {
    enter: (node) => {
      if ('description' in node && node.description) texts.push(node.description.value);
    },
  });
  return texts;
}

test('a word that the glossary avoids is found, in its message', () => {
  expect(avoidedWords(['Your username', 'Your User name', '3–39 lowercase letters'])).toEqual([
    'say “username”, not “User name”: Your User name',
  ]);
});

test('the dashboard says what the glossary says', async () => {
  const texts = (await Promise.all(files('src', '/en.po').map(messages))).flat();
  expect(texts.length).toBeGreaterThan(400);
  expect(avoidedWords(texts)).toEqual([]);
});

test('the dashboard has curly apostrophes', async () => {
  const texts = (await Promise.all(files('src', '/en.po').map(messages))).flat();
  expect(avoidedWords(texts, [[/\w'\w/, '’']])).toEqual([]);
});

test('the schema says what the glossary says', () => {
  const texts = files('../graph/schema', '.graphqls').flatMap(descriptions);
  expect(texts.length).toBeGreaterThan(500);
  expect(avoidedWords(texts)).toEqual([]);
});
