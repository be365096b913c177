import { useQuery } from 'urql';
import { graphql } from '../../gql';

const anyKeyDocument = graphql(`
  query AnySshKey {
    viewer {
      id
      sshKeys(first: 1) {
        edges { node { id } }
      }
    }
  }
`);

/** Whether one has an SSH key; undefined until that is known. */
export function useHasKey(): boolean | undefined {
  const [{ data }] = useQuery({ query: anyKeyDocument });
  const keys = data?.viewer?.sshKeys.edges;
  return keys && keys.length > 0;
}
