import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Group, Skeleton, Stack, Text } from '@mantine/core';
import { type ComponentType, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../gql';
import type { SudoMethod } from '../gql/graphql';
import { Dialog } from '../ui/dialog';
import { Fault } from '../ui/fault';
import { knowsPasskeys } from './passkey';
import { problemOf } from './problems';
import { useSudoGate } from './sudo-context';
import classes from './sudo-dialog.module.css';
import { EmailedCodeProof } from './sudo-emailed-code';
import type { ProofProps } from './sudo-form';
import { CodeProof, GithubProof, PasskeyProof, PasswordProof } from './sudo-proofs';

const sudoMethodsDocument = graphql(`
  query SudoMethods {
    viewer { id sudoMethods }
  }
`);

const proofs: Record<SudoMethod, ComponentType<ProofProps>> = {
  PASSWORD: PasswordProof,
  TOTP: CodeProof,
  PASSKEY: PasskeyProof,
  GITHUB: GithubProof,
  MAILED_CODE: EmailedCodeProof,
};

/** The ways that this account can take in this browser. */
function useSudoMethods() {
  const [{ data, error, fetching }, ask] = useQuery({
    query: sudoMethodsDocument,
    requestPolicy: 'network-only',
  });
  const all = data?.viewer?.sudoMethods;
  return {
    methods: fetching ? undefined : all?.filter((method) => method !== 'PASSKEY' || knowsPasskeys()),
    problem: error && problemOf(error),
    retry: () => ask({ requestPolicy: 'network-only' }),
  };
}

type OthersProps = { methods: readonly SudoMethod[]; onChoose: (method: SudoMethod) => void };

function Others({ methods, onChoose }: OthersProps) {
  const { t } = useLingui();
  const names: Record<SudoMethod, string> = {
    PASSWORD: t`Password`,
    TOTP: t`Authenticator app`,
    PASSKEY: t`Passkey`,
    GITHUB: t`GitHub`,
    MAILED_CODE: t`Email code`,
  };
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        <Trans>Other options:</Trans>
      </Text>
      <Group gap="md">
        {methods.map((method) => (
          <Anchor key={method} component="button" type="button" size="sm" onClick={() => onChoose(method)}>
            {names[method]}
          </Anchor>
        ))}
      </Group>
    </Stack>
  );
}

function Proof(props: ProofProps) {
  const { t } = useLingui();
  const { methods, problem, retry } = useSudoMethods();
  const [chosen, setChosen] = useState<SudoMethod>();
  if (problem) return <Fault problem={problem} onRetry={retry} />;
  if (!methods) return <Skeleton h={108} role="status" aria-label={t`Loading`} />;
  const method = chosen ?? methods[0];
  if (!method) {
    return (
      <Text>
        <Trans>
          This browser doesn’t support any of your sign-in methods. Try another browser or device.
        </Trans>
      </Text>
    );
  }
  const Way = proofs[method];
  const others = methods.filter((one) => one !== method);
  return (
    <>
      <div className={others.length > 0 ? classes.withOthers : undefined}>
        <Way {...props} />
      </div>
      {others.length > 0 && <Others methods={others} onChoose={setChosen} />}
    </>
  );
}

/** Asks once more who it is wherever something needs sudo mode, over whatever is open. */
export default function SudoDialog({ opened }: { opened: boolean }) {
  const { t } = useLingui();
  const gate = useSudoGate();
  const cancel = () => gate.answer(false);
  return (
    <Dialog opened={opened} onClose={cancel} closeOnEscape title={t`Confirm it’s you`} size="sm" zIndex={300}>
      <Stack>
        <Text>
          <Trans>Confirm your identity to continue. We won’t ask again for 15 minutes.</Trans>
        </Text>
        <Proof onProved={() => gate.answer(true)} onCancel={cancel} />
      </Stack>
    </Dialog>
  );
}
