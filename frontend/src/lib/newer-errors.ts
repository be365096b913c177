import { mapExchange } from 'urql';
import schema from '../gql/schema.json';

const known = new Set(schema.__schema.types.map(({ name }) => name));

type Payload = { errors?: { __typename: string }[] } | null;

/**
 * A server that is newer than this page may answer with a type of error that the cache
 * doesn't know, and would throw at. What every error has can be read all the same.
 */
export const newerErrors = mapExchange({
  onResult: ({ operation, data }) => {
    if (operation.kind !== 'mutation' || !data) return;
    const errors = Object.values<Payload>(data).flatMap((payload) => payload?.errors ?? []);
    for (const error of errors) {
      if (!known.has(error.__typename)) error.__typename = 'InputError';
    }
  },
});
