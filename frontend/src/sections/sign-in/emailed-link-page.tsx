import { Trans } from '@lingui/react/macro';
import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconLinkOff } from '@tabler/icons-react';
import { Link, useNavigate, useRouteContext } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useSubmit } from '../../lib/form';
import { payloadOf } from '../../lib/problems';
import { useSession } from '../../lib/session-context';
import { FormFaults } from '../../ui/fault';
import { SubmitButton } from '../../ui/submit-button';
import { useEmailedLinkWords } from './emailed-link-words';
import {
  cancelDeletion,
  cancelEmailChange,
  confirmDeletion,
  confirmEmailChange,
  type EmailedLink,
  type EmailedLinkData,
  revertEmailChange,
  unlockSignIn,
  verifyEmail,
} from './emailed-links';
import { dropToken } from './emailed-token';
import { GuestCard } from './guest-card';
import { OutcomeCard } from './outcome-card';
import { OutcomeIcon } from './outcome-icon';
import { useHandedOver } from './state';

/** The secret behind the # of the link that was followed. */
export function useEmailedToken(): string | undefined {
  return useRouteContext({ strict: false, select: ({ token }) => token });
}

export function ToPortico({ children }: { children?: ReactNode }) {
  return (
    <Anchor inherit renderRoot={(props) => <Link to="/apps" {...props} />}>
      {children ?? <Trans>Go to Portico</Trans>}
    </Anchor>
  );
}

/** Said where the address has no secret: it was cut short, or the page was opened by hand. */
export function NoToken({ title }: { title: string }) {
  return (
    <GuestCard icon={<OutcomeIcon icon={IconLinkOff} color="warn" />} title={title} takesFocus>
      <Stack>
        <Text>
          <Trans>
            This link is incomplete. Open the email again and click the button, or copy the full address.
          </Trans>
        </Text>
        <Button fullWidth renderRoot={(props) => <Link to="/apps" {...props} />}>
          <Trans>Go to Portico</Trans>
        </Button>
      </Stack>
    </GuestCard>
  );
}

/** Sends the secret; the outcome goes into the browser's history, so that it outlives the session it may end. */
function useEmailedLink<Data extends EmailedLinkData>(
  { purpose, document }: EmailedLink<Data>,
  token: string,
) {
  const session = useSession();
  const navigate = useNavigate();
  const [dead, setDead] = useState(false);
  const submit = useSubmit({
    form: useForm({ initialValues: {} }),
    document,
    variables: () => ({ input: { token } }),
    onRefused: (refused) => {
      if (refused.some(({ code }) => code === 'ALREADY_ON')) {
        dropToken();
        void navigate({ to: '.', replace: true, state: { outcome: { purpose, already: true } } });
        return true;
      }
      setDead(refused.some(({ code }) => code === 'LINK_INVALID'));
      return false;
    },
    onDone: async (data) => {
      const { errors: _, ...came } = payloadOf(data);
      dropToken();
      await navigate({
        to: '.',
        replace: true,
        state: { outcome: { ...came, purpose } },
      });
      session.changed();
    },
  });
  return { ...submit, dead };
}

function EmailedLinkForm<Data extends EmailedLinkData>({
  link,
  token,
}: {
  link: EmailedLink<Data>;
  token: string;
}) {
  const words = useEmailedLinkWords()[link.purpose];
  const { onSubmit, pending, whole, problem, wait, dead } = useEmailedLink(link, token);
  return (
    <GuestCard title={words.title} footer={<ToPortico>{words.leave}</ToPortico>} takesFocus>
      <form onSubmit={onSubmit}>
        <Stack>
          {!dead && (
            <Text size="sm" component="div">
              {words.about(token)}
            </Text>
          )}
          <FormFaults whole={whole} problem={problem} />
          {dead ? (
            <Text>{words.otherwise}</Text>
          ) : (
            <SubmitButton pending={pending} wait={wait} fullWidth color={words.danger ? 'danger' : undefined}>
              {words.verb}
            </SubmitButton>
          )}
        </Stack>
      </form>
    </GuestCard>
  );
}

/**
 * A page that an emailed link leads to. Nothing happens before its button is pressed:
 * programs that look through emails open links, too.
 */
function EmailedLinkPage<Data extends EmailedLinkData>({ link }: { link: EmailedLink<Data> }) {
  const words = useEmailedLinkWords()[link.purpose];
  const { outcome } = useHandedOver();
  const token = useEmailedToken();
  if (outcome?.purpose === link.purpose) return <OutcomeCard outcome={outcome} />;
  if (!token) return <NoToken title={words.title} />;
  return <EmailedLinkForm key={token} link={link} token={token} />;
}

export const VerifyEmailPage = () => <EmailedLinkPage link={verifyEmail} />;
export const ConfirmEmailChangePage = () => <EmailedLinkPage link={confirmEmailChange} />;
export const CancelEmailChangePage = () => <EmailedLinkPage link={cancelEmailChange} />;
export const RevertEmailChangePage = () => <EmailedLinkPage link={revertEmailChange} />;
export const UnlockPage = () => <EmailedLinkPage link={unlockSignIn} />;
export const ConfirmDeletionPage = () => <EmailedLinkPage link={confirmDeletion} />;
export const CancelDeletionPage = () => <EmailedLinkPage link={cancelDeletion} />;
