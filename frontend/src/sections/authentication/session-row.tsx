import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { type FragmentType, graphql, readFragment } from '../../gql';
import type { LoginMethod, SessionRowFragment } from '../../gql/graphql';
import { useAct } from '../../lib/use-act';
import { Ago } from '../../ui/ago';
import { FormFaults } from '../../ui/fault';
import { tellDone } from '../../ui/notify';
import classes from '../../ui/row.module.css';

const sessionRowFragment = graphql(`
  fragment SessionRow on Session {
    id
    device
    address
    methods
    createdAt
    lastSeenAt
    current
  }
`);

const revokeSessionDocument = graphql(`
  mutation RevokeSession($id: ID!) {
    revokeSession(id: $id) { revokedId errors { ...UserError } }
  }
`);

function useMethodNames(): Record<LoginMethod, string> {
  const { t } = useLingui();
  return {
    PASSWORD: t`password`,
    GITHUB: t`GitHub`,
    PASSKEY: t`passkey`,
    TOTP: t`authenticator app`,
    RECOVERY_CODE: t`recovery code`,
  };
}

function Facts({ address, methods, createdAt, lastSeenAt }: SessionRowFragment) {
  const { i18n } = useLingui();
  const names = useMethodNames();
  const proofs = new Intl.ListFormat(i18n.locale).format(methods.map((method) => names[method]));
  return (
    <div className={classes.facts}>
      <span className="breakable">{address}</span>
      <span>
        <Trans>
          Signed in <Ago at={createdAt} /> with {proofs}
        </Trans>
      </span>
      <span>
        <Trans>
          Last active <Ago at={lastSeenAt} />
        </Trans>
      </span>
    </div>
  );
}

function End({ id, device }: Pick<SessionRowFragment, 'id' | 'device'>) {
  const { t } = useLingui();
  const { act, pending, whole, problem } = useAct(revokeSessionDocument, () =>
    tellDone(t`${device} signed out`),
  );
  return (
    <Stack gap="xs" align="flex-end">
      <Button
        variant="default"
        size="xs"
        loading={pending}
        onClick={() => void act({ id })}
        aria-label={t`Sign out ${device}`}
      >
        <Trans context="another session">Sign out</Trans>
      </Button>
      <FormFaults whole={whole} problem={problem} />
    </Stack>
  );
}

export function SessionRow({ session: masked }: { session: FragmentType<typeof sessionRowFragment> }) {
  const session = readFragment(sessionRowFragment, masked);
  const { id, device, current } = session;
  const Icon = /iphone|ipad|android|mobile/i.test(device) ? IconDeviceMobile : IconDeviceDesktop;
  return (
    <li className={classes.row}>
      <Group gap="xs" wrap="nowrap">
        <Icon size={18} aria-hidden style={{ flexShrink: 0 }} />
        <Text fw={600} className="breakable">
          {device}
        </Text>
        {current && (
          <Badge variant="light" radius="sm" tt="none" style={{ flexShrink: 0 }}>
            <Trans>Current session</Trans>
          </Badge>
        )}
      </Group>
      {current ? <span /> : <End id={id} device={device} />}
      <Facts {...session} />
    </li>
  );
}
