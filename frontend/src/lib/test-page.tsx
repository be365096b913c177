import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { render } from '@testing-library/react';
import type { Client as SocketClient } from 'graphql-ws';
import { HttpResponse, graphql as mock } from 'msw';
import { setupServer } from 'msw/node';
import type { ReactNode } from 'react';
import { Provider } from 'urql';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { makeClient } from './client';
import type { Connection, ConnectionState } from './live/connection';
import { Rules, type SectionRules } from './rules';
import { SessionContext } from './session-context';
import { SocketContext } from './socket-context';
import { SudoGate } from './sudo';
import { SudoContext } from './sudo-context';
import { Unsaved, UnsavedContext } from './unsaved';
import { type Viewer, ViewerProvider } from './viewer';

/** Somebody who is signed in, for tests. */
export const ada: Viewer & { __typename: 'Viewer' } = {
  __typename: 'Viewer',
  id: 'viewer-1',
  username: 'ada',
  fullName: 'Ada Lovelace',
  email: 'ada@example.org',
  emailVerifiedAt: '2026-11-20T12:00:00Z',
  language: 'EN',
  theme: 'SYSTEM',
  timeZone: 'Europe/Paris',
};

type Answer = Record<string, unknown>;

/** An API that answers each operation by its name. Call at the top of a test file. */
export function fakeApi() {
  // Whoever must prove who it is has a password, unless a test says otherwise.
  const server = setupServer(
    mock.query('Sandbox', () =>
      HttpResponse.json({
        data: { serverInfo: { __typename: 'ServerInfo', sandbox: false, simulated: false } },
      }),
    ),
    mock.query('SudoMethods', () =>
      HttpResponse.json({
        data: { viewer: { __typename: 'Viewer', id: ada.id, sudoMethods: ['PASSWORD'] } },
      }),
    ),
  );
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());
  const asked: { operation: string; variables: Record<string, unknown> }[] = [];
  afterEach(() => {
    asked.length = 0;
  });
  const answer = (
    operation: string,
    data: (variables: Record<string, unknown>) => Answer | Promise<Answer>,
  ) =>
    server.use(
      mock.operation(async ({ operationName, variables }) => {
        if (operationName !== operation) return undefined;
        asked.push({ operation, variables });
        return HttpResponse.json({ data: await data(variables) });
      }),
    );
  return {
    /** What was asked, in order. */
    asked,
    answer,
    /** Answers a mutation by its payload, in which nothing is wrong unless it says so. */
    pay: (mutation: string, payload: Answer = {}) => {
      const field = mutation.charAt(0).toLowerCase() + mutation.slice(1);
      answer(mutation, () => ({ [field]: { __typename: `${mutation}Payload`, errors: [], ...payload } }));
    },
    /** No answer comes at all. */
    unreachable: (operation: string) =>
      server.use(
        mock.operation(({ operationName, variables }) => {
          if (operationName !== operation) return undefined;
          asked.push({ operation, variables });
          return HttpResponse.error();
        }),
      ),
    fail: (operation: string, code: string, requestId: string, more: Record<string, unknown> = {}) =>
      server.use(
        mock.operation(({ operationName, variables }) => {
          if (operationName !== operation) return undefined;
          asked.push({ operation, variables });
          const errors = [{ message: `${code}, in words.`, extensions: { code, requestId, ...more } }];
          return HttpResponse.json({ errors, data: null });
        }),
      ),
  };
}

type PageOptions = {
  sections?: SectionRules[];
  viewer?: Viewer;
  onSignedOut?: () => void;
  socket?: Pick<SocketClient, 'subscribe'>;
  /** Whether the browser did not keep the session. */
  dropped?: boolean;
  /** Another account has signed in with another tab. */
  replaced?: boolean;
  connection?: Connection;
};

const silent: Pick<SocketClient, 'subscribe'> = { subscribe: () => () => {} };

/** How the socket is, as a test says. */
export function fakeConnection() {
  const listeners = new Set<() => void>();
  let state: ConnectionState = 'idle';
  return {
    getSnapshot: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    heard: () => {},
    become: (next: ConnectionState) => {
      state = next;
      for (const listener of [...listeners]) listener();
    },
  };
}

/** Shows a part of the dashboard as the app would, in English, against `fakeApi`. */
export function renderPage(
  page: ReactNode,
  {
    sections = [],
    viewer = ada,
    onSignedOut,
    socket = silent,
    connection = fakeConnection(),
    dropped = false,
    replaced = false,
  }: PageOptions = {},
) {
  i18n.loadAndActivate({ locale: 'en', messages: {} });
  const sessionState = { ended: false, dropped, replaced };
  const session = {
    changed: vi.fn(),
    started: vi.fn(async () => {}),
    snapshot: () => sessionState,
    subscribe: () => () => {},
  };
  const sudo = new SudoGate();
  const unsaved = new Unsaved();
  const rules = new Rules(sections);
  const client = makeClient({
    socket,
    connection,
    sudo,
    rules,
    onSignedOut: onSignedOut ?? (() => {}),
    url: 'http://localhost/graphql',
  });
  const view = render(
    <MantineProvider env="test">
      <I18nProvider i18n={i18n}>
        <SessionContext value={session}>
          <SudoContext value={sudo}>
            <SocketContext value={{ client: socket as SocketClient, connection }}>
              <UnsavedContext value={unsaved}>
                <Provider value={client}>
                  <ViewerProvider viewer={viewer}>{page}</ViewerProvider>
                  <Notifications />
                </Provider>
              </UnsavedContext>
            </SocketContext>
          </SudoContext>
        </SessionContext>
      </I18nProvider>
    </MantineProvider>,
  );
  return { ...view, session, client, sudo, unsaved };
}
