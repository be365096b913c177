import { Trans } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import { useQuery } from 'urql';
import { graphql } from '../gql';

const sandboxDocument = graphql(`
  query Sandbox {
    serverInfo { sandbox simulated }
  }
`);

function useServer() {
  const [{ data }] = useQuery({ query: sandboxDocument, requestPolicy: 'cache-first' });
  return data?.serverInfo;
}

/** Whether this is a sandbox; false until it is known. */
export const useIsSandbox = (): boolean => useServer()?.sandbox ?? false;

/** Whether what is ordered runs only in name; false until it is known. */
export const useIsSimulated = (): boolean => useServer()?.simulated ?? false;

/** Where an email is waited for: a sandbox sends none, and this leads to its inbox. Nothing elsewhere. */
export function SandboxInbox() {
  if (!useIsSandbox()) return null;
  return (
    <Text span display="block" size="sm">
      <Trans>
        This is a sandbox, so emails aren’t sent.{' '}
        <Anchor href="/dev/mail" c="inherit" inherit underline="always">
          Open the sandbox inbox
        </Anchor>
        .
      </Trans>
    </Text>
  );
}
