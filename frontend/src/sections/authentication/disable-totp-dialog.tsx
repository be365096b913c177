import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql';
import { useAct } from '../../lib/use-act';
import { tellDone } from '../../ui/notify';
import { ConfirmDialog } from './confirm-dialog';
import { useDialog } from './use-dialog';

const disableTwoFactorDocument = graphql(`
  mutation DisableTwoFactor {
    disableTwoFactor { viewer { id ...TwoFactorCard } errors { ...UserError } }
  }
`);

function Consequences() {
  return (
    <List spacing={4}>
      <List.Item>
        <Trans>Anyone who learns your password will be able to sign in without a code.</Trans>
      </List.Item>
      <List.Item>
        <Trans>Your authenticator app and recovery codes will stop working for Portico.</Trans>
      </List.Item>
    </List>
  );
}

function ToPassword() {
  return (
    <Text>
      <Anchor
        inherit
        renderRoot={(props) => <Link to="/authentication" search={{}} hash="password" {...props} />}
      >
        <Trans>Change your password first</Trans>
      </Anchor>
    </Text>
  );
}

/** Asks before two-factor authentication is turned off. */
export function DisableTotpDialog({ possible }: { possible: boolean }) {
  const { t } = useLingui();
  const { opened, onClose } = useDialog('disable-totp');
  const { act, wrong, ...state } = useAct(disableTwoFactorDocument, () => {
    onClose();
    tellDone(t`Two-factor authentication turned off`);
  });
  return (
    <ConfirmDialog
      {...state}
      opened={opened && possible}
      onClose={onClose}
      title={t`Turn off two-factor authentication`}
      verb={t`Turn off`}
      onConfirm={() => void act({})}
    >
      <Consequences />
      {wrong.some(({ code }) => code === 'TOO_SHORT') && <ToPassword />}
    </ConfirmDialog>
  );
}
