import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { useLast } from '../../lib/use-last';

const foundDocument = graphql(`
  query FoundApps($filter: AppFilter) {
    viewer {
      id
      apps(first: 5, filter: $filter) {
        edges { node { id name } }
      }
    }
  }
`);

/** How long nobody types before apps are asked for. */
const typingPause = 150;

/** The first few apps whose name contains what is typed; the first few of all while nothing is. */
export function useFoundApps(typed: string) {
  const [name] = useDebouncedValue(typed.trim(), typingPause);
  const [{ data }] = useQuery({ query: foundDocument, variables: { filter: name ? { name } : undefined } });
  return useLast(data?.viewer)?.apps.edges.map(({ node }) => node) ?? [];
}
