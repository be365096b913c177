import { Trans } from '@lingui/react/macro';
import { Stack } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from 'urql';
import { graphql } from '../../gql';
import { usePasskeyProof } from '../../lib/passkey-proof';
import { useSession } from '../../lib/session-context';
import { FormFaults } from '../../ui/fault';
import { SubmitButton } from '../../ui/submit-button';

const signInWithPasskeyDocument = graphql(`
  mutation SignInWithPasskey($input: PasskeyProofInput!) {
    signInWithPasskey(input: $input) { viewer { id } errors { ...UserError } }
  }
`);

const startPasskeySignInDocument = graphql(`
  mutation StartPasskeySignIn {
    startPasskeySignIn { ceremony options errors { ...UserError } }
  }
`);

/** Signs in with a passkey, which counts as both factors. */
export function PasskeyButton() {
  const session = useSession();
  const [, start] = useMutation(startPasskeySignInDocument);
  const [, finish] = useMutation(signInWithPasskeyDocument);
  const { prove, pending, whole, problem, wait } = usePasskeyProof({
    start: () => start({}),
    finish: (input) => finish({ input }),
    onDone: () => void session.started(),
  });
  return (
    <Stack>
      <FormFaults whole={whole} problem={problem} />
      <SubmitButton
        pending={pending}
        wait={wait}
        onClick={prove}
        variant="default"
        fullWidth
        leftSection={<IconFingerprint size={18} aria-hidden />}
      >
        <Trans>Sign in with a passkey</Trans>
      </SubmitButton>
    </Stack>
  );
}
