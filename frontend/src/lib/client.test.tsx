import { renderHook, waitFor } from '@testing-library/react';
import { gql, type RequestPolicy } from 'urql';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { setBusinessOffset, useBusinessOffset } from './business-clock';
import { type ClientOptions, makeClient } from './client';
import { changesDocument } from './live/changes';
import { Rules } from './rules';
import { SudoGate } from './sudo';
import { ada, fakeApi, fakeConnection, renderPage } from './test-page';
import { viewerDocument } from './viewer';

const api = fakeApi();

const serverInfo = { __typename: 'ServerInfo', sandbox: true, simulated: true, clockOffsetSeconds: 0 };
const clock = gql`query SandboxClock { sandbox { now offsetSeconds nextDueAt } }`;

afterEach(() => void setBusinessOffset(0));

test('an answer of UNAUTHENTICATED ends the session', async () => {
  api.fail('Viewer', 'UNAUTHENTICATED', 'r1');
  const onSignedOut = vi.fn();
  const { client } = renderPage(null, { onSignedOut });
  await client.query(viewerDocument, {}).toPromise();
  await waitFor(() => expect(onSignedOut).toHaveBeenCalled());
});

test('another error does not', async () => {
  api.fail('Viewer', 'INTERNAL', 'r1');
  const onSignedOut = vi.fn();
  const { client } = renderPage(null, { onSignedOut });
  const { error } = await client.query(viewerDocument, {}).toPromise();
  expect(error).toBeDefined();
  expect(onSignedOut).not.toHaveBeenCalled();
});

test('what was answered once is there at once', async () => {
  api.answer('Viewer', () => ({ viewer: ada, serverInfo }));
  const { client } = renderPage(null);
  await client.query(viewerDocument, {}).toPromise();
  expect(client.readQuery(viewerDocument, {})?.data?.viewer?.username).toBe('ada');
});

describe('a clock that was moved in another tab', () => {
  const asked = () => api.asked.filter(({ operation }) => operation === 'Viewer').length;

  async function read(offsetSeconds: number, requestPolicy: RequestPolicy = 'cache-and-network') {
    let ahead = 0;
    api.answer('Viewer', () => ({ viewer: ada, serverInfo: { ...serverInfo, clockOffsetSeconds: ahead } }));
    const sandbox = { __typename: 'Sandbox', now: '2026-12-01T12:00:00Z', offsetSeconds, nextDueAt: null };
    api.answer('SandboxClock', () => ({ sandbox }));
    const { client } = renderPage(null);
    await client.query(viewerDocument, {}).toPromise();
    const page = client.query(viewerDocument, {}, { requestPolicy }).subscribe(() => {});
    await waitFor(() => expect(asked()).toBe(requestPolicy === 'cache-first' ? 1 : 2));
    ahead = offsetSeconds;
    await client.query(clock, {}, { requestPolicy: 'network-only' }).toPromise();
    return page;
  }

  test('has the page ask again for what it shows', async () => {
    const { unsubscribe } = await read(3600);
    await waitFor(() => expect(asked()).toBe(3));
    unsubscribe();
  });

  test('leaves what the page takes from the cache', async () => {
    const { unsubscribe } = await read(3600, 'cache-first');
    expect(asked()).toBe(1);
    unsubscribe();
  });

  test('is the page’s clock', async () => {
    const { unsubscribe } = await read(3600);
    expect(renderHook(useBusinessOffset).result.current).toBe(3_600_000);
    unsubscribe();
  });

  test('that has not moved leaves the page as it is', async () => {
    const { unsubscribe } = await read(0);
    expect(asked()).toBe(2);
    unsubscribe();
  });
});

test('a subscription that comes back goes on from the last event', async () => {
  const sent: { variables?: { after?: string } | null }[] = [];
  const next: ((result: { data: unknown }) => void)[] = [];
  const socket: ClientOptions['socket'] = {
    subscribe: (payload, sink) => {
      sent.push(payload as (typeof sent)[number]);
      next.push((result) => sink.next(result as Parameters<typeof sink.next>[0]));
      return () => {};
    },
  };
  const connection = fakeConnection();
  const sudo = new SudoGate();
  const { unsubscribe } = makeClient({ socket, connection, rules: new Rules(), onSignedOut: vi.fn(), sudo })
    .subscription(changesDocument, { after: 'first' })
    .subscribe(() => {});
  await waitFor(() => expect(sent[0]?.variables?.after).toBe('first'));
  next[0]?.({ data: { timeline: { __typename: 'TimelineEdge', cursor: 'second' } } });
  expect(sent[0]?.variables?.after).toBe('second');
  expect(sent).toHaveLength(1);
  unsubscribe();
});
