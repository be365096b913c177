import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../gql';
import { useAct } from '../../lib/use-act';
import { DialogButtons } from '../../ui/dialog-buttons';
import { FormFaults } from '../../ui/fault';
import { CodesDialog } from './codes-dialog';
import { SavedCodes } from './saved-codes';

const renewRecoveryCodesDocument = graphql(`
  mutation RenewRecoveryCodes {
    renewRecoveryCodes { recoveryCodes errors { ...UserError } }
  }
`);

type RenewProps = { onClose: () => void; onCodes: (codes: readonly string[]) => void };

function Renew({ onClose, onCodes }: RenewProps) {
  const { act, pending, whole, problem } = useAct(
    renewRecoveryCodesDocument,
    ({ renewRecoveryCodes: { recoveryCodes } }) => recoveryCodes && onCodes(recoveryCodes),
  );
  return (
    <Stack>
      <Text>
        <Trans>You’ll get 10 new codes. Your current codes will stop working, including unused ones.</Trans>
      </Text>
      <FormFaults whole={whole} problem={problem} />
      <DialogButtons onCancel={onClose}>
        <Button loading={pending} onClick={() => void act({})} data-autofocus>
          <Trans>Generate new codes</Trans>
        </Button>
      </DialogButtons>
    </Stack>
  );
}

function Steps({ onClose, onCodes }: { onClose: () => void; onCodes: () => void }) {
  const [codes, setCodes] = useState<readonly string[]>();
  const shown = (made: readonly string[]) => {
    onCodes();
    setCodes(made);
  };
  if (codes) return <SavedCodes codes={codes} onSaved={onClose} />;
  return <Renew onClose={onClose} onCodes={shown} />;
}

/** Ten new recovery codes in place of the old ones. */
export function RecoveryCodesDialog({ possible }: { possible: boolean }) {
  const { t } = useLingui();
  return (
    <CodesDialog name="recovery-codes" possible={possible} title={t`Generate recovery codes`}>
      {(control) => <Steps {...control} />}
    </CodesDialog>
  );
}
