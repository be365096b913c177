import { Trans } from '@lingui/react/macro';
import { Button, List, Stack, Text } from '@mantine/core';
import { graphql } from '../../gql';
import { useAct } from '../../lib/use-act';
import { DialogButtons } from '../../ui/dialog-buttons';
import { FormFaults } from '../../ui/fault';

const startTotpDocument = graphql(`
  mutation StartTotp {
    startTotp { secret qrSvg errors { ...UserError } }
  }
`);

/** What the server gave for the authenticator app. */
export type Enrolment = { secret: string; qrSvg: string };

function WhatComes() {
  return (
    <>
      <Text>
        <Trans>
          You’ll need an authenticator app, like 2FAS, Aegis, Google Authenticator or your password manager.
        </Trans>
      </Text>
      <List spacing={4} type="ordered">
        <List.Item>
          <Trans>Scan a QR code.</Trans>
        </List.Item>
        <List.Item>
          <Trans>Enter the 6-digit code.</Trans>
        </List.Item>
        <List.Item>
          <Trans>Save your recovery codes.</Trans>
        </List.Item>
      </List>
    </>
  );
}

type TotpBeginProps = { onClose: () => void; onBegun: (enrolment: Enrolment) => void };

/** What is needed and what will come, before anything is made. */
export function TotpBegin({ onClose, onBegun }: TotpBeginProps) {
  const { act, pending, whole, problem } = useAct(
    startTotpDocument,
    ({ startTotp: { secret, qrSvg } }) => secret && qrSvg && onBegun({ secret, qrSvg }),
  );
  return (
    <Stack>
      <WhatComes />
      <FormFaults whole={whole} problem={problem} />
      <DialogButtons onCancel={onClose}>
        <Button loading={pending} onClick={() => void act({})} data-autofocus>
          <Trans>Get started</Trans>
        </Button>
      </DialogButtons>
    </Stack>
  );
}
