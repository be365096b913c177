import { expect, test } from 'vitest';
import { strengthOf } from './password-strength';

const names = ['ada', 'lovelace@example.org'];

test.each([
  ['fourteen chars', 'short'],
  ['fifteen   chars', 'fine'],
  ['twenty characters ok', 'strong'],
  ['Ada, ada, ada, ada!', 'guessable'],
  ['my Lovelace.example.org', 'guessable'],
  ['Portico-Portico-1', 'guessable'],
  // The name is worth nothing, and the rest is enough.
  ['Ada keeps many secrets', 'strong'],
  // Each is one character and two UTF-16 units.
  ['🐎🔋📎🐎🔋📎🐎', 'short'],
])('%s: %s', (password, strength) => {
  expect(strengthOf(password, names)).toBe(strength);
});

test('8 characters are enough where the account has a second factor', () => {
  expect(strengthOf('8 chars.', names, 8)).toBe('fine');
});

test('what is not known yet makes nothing guessable', () => {
  expect(strengthOf('four words in a row', ['', ' '])).toBe('fine');
});
