import { useCallback } from 'react';
import { useClient } from 'urql';
import { graphql } from '../../gql';
import type { AppPageQuery } from '../../gql/graphql';

export const appDocument = graphql(`
  query AppPage($name: String!) {
    app(name: $name) {
      id
      name
      viewerRole
      viewerCan
      gitRemote
      timelineHead
      status
      containers { type amount running plan { name label price { microsPerHour monthly { amount currency } } } }
      owner { id username fullName }
      branch
      parent { id name }
    }
    serverInfo {
      git { ...HostKey }
    }
  }
`);

export type App = NonNullable<AppPageQuery['app']>;
export type Git = AppPageQuery['serverInfo']['git'];

const byIdDocument = graphql(`
  query AppById($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on App {
        name
        gitRemote
        viewerRole
        viewerCan
        status
        containers { type amount running plan { name label price { microsPerHour monthly { amount currency } } } }
        owner { id username fullName }
        branch
        parent { id name }
      }
    }
  }
`);

/** Asks for the app again by its id: the name in the address may be the old one. */
export function useRefresh() {
  const client = useClient();
  return useCallback(
    (id: string) => void client.query(byIdDocument, { id }, { requestPolicy: 'network-only' }).toPromise(),
    [client],
  );
}
