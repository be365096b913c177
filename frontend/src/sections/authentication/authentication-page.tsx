import { useLingui } from '@lingui/react/macro';
import { Stack } from '@mantine/core';
import { useCallback } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { AuthenticationQuery } from '../../gql/graphql';
import { problemOf } from '../../lib/problems';
import { useLast } from '../../lib/use-last';
import { Fault } from '../../ui/fault';
import { Page } from '../../ui/page';
import { AuthenticationSkeleton } from './authentication-skeleton';
import { DeleteCard } from './delete-card';
import { EmailCard } from './email-card';
import { ExportCard } from './export-card';
import { GithubCard } from './github-card';
import { GithubNotice } from './github-notice';
import { PasskeysCard } from './passkeys-card';
import { PasswordCard } from './password-card';
import { SessionsCard } from './sessions-card';
import { TwoFactorCard } from './two-factor-card';
import { useAnchor } from './use-anchor';
import { useOnReturn } from './use-on-return';

const authenticationDocument = graphql(`
  query Authentication {
    viewer {
      id
      ...EmailCard
      ...PasswordCard
      ...TwoFactorCard
      ...PasskeysCard
      ...GithubCard
      ...DeleteCard
    }
  }
`);

// A query of its own: beside another root field, a viewer that lacks something counts as nobody.
const offerDocument = graphql(`
  query GithubOffer {
    serverInfo { github }
  }
`);

type Viewer = NonNullable<AuthenticationQuery['viewer']>;

function useAccount() {
  const [{ data, error }, refetch] = useQuery({ query: authenticationDocument });
  const [offer] = useQuery({ query: offerDocument, requestPolicy: 'cache-first' });
  const again = useCallback(() => refetch({ requestPolicy: 'network-only' }), [refetch]);
  useOnReturn(again);
  // Asked for again without success: what is typed into the cards stays.
  const viewer = useLast(data?.viewer);
  return {
    // Both, so that no card comes between the others later on.
    viewer: offer.data || offer.error ? viewer : undefined,
    offered: offer.data?.serverInfo.github ?? false,
    problem: error && problemOf(error),
    again,
  };
}

function Cards({ viewer, offered }: { viewer: Viewer; offered: boolean }) {
  useAnchor();
  return (
    <Stack gap="lg">
      <GithubNotice />
      <EmailCard viewer={viewer} />
      <PasswordCard viewer={viewer} />
      <TwoFactorCard viewer={viewer} />
      <PasskeysCard viewer={viewer} />
      <GithubCard viewer={viewer} offered={offered} />
      <SessionsCard />
      <ExportCard />
      <DeleteCard viewer={viewer} />
    </Stack>
  );
}

/** How one signs in, where one is signed in, and how the account ends. */
export function AuthenticationPage() {
  const { t } = useLingui();
  const { viewer, offered, problem, again } = useAccount();
  return (
    <Page title={t`Authentication`} about={t`Sign-in methods, active sessions and account data.`}>
      {viewer ? (
        <Cards viewer={viewer} offered={offered} />
      ) : problem ? (
        <Fault problem={problem} onRetry={again} />
      ) : (
        <AuthenticationSkeleton />
      )}
    </Page>
  );
}
