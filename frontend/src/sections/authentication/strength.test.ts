import { expect, test } from 'vitest';
import { strengthOf } from './strength';

const names = ['ada', 'ada@example.org'];

test.each([
  ['', { step: 'empty' }],
  ['fourteen chars', { step: 'short', missing: 1 }],
  ['🦊'.repeat(14), { step: 'short', missing: 1 }],
  ['aaaaaaaaaaaaaaaaaaaaaa', { step: 'guessable' }],
  ['abcabcabcabcabcabc', { step: 'guessable' }],
  ['ada@example.org1', { step: 'guessable' }],
  ['portico-portico', { step: 'guessable' }],
  ['green table moon', { step: 'good' }],
  ['quiet lamp under seven bridges', { step: 'strong' }],
])('%s', (password, strength) => {
  expect(strengthOf(password, 15, names)).toEqual(strength);
});

test('with a second factor, eight characters are fair', () => {
  expect(strengthOf('blue tea', 8, names)).toEqual({ step: 'fair' });
});
