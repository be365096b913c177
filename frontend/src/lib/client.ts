import {
  cacheExchange,
  type KeyingConfig,
  type OptimisticMutationConfig,
  type UpdatesConfig,
} from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import type { Client as SocketClient } from 'graphql-ws';
import { Client, fetchExchange, mapExchange, subscriptionExchange } from 'urql';
import schema from '../gql/schema.json';
import { currentLocale } from './i18n';
import { problemOf } from './problems';

/** What a section knows of the cache: how its mutations change what is shown. */
export type SectionCache = {
  updates?: UpdatesConfig['Mutation'];
  optimistic?: OptimisticMutationConfig;
};

export type ClientOptions = {
  socket: SocketClient;
  sections: readonly SectionCache[];
  /** The session is over: the API answered UNAUTHENTICATED. */
  onSignedOut: () => void;
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

export function makeClient({ socket, sections, onSignedOut, url = '/graphql' }: ClientOptions): Client {
  return new Client({
    url,
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    // The API tells guests what is wrong in the language that is shown.
    fetchOptions: () => ({ headers: { 'accept-language': currentLocale() } }),
    exchanges: [
      mapExchange({
        onError: (error) => {
          if (problemOf(error).code === 'UNAUTHENTICATED') onSignedOut();
        },
      }),
      cacheExchange({
        schema,
        keys,
        resolvers: {
          Viewer: { sshKeys: pages, apps: pages },
          App: { deployments: pages, collaborators: pages },
        },
        updates: { Mutation: Object.assign({}, ...sections.map((one) => one.updates)) },
        optimistic: Object.assign({}, ...sections.map((one) => one.optimistic)),
      }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe({ query: request.query ?? '', variables: request.variables }, sink),
          }),
        }),
      }),
    ],
  });
}
