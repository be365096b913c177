import { Trans, useLingui } from '@lingui/react/macro';
import { Divider, Skeleton } from '@mantine/core';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { knowsPasskeys } from '../../lib/passkey';
import { GithubButton } from './github-button';
import { PasskeyButton } from './passkey-button';

/** What of the server a guest's pages depend on. */
const offersDocument = graphql(`
  query Offers {
    serverInfo { github }
  }
`);

/**
 * The ways in beside the password, as far as browser and server know them; a new
 * account has no passkey yet.
 */
export function OtherWays({ newcomer = false }: { newcomer?: boolean }) {
  const { t } = useLingui();
  const [{ data, fetching }] = useQuery({ query: offersDocument, requestPolicy: 'cache-first' });
  const withPasskey = !newcomer && knowsPasskeys();
  if (!withPasskey && !fetching && !data?.serverInfo.github) return null;
  return (
    <>
      <Divider label={t({ message: 'or', context: 'between two ways to sign in' })} />
      {withPasskey && <PasskeyButton />}
      {/* Holds the place, so that nothing below moves when the answer comes. */}
      {fetching && <Skeleton h={36} />}
      {data?.serverInfo.github && (
        <GithubButton>
          {newcomer ? <Trans>Sign up with GitHub</Trans> : <Trans>Sign in with GitHub</Trans>}
        </GithubButton>
      )}
    </>
  );
}
