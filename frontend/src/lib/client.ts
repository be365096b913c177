import {
  cacheExchange,
  type KeyingConfig,
  type ResolverConfig,
  type UpdatesConfig,
} from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import type { Client as SocketClient } from 'graphql-ws';
import {
  Client,
  fetchExchange,
  makeOperation,
  mapExchange,
  type OperationResult,
  subscriptionExchange,
} from 'urql';
import type { ChangesSubscription } from '../gql/graphql';
import schema from '../gql/schema.json';
import { askAgain } from './ask-again';
import { setBusinessOffset } from './business-clock';
import { currentLocale } from './i18n';
import type { Connection } from './live/connection';
import { retryUnreached } from './live/retry-unreached';
import { newerErrors } from './newer-errors';
import { pageAccount } from './page-account';
import { problemOf } from './problems';
import { forget, type Rules } from './rules';
import { type SudoGate, sudoExchange } from './sudo';

export type ClientOptions = {
  socket: Pick<SocketClient, 'subscribe'>;
  connection: Pick<Connection, 'getSnapshot' | 'subscribe'>;
  rules: Rules;
  /** The session is over: the API answered UNAUTHENTICATED. */
  onSignedOut: () => void;
  /** The session is another account's than the page's: the API answered SESSION_CHANGED. */
  onReplaced?: () => void;
  /** The id of the account that the page was loaded for. */
  account?: () => string | undefined;
  /** Where mutations wait that need the password once more. */
  sudo: SudoGate;
  url?: string;
};

const never = () => null;

/**
 * Types that are no objects of their own. `Named…` are what something was called
 * at the time: two events may name one app differently, so they are not merged.
 */
const keys: KeyingConfig = Object.fromEntries(
  schema.__schema.types
    .filter((type) => type.kind === 'OBJECT' && !type.fields?.some((field) => field.name === 'id'))
    .map((type) => type.name)
    .concat('NamedAccount', 'NamedApp', 'NamedDeployment')
    .map((name) => [name, never]),
);

const pages = relayPagination();

type TypeRef = { name?: string; ofType?: TypeRef };
const isConnection = ({ type }: { type: TypeRef }) => type.ofType?.name?.endsWith('Connection');

/** What the schema has as a connection comes in pages, which the cache joins. */
const resolvers: ResolverConfig = Object.fromEntries(
  schema.__schema.types
    .filter(({ kind }) => kind === 'OBJECT')
    .map(({ name, fields = [] }) => [
      name,
      Object.fromEntries(fields.filter(isConnection).map((field) => [field.name, pages])),
    ]),
);

/** The position of what a subscription sent: its one field's cursor, if it has one. */
function cursorOf(data: unknown): string | undefined {
  const [update] = Object.values(data ?? {});
  return typeof update?.cursor === 'string' ? update.cursor : undefined;
}

/** Whatever answer tells how far business time is ahead, the page goes by it from then on. */
const clockUpdates: UpdatesConfig = {
  ServerInfo: {
    clockOffsetSeconds: ({ clockOffsetSeconds }) => setBusinessOffset(Number(clockOffsetSeconds) * 1000),
  },
  Sandbox: { offsetSeconds: ({ offsetSeconds }) => setBusinessOffset(Number(offsetSeconds) * 1000) },
};

/**
 * An event came in while the answer was on its way, and the cache has let go of what
 * was asked for: what it holds back from the answer would never be asked for again.
 */
function isOvertaken({ operation, data, error, stale }: OperationResult): boolean {
  const fromCache = operation.context.requestPolicy === 'cache-only';
  return operation.kind === 'query' && !fromCache && !stale && !error && data == null;
}

export function makeClient({
  socket,
  connection,
  rules,
  onSignedOut,
  onReplaced,
  account,
  sudo,
  url = '/graphql',
}: ClientOptions): Client {
  const http = {
    url,
    preferGetMethod: false as const,
    // The API tells guests what is wrong in the language that is shown.
    fetchOptions: () => ({ headers: { 'accept-language': currentLocale(), ...pageAccount(account?.()) } }),
  };
  const client: Client = new Client({
    ...http,
    requestPolicy: 'cache-and-network',
    exchanges: [
      retryUnreached(connection),
      mapExchange({
        onOperation: askAgain(() => client),
        onError: (error) => {
          const { code } = problemOf(error);
          if (code === 'UNAUTHENTICATED') onSignedOut();
          if (code === 'SESSION_CHANGED') onReplaced?.();
        },
        onResult: (result) => {
          if (!isOvertaken(result)) return;
          const { operation } = result;
          const context = { ...operation.context, requestPolicy: 'network-only' as const };
          client.reexecuteOperation(makeOperation('query', operation, context));
        },
      }),
      cacheExchange({
        schema,
        keys,
        resolvers,
        updates: {
          ...clockUpdates,
          Mutation: rules.updates,
          Subscription: {
            timeline: ({ timeline }: Partial<ChangesSubscription>, _, cache) => {
              if (!timeline || !('node' in timeline)) return;
              forget(cache, rules.events[timeline.node.type]?.stale ?? []);
            },
          },
        },
        optimistic: rules.optimistic,
      }),
      newerErrors,
      sudoExchange(sudo, http),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables }) => ({
          subscribe: (sink) => {
            // The client sends the same payload again when it comes back: from the last event on.
            const payload = { query, variables: { ...variables } };
            const next: typeof sink.next = (result) => {
              payload.variables.after = cursorOf(result.data) ?? payload.variables.after;
              sink.next(result);
            };
            return { unsubscribe: socket.subscribe(payload, { ...sink, next }) };
          },
        }),
      }),
    ],
  });
  return client;
}
