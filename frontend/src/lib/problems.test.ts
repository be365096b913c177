import { CombinedError } from 'urql';
import { describe, expect, test } from 'vitest';
import { problemOf, sortErrors } from './problems';

describe('problemOf', () => {
  test('takes code and request id from the first error', () => {
    const error = new CombinedError({
      graphQLErrors: [{ message: 'Slow down.', extensions: { code: 'RATE_LIMITED', requestId: 'r1' } }],
    });
    expect(problemOf(error)).toEqual({ code: 'RATE_LIMITED', message: 'Slow down.', requestId: 'r1' });
  });

  test('what comes too often says when it may come again', () => {
    const extensions = { code: 'RATE_LIMITED', requestId: 'r1', retryAfter: 8 };
    const error = new CombinedError({ graphQLErrors: [{ message: 'Slow down.', extensions }] });
    expect(problemOf(error).retryAfter).toBe(8);
  });

  test('an error without a code is internal', () => {
    const error = new CombinedError({ graphQLErrors: [{ message: 'Odd.' }] });
    expect(problemOf(error)).toEqual({ code: 'INTERNAL', message: 'Odd.' });
  });

  test('no answer at all is a matter of the network', () => {
    const error = new CombinedError({ networkError: new Error('Failed to fetch') });
    expect(problemOf(error)).toEqual({ code: 'NETWORK', message: '' });
  });

  test('an error page of the server has a request id, one of somebody else’s has none', () => {
    const networkError = new Error('Bad Gateway');
    const ours = new Response('', { status: 500, headers: { 'x-request-id': 'r1' } });
    expect(problemOf(new CombinedError({ networkError, response: ours }))).toEqual({
      code: 'INTERNAL',
      message: '',
      requestId: 'r1',
    });
    const proxy = new Response('<html>', { status: 502 });
    expect(problemOf(new CombinedError({ networkError, response: proxy })).code).toBe('NETWORK');
  });
});

describe('sortErrors', () => {
  const error = (message: string, ...path: string[]) => ({ message, code: 'MALFORMED' as const, path });

  test('gives each field its first message and keeps the rest for the whole', () => {
    const errors = [
      error('Too short.', 'input', 'username'),
      error('Not in this form.', 'input', 'username'),
      error('Of another field.', 'input', 'elsewhere'),
      error('Of nothing.'),
    ];
    expect(sortErrors(errors, ['username', 'email'])).toEqual({
      byField: { username: 'Too short.' },
      whole: ['Not in this form.', 'Of another field.', 'Of nothing.'],
    });
  });
});
