import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Group, Stack } from '@mantine/core';
import { StateSign } from './state-sign';
import { DialogButton } from './use-dialog';

/** From so many on, new codes are called for. */
const few = 3;

function Since({ since }: { since: string | null | undefined }) {
  const { i18n } = useLingui();
  if (!since) return <Trans context="two-factor authentication">On</Trans>;
  const day = i18n.date(since, { dateStyle: 'long' });
  return <Trans>On since {day}</Trans>;
}

function CodesLeft({ count }: { count: number }) {
  if (count > few) {
    return (
      <StateSign state="on">
        <Plural value={count} one="# recovery code left" other="# recovery codes left" />
      </StateSign>
    );
  }
  return (
    <StateSign state="warn">
      <Plural
        value={count}
        _0="No recovery codes left. Generate new ones now."
        one="# recovery code left. Generate new ones now."
        other="# recovery codes left. Generate new ones now."
      />
    </StateSign>
  );
}

/** The second factor where it is on: the codes that are left, new ones, and off. */
export function TwoFactorOn({ since, codesLeft }: { since?: string | null; codesLeft: number }) {
  return (
    <Stack>
      <Stack gap={6}>
        <StateSign state="on">
          <Since since={since} />
        </StateSign>
        <CodesLeft count={codesLeft} />
      </Stack>
      <Group>
        <DialogButton dialog="recovery-codes" variant={codesLeft > few ? 'default' : 'filled'}>
          <Trans>Generate recovery codes</Trans>
        </DialogButton>
        <DialogButton dialog="disable-totp" variant="default">
          <Trans>Turn off</Trans>
        </DialogButton>
      </Group>
    </Stack>
  );
}
