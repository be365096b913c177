// @vitest-environment node
import { type ClientOptions, createClient } from 'graphql-ws';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import type { ConnectionState } from './connection';
import { type End, follow } from './follow';
import { patience } from './patience';
import { LogServer, timelineQuery, type Update } from './server.fixture';

const soon = async () => {};
const impatient = { ...patience, retryWait: soon };

let server: LogServer;
let port: number;
let stop: () => void;

beforeEach(async () => {
  server = new LogServer();
  port = await server.listen();
});

afterEach(async () => {
  stop();
  await server.kill();
});

function start(after: string | null, options: Partial<ClientOptions> = {}) {
  const seen = {
    ids: [] as string[],
    resets: [] as string[],
    states: [] as ConnectionState[],
    ends: [] as End[],
  };
  const url = `ws://127.0.0.1:${port}`;
  const client = createClient({
    url,
    webSocketImpl: WebSocket,
    ...impatient,
    ...options,
  });
  const payload = { query: timelineQuery, variables: { after } };
  stop = follow<Update>(
    client,
    payload,
    {
      edge: ({ node }) => seen.ids.push(node.id),
      reset: (cursor) => seen.resets.push(cursor),
      state: (state) => seen.states.push(state),
      end: (end) => seen.ends.push(end),
    },
    soon,
  );
  return { ...seen, client, payload };
}

const ids = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => `e${from + i}`);

/** With the client's own retries, and with a client that never retries. */
const clients: [string, Partial<ClientOptions>][] = [
  ['patient client', {}],
  ['client without retries', { retryAttempts: 0 }],
];

describe.each(clients)('%s', (_, options) => {
  test('replays what came after the cursor and goes on live', async () => {
    server.append(3);
    const seen = start('1', options);
    await expect.poll(() => seen.ids).toEqual(ids(2, 3));
    server.append(2);
    await expect.poll(() => seen.ids).toEqual(ids(2, 5));
    expect(seen.payload.variables.after).toBe('1');
  });

  test('a cut mid-stream loses nothing and repeats nothing', async () => {
    const seen = start('0', options);
    for (let round = 1; round <= 5; round++) {
      server.append(200);
      await expect.poll(() => seen.ids.length).toBeGreaterThan(210 * (round - 1));
      server.cut();
      server.append(10);
      await expect.poll(() => server.asked.length).toBe(round + 1);
    }
    await expect.poll(() => seen.ids.length).toBe(server.head);
    expect(seen.ids).toEqual(ids(1, server.head));
    expect(seen.ends).toEqual([]);
  });

  test('a server that restarts is found again', async () => {
    const seen = start('0', options);
    server.append(2);
    await expect.poll(() => seen.ids).toEqual(ids(1, 2));
    await server.kill();
    await expect.poll(() => seen.states.at(-1)).toBe('reconnecting');
    server.append(2);
    await server.listen(port);
    await expect.poll(() => seen.ids).toEqual(ids(1, 4));
    expect(server.asked).toEqual(['0', '2']);
    expect(seen.states).toEqual(['connecting', 'connected', 'reconnecting', 'connected']);
  });

  test.each([1000, 1001, 1011, 1012, 1013, 4408, 4500])('close code %i passes', async (code) => {
    const seen = start('0', options);
    server.append(1);
    await expect.poll(() => seen.ids).toEqual(ids(1, 1));
    server.cut(code);
    await expect.poll(() => server.asked).toEqual(['0', '1']);
    server.append(1);
    await expect.poll(() => seen.ids).toEqual(ids(1, 2));
  });

  test.each([4400, 4401, 4403, 4406, 4409, 4429] as const)(
    'close code %i ends it and says so',
    async (code) => {
      const seen = start('0', options);
      server.append(1);
      await expect.poll(() => seen.ids).toEqual(ids(1, 1));
      server.cut(code, 'revoked');
      await expect.poll(() => seen.ends).toEqual([{ kind: 'closed', code, reason: 'revoked' }]);
      expect(seen.states.at(-1)).toBe('offline');
      expect(server.asked).toEqual(['0']);
    },
  );

  test('an unknown cursor resets and goes on from there', async () => {
    server.append(9);
    server.oldest = 7;
    const seen = start('3', options);
    await expect.poll(() => seen.ids).toEqual(ids(8, 9));
    expect(seen.resets).toEqual(['7']);
    server.cut();
    server.append(1);
    await expect.poll(() => seen.ids).toEqual(ids(8, 10));
    expect(seen.resets).toEqual(['7']);
    expect(server.asked).toEqual(['3', '9']);
  });

  test('a reset without an edge after it is resumed from its cursor', async () => {
    server.append(7);
    server.oldest = 7;
    const seen = start('3', options);
    await expect.poll(() => seen.resets).toEqual(['7']);
    server.cut(1012);
    await expect.poll(() => server.asked).toEqual(['3', '7']);
  });

  test('a refusal ends it with its code', async () => {
    server.refusals.push('NOT_FOUND');
    const seen = start('0', options);
    await expect.poll(() => seen.ends.length).toBe(1);
    expect(seen.ends[0]).toMatchObject({ kind: 'refused', code: 'NOT_FOUND' });
    expect(server.asked).toEqual(['0']);
  });

  test('a failure of the moment is tried again', async () => {
    server.refusals.push('INTERNAL', 'RATE_LIMITED');
    const seen = start('0', options);
    await expect.poll(() => server.asked).toEqual(['0', '0', '0']);
    server.append(1);
    await expect.poll(() => seen.ids).toEqual(ids(1, 1));
    expect(seen.ends).toEqual([]);
  });
});

