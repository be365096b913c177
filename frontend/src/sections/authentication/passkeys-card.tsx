import { Trans, useLingui } from '@lingui/react/macro';
import { Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type FragmentType, graphql, readFragment } from '../../gql';
import { knowsPasskeys } from '../../lib/passkey';
import { Rows } from '../../ui/rows';
import { SectionCard } from '../../ui/section-card';
import { AddPasskeyDialog } from './add-passkey-dialog';
import { PasskeyRow } from './passkey-row';
import { StateSign } from './state-sign';
import { DialogButton } from './use-dialog';

const passkeysCardFragment = graphql(`
  fragment PasskeysCard on Viewer {
    passkeys { id ...PasskeyRow }
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
      <Trans>Add passkey</Trans>
    </DialogButton>
  );
}

function NotHere() {
  return (
    <StateSign state="warn">
      <Trans>This browser doesn’t support passkeys. Add one in a newer browser or on another device.</Trans>
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
      about={t`Sign in with your fingerprint, face or PIN. Passkeys can’t be phished and don’t need a code.`}
    >
      <Stack>
        {passkeys.length === 0 ? (
          <Text>
            <Trans>No passkeys yet.</Trans>
          </Text>
        ) : (
          <Rows>
            {passkeys.map((passkey) => (
              <PasskeyRow key={passkey.id} passkey={passkey} />
            ))}
          </Rows>
        )}
        {possible ? <Add /> : <NotHere />}
      </Stack>
      <AddPasskeyDialog possible={possible} />
    </SectionCard>
  );
}
