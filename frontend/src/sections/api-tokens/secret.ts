import type { Scope } from '../../gql/graphql';

/** A secret that was made just now, for the one time that it is shown. */
export type Secret = { name: string; scopes: readonly Scope[]; secret: string; renewed: boolean };

type Payload = {
  apiToken?: { name: string; scopes: readonly Scope[] } | null;
  secret?: string | null;
};

/** The secret of an answer; undefined: it has none. */
export function secretOf({ apiToken, secret }: Payload, renewed: boolean): Secret | undefined {
  return apiToken && secret ? { name: apiToken.name, scopes: apiToken.scopes, secret, renewed } : undefined;
}
