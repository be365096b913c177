// @vitest-environment node
import { createClient } from 'graphql-ws';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import { type Connection, watchConnection } from './connection';
import { delayAfter, patience, patientWait } from './patience';
import { LogServer, timelineQuery } from './server.fixture';

let server: LogServer;
let port: number;
let quit: () => void;

beforeEach(async () => {
  server = new LogServer();
  port = await server.listen();
});

afterEach(async () => {
  quit();
  await server.kill();
});

function connect(limits = { offlineAfter: 60_000, pongWithin: 60_000 }, keepAlive = 0): Connection {
  const client = createClient({
    url: `ws://127.0.0.1:${port}`,
    webSocketImpl: WebSocket,
    ...patience,
    keepAlive,
    retryWait: () => new Promise((resolve) => setTimeout(resolve, 5)),
  });
  const connection = watchConnection(client, limits);
  expect(watchConnection(client)).toBe(connection);
  expect(connection.getSnapshot()).toBe('idle');
  const sink = { next: () => {}, error: () => {}, complete: () => {} };
  quit = client.subscribe({ query: timelineQuery }, sink);
  return connection;
}

test('idle, connecting, connected, idle', async () => {
  const connection = connect();
  expect(connection.getSnapshot()).toBe('connecting');
  await expect.poll(connection.getSnapshot).toBe('connected');
  await expect.poll(() => server.asked.length).toBe(1);
  quit();
  await expect.poll(connection.getSnapshot).toBe('idle');
});

test('a server that stays away makes it offline, and its return heals it', async () => {
  const connection = connect({ offlineAfter: 60, pongWithin: 60_000 });
  const states: string[] = [];
  const unlisten = connection.subscribe(() => states.push(connection.getSnapshot()));
  await expect.poll(connection.getSnapshot).toBe('connected');
  await server.kill();
  await expect.poll(connection.getSnapshot).toBe('offline');
  await server.listen(port);
  await expect.poll(connection.getSnapshot).toBe('connected');
  expect(states).toEqual(['connected', 'reconnecting', 'offline', 'connected']);
  unlisten();
});

test('a socket that no longer answers is given up', async () => {
  const pings = vi.spyOn(WebSocket.prototype, 'send');
  const connection = connect({ offlineAfter: 60_000, pongWithin: 20 }, 20);
  await expect.poll(connection.getSnapshot).toBe('connected');
  const isPing = () => pings.mock.calls.some(([data]) => String(data).includes('"ping"'));
  await expect.poll(isPing).toBe(true);
  expect(connection.getSnapshot()).toBe('connected');
  server.freeze();
  await expect.poll(() => server.asked.length).toBeGreaterThan(1);
  pings.mockRestore();
});

test('waiting doubles up to half a minute and is never all alike', () => {
  expect(delayAfter(0, 1)).toBe(500);
  expect(delayAfter(3, 1)).toBe(4_000);
  expect(delayAfter(50, 1)).toBe(30_000);
  expect(delayAfter(50, 0)).toBe(15_000);
});

test('coming online ends the wait', async () => {
  vi.useFakeTimers();
  const target = new EventTarget();
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
  vi.stubGlobal('removeEventListener', target.removeEventListener.bind(target));
  const waiting = patientWait(50);
  target.dispatchEvent(new Event('online'));
  await waiting;
  expect(vi.getTimerCount()).toBe(0);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('4403 is final for the client, a failed connection is not', () => {
  expect(patience.shouldRetry({ code: 4403, reason: 'Forbidden' })).toBe(false);
  expect(patience.shouldRetry({ code: 1006, reason: '' })).toBe(true);
  expect(patience.shouldRetry(new Event('error'))).toBe(true);
});
