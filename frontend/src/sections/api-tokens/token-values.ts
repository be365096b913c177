import type { CreateApiTokenInput, Scope } from '../../gql/graphql';
import { endOf, type Lifetime } from './expiry';
import { granted } from './scopes';

/** Named as in the API's input, so that its errors find their fields. */
export type TokenValues = {
  name: string;
  scopes: Scope[];
  appIds: string[];
  expiresAt: Lifetime;
  /** The last day, where `expiresAt` is a day. */
  day: string;
};

export function inputOf(
  { name, scopes, appIds, expiresAt, day }: TokenValues,
  timeZone: string,
): CreateApiTokenInput {
  return {
    name: name.trim(),
    scopes: granted(scopes, appIds),
    appIds,
    expiresAt: endOf(expiresAt, day, new Date(), timeZone),
  };
}
