import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { type FragmentType, graphql, readFragment } from '../../gql';
import type { LoginMethod, SessionRowFragment } from '../../gql/graphql';
import { useAct } from '../../lib/use-act';
import { Ago } from '../../ui/ago';
import { FormFaults } from '../../ui/fault';
import { tellDone } from '../../ui/notify';
import { Row } from '../../ui/row';
import { Tag } from '../../ui/tag';

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

function Facts({ address, methods, createdAt }: SessionRowFragment) {
  const { i18n } = useLingui();
  const names = useMethodNames();
  const proofs = new Intl.ListFormat(i18n.locale).format(methods.map((method) => names[method]));
  return (
    <>
      <span>{address}</span>
      <span>
        <Trans>
          Signed in <Ago at={createdAt} /> with {proofs}
        </Trans>
      </span>
    </>
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
    <Row
      icon={<Icon size={18} />}
      title={device}
      tags={
        current && (
          <Tag>
            <Trans>Current session</Trans>
          </Tag>
        )
      }
      meta={<Facts {...session} />}
      time={
        <Trans>
          Last active <Ago at={session.lastSeenAt} />
        </Trans>
      }
      actions={!current && <End id={id} device={device} />}
    />
  );
}
