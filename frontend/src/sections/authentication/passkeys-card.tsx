import { Trans, useLingui } from '@lingui/react/macro';
import { Paper, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type FragmentType, graphql, readFragment } from '../../gql';
import { knowsPasskeys } from '../../lib/passkey';
import { SectionCard } from '../../ui/section-card';
import { AddPasskeyDialog } from './add-passkey-dialog';
import { PasskeyRow } from './passkey-row';
import { StateSign } from './state-sign';
import { DialogButton } from './use-dialog';

const passkeysCardFragment = graphql(`
  fragment PasskeysCard on Viewer {
    passkeys {
      id
      ...PasskeyRow
    }
  }
`);

function Add() {
  return (
    <DialogButton
      dialog="passkey"
      variant="default"
      leftSection={<IconPlus size={16} aria-hidden />}
      style={{ alignSelf: 'flex-start' }}
    >
      <Trans>Add a passkey</Trans>
    </DialogButton>
  );
}

function NotHere() {
  return (
    <StateSign state="warn">
      <Trans>This browser knows no passkeys. Add one with a newer one, or on another device.</Trans>
    </StateSign>
  );
}

/** What signs in by fingerprint, face or PIN in place of password and code. */
export function PasskeysCard({ viewer }: { viewer: FragmentType<typeof passkeysCardFragment> }) {
  const { t } = useLingui();
  const { passkeys } = readFragment(passkeysCardFragment, viewer);
  const possible = knowsPasskeys();
  return (
    <SectionCard
      id="passkeys"
      title={t`Passkeys`}
      about={t`They sign you in by fingerprint, face or PIN, and count as both factors. No false page can steal them.`}
    >
      <Stack>
        {passkeys.length === 0 ? (
          <Text size="sm">
            <Trans>No passkey yet.</Trans>
          </Text>
        ) : (
          <Paper withBorder component="ul" m={0} p={0}>
            {passkeys.map((passkey) => (
              <PasskeyRow key={passkey.id} passkey={passkey} />
            ))}
          </Paper>
        )}
        {possible ? <Add /> : <NotHere />}
      </Stack>
      <AddPasskeyDialog possible={possible} />
    </SectionCard>
  );
}
