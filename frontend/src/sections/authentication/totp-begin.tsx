import { Trans } from '@lingui/react/macro';
import { Button, Group, List, Stack, Text } from '@mantine/core';
import { graphql } from '../../gql';
import { FormFaults } from '../../ui/fault';
import type { Enrolment } from './totp-dialog';
import { useAct } from './use-act';

const startTotpDocument = graphql(`
  mutation StartTotp {
    startTotp {
      secret
      qrSvg
      errors {
        message
        code
        path
      }
    }
  }
`);

function WhatComes() {
  return (
    <>
      <Text size="sm">
        <Trans>
          You need an app that makes codes: Aegis, 2FAS, Google Authenticator, or a password manager that does
          it too.
        </Trans>
      </Text>
      <List size="sm" spacing={4} type="ordered">
        <List.Item>
          <Trans>Scan a picture with the app.</Trans>
        </List.Item>
        <List.Item>
          <Trans>Type the code that it shows.</Trans>
        </List.Item>
        <List.Item>
          <Trans>Save ten recovery codes, for the day on which you lose the app.</Trans>
        </List.Item>
      </List>
    </>
  );
}

type TotpBeginProps = { onClose: () => void; onBegun: (enrolment: Enrolment) => void };

/** What is needed and what will come, before anything is made. */
export function TotpBegin({ onClose, onBegun }: TotpBeginProps) {
  const { act, pending, whole, problem } = useAct(startTotpDocument, {
    errors: (data) => data.startTotp.errors,
    onDone: ({ startTotp: { secret, qrSvg } }) => secret && qrSvg && onBegun({ secret, qrSvg }),
  });
  return (
    <Stack>
      <WhatComes />
      <FormFaults whole={whole} problem={problem} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button loading={pending} onClick={() => void act({})} data-autofocus>
          <Trans>Begin</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
