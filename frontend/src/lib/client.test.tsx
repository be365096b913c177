import { waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { type ClientOptions, makeClient } from './client';
import { changesDocument } from './live/changes';
import { Rules } from './rules';
import { SudoGate } from './sudo';
import { ada, fakeApi, fakeConnection, renderPage } from './test-page';
import { viewerDocument } from './viewer';

const api = fakeApi();

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
  api.answer('Viewer', () => ({ viewer: ada }));
  const { client } = renderPage(null);
  await client.query(viewerDocument, {}).toPromise();
  expect(client.readQuery(viewerDocument, {})?.data?.viewer?.username).toBe('ada');
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
