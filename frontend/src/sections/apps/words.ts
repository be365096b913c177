import { useLingui } from '@lingui/react/macro';
import type { AppRole, AppStatus } from '../../gql/graphql';

/** What the roles on an app are called. */
export function useRoleNames(): Record<AppRole, string> {
  const { t } = useLingui();
  return { OWNER: t`Owner`, COLLABORATOR: t`Collaborator`, LIMITED: t`Limited` };
}

/** What the statuses of an app are called. */
export function useStatusNames(): Record<AppStatus, string> {
  const { t } = useLingui();
  return { NEW: t`No containers`, STARTING: t`Starting`, RUNNING: t`Running`, STOPPED: t`Stopped` };
}

/** `refs/heads/main` as people say it: `main`. */
export function branchOf(ref: string): string {
  return ref.replace(/^refs\/(heads|tags)\//, '');
}

/** A commit's hash as git shortens it. */
export function shortCommit(commit: string): string {
  return commit.slice(0, 7);
}

/** The address of an app's repository, for one that does not exist yet. */
export function exampleRemote({ user, host, port }: { user: string; host: string; port: number }): string {
  const inUrl = host.includes(':') ? `[${host}]` : host; // an IPv6 address
  return `ssh://${user}@${inUrl}${port === 22 ? '' : `:${port}`}/my-app.git`;
}
