import { useLingui } from '@lingui/react/macro';
import { type FragmentType, graphql, readFragment } from '../../gql';
import { SectionCard } from '../../ui/section-card';
import { NoPassword } from './no-password';
import { PasswordForm } from './password-form';

const passwordCardFragment = graphql(`
  fragment PasswordCard on Viewer {
    email
    loginMethods
    twoFactor { enabled }
  }
`);

/** The password: its change, or how an account without one gets one. */
export function PasswordCard({ viewer }: { viewer: FragmentType<typeof passwordCardFragment> }) {
  const { t } = useLingui();
  const { email, loginMethods, twoFactor } = readFragment(passwordCardFragment, viewer);
  const has = loginMethods.includes('PASSWORD');
  return (
    <SectionCard
      id="password"
      title={t`Password`}
      about={has ? t`Changing your password signs out all your other sessions.` : undefined}
    >
      {has ? <PasswordForm least={twoFactor.enabled ? 8 : 15} /> : <NoPassword email={email} />}
    </SectionCard>
  );
}
