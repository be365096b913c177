import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { type FragmentType, graphql, readFragment } from '../../gql';
import { SandboxInbox } from '../../lib/sandbox';
import { FormFaults } from '../../ui/fault';
import { SectionCard } from '../../ui/section-card';
import { EmailChangeState } from './email-change-state';
import { EmailDialog } from './email-dialog';
import { StateSign } from './state-sign';
import { DialogButton } from './use-dialog';
import { useResendVerification } from './use-resend-verification';

const emailCardFragment = graphql(`
  fragment EmailCard on Viewer {
    email
    emailVerifiedAt
    twoFactor { enabled }
    emailChange { ...EmailChangeState }
  }
`);

function Verified({ at }: { at: string }) {
  const { i18n } = useLingui();
  const since = i18n.date(at, { dateStyle: 'long' });
  return (
    <StateSign state="on">
      <Trans>Verified {since}</Trans>
    </StateSign>
  );
}

function NotVerified({ email }: { email: string }) {
  const { act, pending, whole, problem } = useResendVerification(email);
  return (
    <Stack gap="xs" align="flex-start">
      <StateSign state="warn">
        <Trans>Not verified. Open the link in the email we sent.</Trans>
      </StateSign>
      <SandboxInbox />
      <FormFaults whole={whole} problem={problem} />
      <Button variant="default" size="xs" loading={pending} onClick={() => void act({})}>
        <Trans>Resend email</Trans>
      </Button>
    </Stack>
  );
}

/** The address, whether it is verified, and its change. */
export function EmailCard({ viewer }: { viewer: FragmentType<typeof emailCardFragment> }) {
  const { t } = useLingui();
  const { email, emailVerifiedAt, emailChange, twoFactor } = readFragment(emailCardFragment, viewer);
  return (
    <SectionCard id="email" title={t`Email`} about={t`Used to sign in and for security notifications.`}>
      <Stack>
        <Group justify="space-between" align="flex-start">
          <Stack gap={4}>
            <Text fw={600} className="breakable">
              {email}
            </Text>
            {emailVerifiedAt ? <Verified at={emailVerifiedAt} /> : <NotVerified email={email} />}
          </Stack>
          <DialogButton dialog="email" variant="default">
            <Trans>Change email</Trans>
          </DialogButton>
        </Group>
        {emailChange && (
          <EmailChangeState change={emailChange} email={email} verified={Boolean(emailVerifiedAt)} />
        )}
      </Stack>
      <EmailDialog email={email} verified={Boolean(emailVerifiedAt)} secondFactor={twoFactor.enabled} />
    </SectionCard>
  );
}
