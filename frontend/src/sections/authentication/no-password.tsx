import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../gql';
import { FormFaults } from '../../ui/fault';
import { StateSign } from './state-sign';
import { useAct } from './use-act';

const sendPasswordLinkDocument = graphql(`
  mutation SendPasswordLink($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      errors {
        message
        code
        path
      }
    }
  }
`);

function useSendLink(email: string) {
  const [sent, setSent] = useState(false);
  const link = useAct(sendPasswordLinkDocument, {
    errors: (data) => data.requestPasswordReset.errors,
    onDone: () => setSent(true),
  });
  return { ...link, sent, send: () => void link.act({ input: { email } }) };
}

/** For an account without a password: it sets one by a mailed link. */
export function NoPassword({ email }: { email: string }) {
  const { t } = useLingui();
  const { sent, send, pending, whole, problem } = useSendLink(email);
  return (
    <Stack align="flex-start">
      <Text size="sm">
        <Trans>
          Your account has no password: you sign in in another way. To set one, open the link that we mail to{' '}
          {email}. That ends all sessions.
        </Trans>
      </Text>
      <FormFaults whole={whole} problem={problem} />
      <Button variant="default" loading={pending} onClick={send}>
        {sent ? t`Send another link` : t`Send me the link`}
      </Button>
      <div role="status">
        {sent && (
          <StateSign state="on">
            <Trans>The link is on its way. It works for 30 minutes.</Trans>
          </StateSign>
        )}
      </div>
    </Stack>
  );
}
