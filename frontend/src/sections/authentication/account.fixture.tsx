import { createRootRoute, createRoute } from '@tanstack/react-router';
import { screen } from '@testing-library/react';
import type { Sink, Client as SocketClient } from 'graphql-ws';
import type { TimelineEventType } from '../../gql/graphql';
import { ada, type fakeApi } from '../../lib/test-page';
import { renderRoutes } from '../../lib/test-router';
// Compiled before the first test has to wait for it.
import './authentication-page';
import { changesDocument } from '../../lib/live/changes';
import * as cache from './cache';
import { events } from './events';
import { authentication } from './section';

type Fields = Record<string, unknown>;

/** An account as the page asks for it: verified, with a password and nothing more. */
export function account(more: Fields = {}) {
  return {
    __typename: 'Viewer',
    id: ada.id,
    email: ada.email,
    emailVerifiedAt: '2026-11-20T12:00:00Z',
    emailChange: null,
    loginMethods: ['PASSWORD'],
    twoFactor: twoFactor(),
    passkeys: [],
    github: null,
    deletion: { __typename: 'AccountDeletion', ownedApps: [], linkExpiresAt: null, graceDays: 14 },
    ...more,
  };
}

export function twoFactor(more: Fields = {}) {
  return {
    __typename: 'TwoFactor',
    enabled: false,
    enabledAt: null,
    recoveryCodesLeft: 0,
    awaitsRecoveryCodes: false,
    ...more,
  };
}

export function secondFactorOn(more: Fields = {}) {
  return twoFactor({ enabled: true, enabledAt: '2026-11-20T12:00:00Z', recoveryCodesLeft: 10, ...more });
}

export function session(id: string, more: Fields = {}) {
  return {
    __typename: 'Session',
    id,
    device: 'Firefox on Linux',
    address: '192.0.2.7',
    methods: ['PASSWORD'],
    createdAt: '2026-11-20T12:00:00Z',
    lastSeenAt: '2026-11-20T12:00:00Z',
    current: false,
    ...more,
  };
}

export function sessionsOf(...nodes: ReturnType<typeof session>[]) {
  return {
    __typename: 'SessionConnection',
    edges: nodes.map((node) => ({ __typename: 'SessionEdge', cursor: `c-${node.id}`, node })),
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    totalCount: nodes.length,
  };
}

/** What a mutation answers: what came of it, and nothing that is wrong. */
export function payload(type: string, more: Fields = {}) {
  return { __typename: `${type}Payload`, errors: [], ...more };
}

/** What a mutation answers that was not done. */
export function refused(type: string, code: string, message: string, path: string[] = [], more: Fields = {}) {
  return payload(type, { errors: [{ __typename: 'InputError', message, code, path }], ...more });
}

type Start = {
  account?: Fields;
  dataExport?: Fields | null;
  github?: boolean;
  sessions?: Fields;
  /** Answers something in another way from the beginning. */
  otherwise?: () => void;
};

/** The socket of which the server's side is played by the test. */
function fakeSocket() {
  const sinks: Sink[] = [];
  const subscribe = (_: unknown, sink: Sink) => {
    sinks.push(sink);
    return () => {};
  };
  const happens = (type: TimelineEventType) => {
    const node = { __typename: 'LoginSucceededEvent', id: `e-${type}`, type };
    const timeline = { __typename: 'TimelineEdge', cursor: `c-${type}`, node };
    for (const sink of sinks) sink.next({ data: { timeline } });
  };
  return { socket: { subscribe } as Pick<SocketClient, 'subscribe'>, happens };
}

/** Shows the page at an address, for an account as the server has it at first. */
export async function showAccount(api: ReturnType<typeof fakeApi>, path = '', start: Start = {}) {
  const { github = false, dataExport = null, sessions } = start;
  const viewer = { __typename: 'Viewer', id: ada.id };
  api.answer('Authentication', () => ({ viewer: account(start.account) }));
  api.answer('GithubOffer', () => ({ serverInfo: { __typename: 'ServerInfo', github } }));
  api.answer('DataExport', () => ({ viewer: { ...viewer, dataExport } }));
  api.answer('Sessions', () => ({
    viewer: { ...viewer, sessions: sessions ?? sessionsOf(session('s-1', { current: true })) },
  }));
  start.otherwise?.();
  const root = createRootRoute();
  const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in' });
  const routes = root.addChildren([signedIn.addChildren(authentication(signedIn).routes)]);
  const { socket, happens } = fakeSocket();
  const options = { sections: [cache, { events }], socket };
  const view = renderRoutes(routes, `/authentication${path}`, options);
  view.client.subscription(changesDocument, {}).subscribe(() => {});
  await screen.findByRole('region', { name: 'Email' });
  return { ...view, happens };
}

/** What was sent to the API under this name. */
export function sent(api: ReturnType<typeof fakeApi>, operation: string) {
  return api.asked.filter((one) => one.operation === operation).map(({ variables }) => variables);
}
