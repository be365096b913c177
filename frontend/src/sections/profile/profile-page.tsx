import { useLingui } from '@lingui/react/macro';
import { Stack } from '@mantine/core';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { problemOf } from '../../lib/problems';
import { useLast } from '../../lib/use-last';
import { Fault } from '../../ui/fault';
import { Page } from '../../ui/page';
import { IdentityCard } from './identity-card';
import { PreferencesCard } from './preferences-card';
import { ProfileSkeleton } from './profile-skeleton';

export const profileDocument = graphql(`
  query Profile {
    viewer {
      id
      username
      email
      fullName
      location
      company
      newsletter
      language
      theme
      timeZone
      createdAt
    }
  }
`);

export function ProfilePage() {
  const { t } = useLingui();
  const [{ data, error }, refetch] = useQuery({ query: profileDocument });
  const viewer = useLast(data?.viewer);
  return (
    <Page title={t`Profile`} about={t`Your details and preferences.`}>
      {viewer ? (
        <Stack gap="lg">
          <IdentityCard profile={viewer} />
          <PreferencesCard profile={viewer} />
        </Stack>
      ) : error ? (
        <Fault problem={problemOf(error)} onRetry={() => refetch({ requestPolicy: 'network-only' })} />
      ) : (
        <ProfileSkeleton />
      )}
    </Page>
  );
}
