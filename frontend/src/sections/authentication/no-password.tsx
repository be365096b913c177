import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../gql';
import { useAct } from '../../lib/use-act';
import { FormFaults } from '../../ui/fault';
import { StateSign } from './state-sign';

const sendPasswordLinkDocument = graphql(`
  mutation SendPasswordLink($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) { errors { ...UserError } }
  }
`);

function useSendLink(email: string) {
  const [sent, setSent] = useState(false);
  const link = useAct(sendPasswordLinkDocument, () => setSent(true));
  return { ...link, sent, send: () => void link.act({ input: { email } }) };
}

/** For an account without a password: it sets one by an emailed link. */
export function NoPassword({ email }: { email: string }) {
  const { t } = useLingui();
  const { sent, send, pending, whole, problem } = useSendLink(email);
  return (
    <Stack align="flex-start">
      <Text>
        <Trans>
          Your account has no password. To set one, use the link we’ll send to {email}. Setting a password
          signs out all sessions.
        </Trans>
      </Text>
      <FormFaults whole={whole} problem={problem} />
      <Button variant="default" loading={pending} onClick={send}>
        {sent ? t`Send another link` : t`Send link`}
      </Button>
      <div role="status">
        {sent && (
          <StateSign state="on">
            <Trans>Email sent. The link expires in 30 minutes.</Trans>
          </StateSign>
        )}
      </div>
    </Stack>
  );
}