test('the edge at the cursor is dropped when it comes again', async () => {
  server.append(2);
  server.overlap = true;
  const seen = start('2');
  await expect.poll(() => server.asked).toEqual(['2']);
  server.append(1);
  await expect.poll(() => seen.ids).toEqual(ids(3, 3));
});

test('without a cursor it is live only, and resumes once it has one', async () => {
  server.append(4);
  const seen = start(null);
  await expect.poll(() => server.asked).toEqual([null]);
  server.append(1);
  await expect.poll(() => seen.ids).toEqual(ids(5, 5));
  server.cut();
  await expect.poll(() => server.asked).toEqual([null, '5']);
});

test('stopping closes the socket and tells nothing more', async () => {
  const seen = start('0');
  server.append(1);
  await expect.poll(() => seen.ids).toEqual(ids(1, 1));
  stop();
  stop();
  await expect.poll(() => server.connections).toBe(0);
  server.append(1);
  expect(seen.ids).toEqual(ids(1, 1));
  expect(seen.ends).toEqual([]);
});

test('stopping while it waits to try again stays stopped', async () => {
  const waiting = vi.fn(
    (_: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve())),
  );
  const client = createClient({
    url: `ws://127.0.0.1:${port}`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  const request = { query: timelineQuery, variables: { after: '0' } };
  stop = follow<Update>(client, request, { edge: () => {} }, waiting);
  await expect.poll(() => server.asked.length).toBe(1);
  server.cut();
  await expect.poll(() => waiting.mock.calls.length).toBe(1);
  stop();
  await waiting.mock.results[0]?.value;
  expect(server.asked).toEqual(['0']);
});

test('a disposed client ends it', async () => {
  const seen = start('0');
  await expect.poll(() => server.asked.length).toBe(1);
  await seen.client.dispose();
  await expect.poll(() => seen.ends).toEqual([{ kind: 'completed' }]);
});

test('two followers share a socket and end apart', async () => {
  const seen = start('0');
  const others: string[] = [];
  const quit = follow<Update>(
    seen.client,
    { query: timelineQuery, variables: { after: '0' } },
    { edge: ({ node }) => others.push(node.id) },
  );
  server.append(1);
  await expect.poll(() => others).toEqual(ids(1, 1));
  quit();
  server.append(1);
  await expect.poll(() => seen.ids).toEqual(ids(1, 2));
  expect(others).toEqual(ids(1, 1));
  expect(server.connections).toBe(1);
});
