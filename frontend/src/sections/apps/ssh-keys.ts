import { useQuery } from 'urql';
import { graphql } from '../../gql';

const ownKeysDocument = graphql(`
  query OwnSshKeys {
    viewer {
      id
      sshKeys(first: 100) {
        edges { node { id name fingerprint } }
      }
    }
  }
`);

function useOwnKeys() {
  const [{ data }] = useQuery({ query: ownKeysDocument });
  return data?.viewer?.sshKeys.edges.map(({ node }) => node);
}

/** Whether one has an SSH key; undefined until that is known. */
export function useHasKey(): boolean | undefined {
  const keys = useOwnKeys();
  return keys && keys.length > 0;
}

/** The names of one's own SSH keys, by their fingerprints. */
export function useKeyNames(): ReadonlyMap<string, string> {
  return new Map(useOwnKeys()?.map(({ fingerprint, name }) => [fingerprint, name]));
}
