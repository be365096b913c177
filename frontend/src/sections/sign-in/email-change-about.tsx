import { useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { useEffect } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../../gql';
import type { EmailChangeStep } from '../../gql/graphql';

const checkLinkDocument = graphql(`
  mutation CheckEmailChangeLink($input: MailedLinkInput!) {
    checkEmailChangeLink(input: $input) { newEmail stepsLeft errors { message } }
  }
`);

/** When an email change takes effect that needs these steps yet. */
export function useWhenEmailChanges() {
  const { t } = useLingui();
  return (email: string, [next]: readonly EmailChangeStep[]): string => {
    switch (next) {
      case 'CONFIRM_NEW_EMAIL':
        return t`Your email will change to ${email} once ${email} confirms too.`;
      case 'CONFIRM_OLD_EMAIL':
        return t`Your email will change to ${email} once your current email confirms too.`;
      case 'WAIT':
        return t`Your email will change to ${email} 7 days after you requested it, unless it’s canceled from your current email.`;
      default:
        return t`Your email will change to ${email} right away.`;
    }
  };
}

/** What confirming an email change will come to: the server knows what else it needs. */
export function EmailChangeAbout({ token }: { token: string }) {
  const { t } = useLingui();
  const when = useWhenEmailChanges();
  const [{ data, error }, check] = useMutation(checkLinkDocument);
  useEffect(() => void check({ input: { token } }), [check, token]);
  if (!data && !error) return <Skeleton h={20} role="status" aria-label={t`Loading`} />;
  const { newEmail, stepsLeft } = data?.checkEmailChangeLink ?? {};
  if (!newEmail || !stepsLeft) return t`Confirm to change the email on your account.`;
  return when(newEmail, stepsLeft);
}
