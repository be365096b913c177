import type { AppFilter, AppStatus } from '../../gql/graphql';

/** What the list of apps shows, as it stands in the page's address. */
export type AppsSearch = {
  dialog?: 'create';
  /** A part of the name. */
  name?: string;
  /** Statuses, in lower case with commas between. */
  status?: string;
};

/** The statuses of apps, in the order in which the filter lists them. */
export const statuses = ['RUNNING', 'STARTING', 'STOPPED', 'NEW'] as const satisfies readonly AppStatus[];

export function statusesOf({ status }: AppsSearch): AppStatus[] {
  const asked = new Set(status?.toUpperCase().split(','));
  return statuses.filter((one) => asked.has(one));
}

/** Undefined: every status, so that the address says nothing of it. */
export function statusParam(chosen: readonly string[]): string | undefined {
  return chosen.length > 0 ? chosen.join(',').toLowerCase() : undefined;
}

/** The filter for the API; undefined: all apps, which costs less. */
export function filterOf(search: AppsSearch): AppFilter | undefined {
  const status = statusesOf(search);
  const name = search.name?.trim();
  if (status.length === 0 && !name) return undefined;
  return { ...(status.length > 0 && { status }), ...(name && { name }) };
}
