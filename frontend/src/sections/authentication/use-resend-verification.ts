import { useLingui } from '@lingui/react/macro';
import { graphql } from '../../gql';
import { useAct } from '../../lib/use-act';
import { tellDone } from '../../ui/notify';

const resendVerificationDocument = graphql(`
  mutation ResendVerification {
    resendVerification { errors { ...UserError } }
  }
`);

/** Sends the email with the link that verifies the address again. */
export function useResendVerification(email: string) {
  const { t } = useLingui();
  return useAct(resendVerificationDocument, () => tellDone(t`Email sent to ${email}`));
}
