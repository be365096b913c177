import { useQuery } from 'urql';
import { graphql } from '../../gql';

const graceDaysDocument = graphql(`
  query DeletionGraceDays {
    serverInfo { deletionGraceDays }
  }
`);

/** The days in which a confirmed account deletion can be canceled; undefined: not known yet. */
export function useGraceDays(): number | undefined {
  const [{ data }] = useQuery({ query: graceDaysDocument, requestPolicy: 'cache-first' });
  return data?.serverInfo.deletionGraceDays;
}
