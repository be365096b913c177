import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { type AnyRoute, createRootRoute, createRoute, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import type { Client, Sink, SubscribePayload } from 'graphql-ws';
import { Provider } from 'urql';
import { vi } from 'vitest';
import { makeClient } from '../client';
import { EventsContext, Rules, type SectionRules } from '../rules';
import { SocketContext } from '../socket-context';
import { SudoGate } from '../sudo';
import { memoryRouter } from '../test-router';
import { ViewerProvider } from '../viewer';
import { watchConnection } from './connection';

/** Answers to the operations that a page sends, by their names. */
export type Answers = Record<string, (variables: Record<string, unknown>) => unknown>;

type Followed = { payload: SubscribePayload; sink: Sink };

/** A socket of which the server's side is played by the test. */
class FakeSocket {
  readonly followed: Followed[] = [];

  readonly client = {
    on: () => () => {},
    subscribe: (payload: SubscribePayload, sink: Sink) => {
      const one = { payload, sink };
      this.followed.push(one);
      return () => void this.followed.splice(this.followed.indexOf(one), 1);
    },
  } as unknown as Client;

  /** The server sends something to all that are followed. */
  send(data: Record<string, unknown>) {
    for (const { sink } of this.followed) sink.next({ data });
  }

  refuse(code: string) {
    for (const { sink } of [...this.followed]) sink.error([{ message: code, extensions: { code } } as never]);
  }
}

/** Sees nothing move: jsdom has no layout. */
class StillObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

const viewer = {
  id: 'viewer',
  username: 'ada',
  fullName: 'Ada Lovelace',
  email: 'ada@example.org',
  emailVerifiedAt: '2026-11-20T12:00:00Z',
  language: 'EN',
  theme: 'LIGHT',
  timeZone: 'UTC',
} as const;

function answer(answers: Answers) {
  return async (_: unknown, init: RequestInit | undefined) => {
    const { operationName, variables } = JSON.parse(String(init?.body));
    const data = answers[operationName]?.(variables);
    const body = data
      ? { data }
      : { errors: [{ message: operationName, extensions: { code: 'INTERNAL', requestId: 'r-1' } }] };
    return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
  };
}

/** Shows a section's page at an address, with the API and the socket in the test's hands. */
export function showPage(
  path: string,
  routes: (parent: AnyRoute) => readonly AnyRoute[],
  sections: readonly SectionRules[],
  answers: Answers,
) {
  vi.stubGlobal('fetch', vi.fn(answer(answers)));
  vi.stubGlobal('IntersectionObserver', StillObserver);
  i18n.loadAndActivate({ locale: 'en', messages: {} });
  const socket = new FakeSocket();
  const connection = watchConnection(socket.client);
  const sudo = new SudoGate();
  const rules = new Rules(sections);
  const client = makeClient({ socket: socket.client, connection, rules, onSignedOut: () => {}, sudo });
  const root = createRootRoute();
  const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in' });
  const tree = root.addChildren([signedIn.addChildren([...routes(signedIn)])]);
  const { router } = memoryRouter(tree, path);
  render(
    <MantineProvider env="test">
      <I18nProvider i18n={i18n}>
        <SocketContext value={{ client: socket.client, connection }}>
          <EventsContext value={rules.events}>
            <Provider value={client}>
              <ViewerProvider viewer={viewer}>
                <RouterProvider router={router as never} />
              </ViewerProvider>
            </Provider>
          </EventsContext>
        </SocketContext>
      </I18nProvider>
    </MantineProvider>,
  );
  return { socket, router, fetch: vi.mocked(fetch) };
}

/** An event as the API gives it. */
export function event(id: string, summary: string, more: Record<string, unknown> = {}) {
  return {
    __typename: 'AppCreatedEvent',
    id,
    occurredAt: '2026-11-20T12:00:00Z',
    type: 'APP_CREATED',
    summary,
    actor: {
      __typename: 'Actor',
      kind: 'ACCOUNT',
      account: { __typename: 'NamedAccount', id: 'viewer', username: 'ada' },
    },
    account: { __typename: 'NamedAccount', id: 'viewer' },
    app: { __typename: 'NamedApp', id: 'app-1', name: 'my-app' },
    ...more,
  };
}

export function deployed(id: string, subject: string) {
  const deployment = {
    __typename: 'NamedDeployment',
    id: `d-${id}`,
    commit: `${id}ffffffffffffffffffffffffffffffffffffff`.slice(0, 40),
    subject,
    ref: 'refs/heads/main',
    keyFingerprint: 'SHA256:abc',
  };
  return event(id, `App my-app: ${subject} deployed`, {
    __typename: 'AppDeployedEvent',
    type: 'APP_DEPLOYED',
    deployment,
  });
}

/** A page of things as a connection. */
export function connection(
  type: string,
  nodes: readonly Record<string, unknown>[],
  endCursor: string | null = null,
) {
  return {
    __typename: `${type}Connection`,
    edges: nodes.map((node) => ({ __typename: `${type}Edge`, cursor: `c-${node.id}`, node })),
    pageInfo: { __typename: 'PageInfo', hasNextPage: endCursor !== null, endCursor },
    totalCount: nodes.length,
  };
}
