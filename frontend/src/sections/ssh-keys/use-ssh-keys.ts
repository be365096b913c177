import { graphql } from '../../gql';
import { useList } from '../../lib/use-list';

const sshKeysDocument = graphql(`
  query SshKeys($after: Cursor) {
    viewer {
      id
      sshKeys(first: 20, after: $after) {
        edges { cursor node { id ...SshKeyRow } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }
  }
`);

/** The keys loaded so far, and how to get more of them. */
export const useSshKeys = () => useList(sshKeysDocument, ({ viewer }) => viewer?.sshKeys);
