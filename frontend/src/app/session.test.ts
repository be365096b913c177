import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useBusinessOffset } from '../lib/business-clock';
import { Session } from './session';

type Refused = () => void;

const sockets: { refuse: Refused; account: () => string | undefined; dispose: () => void }[] = [];

vi.mock('../lib/socket', () => ({
  openSocket: ({ onRefused, account }: { onRefused: Refused; account: () => string | undefined }) => {
    const dispose = vi.fn();
    sockets.push({ refuse: onRefused, account, dispose });
    return { client: { dispose, subscribe: () => () => {} }, connection: { subscribe: () => () => {} } };
  },
}));

/** What the server answers, whoever asks. */
let answer: Record<string, unknown>;
const sent: Headers[] = [];

const viewer = (id: string | null) => ({
  data: {
    viewer: id && {
      __typename: 'Viewer',
      id,
      username: id,
      fullName: '',
      email: '',
      emailVerifiedAt: null,
      language: 'EN',
      theme: 'SYSTEM',
      timeZone: '',
    },
    serverInfo: { __typename: 'ServerInfo', sandbox: true, simulated: true, clockOffsetSeconds: 3600 },
  },
});
const fault = (code: string) => ({ data: null, errors: [{ message: code, extensions: { code } }] });

beforeEach(() => {
  sockets.length = 0;
  sent.length = 0;
  vi.stubGlobal('fetch', async (_: unknown, init: RequestInit) => {
    sent.push(new Headers(init.headers));
    const status = JSON.stringify(answer).includes('SESSION_CHANGED') ? 409 : 200;
    return new Response(JSON.stringify(answer), { status, headers: { 'content-type': 'application/json' } });
  });
});
afterEach(() => vi.unstubAllGlobals());

async function signedIn(id = 'acc_ada') {
  answer = viewer(id);
  const session = new Session();
  expect((await session.viewer())?.id).toBe(id);
  return session;
}

test('business time is known before any page of the account shows', async () => {
  await signedIn();
  expect(renderHook(useBusinessOffset).result.current).toBe(3_600_000);
});

const last = <T>(all: T[]) => all[all.length - 1];

test('R63: says with each request, and to the socket, whom the page was loaded for', async () => {
  const session = await signedIn();
  expect(sent[0]?.get('portico-account')).toBeNull();
  expect(sockets[0]?.account()).toBe('acc_ada');
  session.changed();
  await session.viewer();
  expect(last(sent)?.get('portico-account')).toBeNull();
  last(sockets)?.refuse();
  await vi.waitFor(() => expect(last(sent)?.get('portico-account')).toBe('acc_ada'));
});

test('R63: a page whose browser has signed in to another account stays as it is, and is told', async () => {
  const session = await signedIn();
  const { generation, client, socket } = session.state;
  answer = fault('SESSION_CHANGED');
  sockets[0]?.refuse();
  await vi.waitFor(() => expect(session.state.replaced).toBe(true));
  expect(session.state).toMatchObject({ generation, ended: false });
  expect(session.state.client).toBe(client);
  expect(session.state.socket).toBe(socket);
  expect(sockets).toHaveLength(1);
});

test('R63: the same account, signed in again with another tab, goes on with another socket', async () => {
  const session = await signedIn();
  const { generation, client } = session.state;
  sockets[0]?.refuse();
  await vi.waitFor(() => expect(sockets).toHaveLength(2));
  expect(session.state).toMatchObject({ generation, ended: false, replaced: false });
  expect(session.state.client).toBe(client);
  expect(sockets[0]?.dispose).toHaveBeenCalled();
});

test('a session that was ended elsewhere ends here', async () => {
  const session = await signedIn();
  const { generation } = session.state;
  answer = viewer(null);
  sockets[0]?.refuse();
  await vi.waitFor(() => expect(session.state).toMatchObject({ generation: generation + 1, ended: true }));
  expect(sockets[0]?.dispose).toHaveBeenCalled();
});

test('so does one that was begun while it was still asked who is signed in before', async () => {
  const session = await signedIn();
  sockets[0]?.refuse();
  session.changed();
  await session.viewer();
  answer = viewer(null);
  last(sockets)?.refuse();
  await vi.waitFor(() => expect(session.state.ended).toBe(true));
});

test('so does one of which the server says nothing more', async () => {
  const session = await signedIn();
  answer = fault('INTERNAL');
  sockets[0]?.refuse();
  await vi.waitFor(() => expect(session.state.ended).toBe(true));
});

test('a guest has nothing to lose', async () => {
  answer = viewer(null);
  const session = new Session();
  await session.viewer();
  sockets[0]?.refuse();
  expect(session.state).toMatchObject({ generation: 0, ended: false });
  expect(sent).toHaveLength(1);
});
