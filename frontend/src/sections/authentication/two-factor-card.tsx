import { Trans, useLingui } from '@lingui/react/macro';
import { Stack } from '@mantine/core';
import { type FragmentType, graphql, readFragment } from '../../gql';
import { SectionCard } from '../../ui/section-card';
import { DisableTotpDialog } from './disable-totp-dialog';
import { RecoveryCodesDialog } from './recovery-codes-dialog';
import { StateSign } from './state-sign';
import { TotpDialog } from './totp-dialog';
import { TwoFactorOn } from './two-factor-on';
import { DialogButton } from './use-dialog';

const twoFactorCardFragment = graphql(`
  fragment TwoFactorCard on Viewer {
    twoFactor {
      enabled
      enabledAt
      recoveryCodesLeft
      awaitsRecoveryCodes
    }
  }
`);

function Off({ begun }: { begun: boolean }) {
  return (
    <Stack align="flex-start">
      {begun ? (
        <StateSign state="warn">
          <Trans>
            Setup isn’t finished: you haven’t confirmed that you saved your recovery codes. Start over to get
            new ones.
          </Trans>
        </StateSign>
      ) : (
        <StateSign state="off">
          <Trans>Off. Turn it on to protect your account if someone learns your password.</Trans>
        </StateSign>
      )}
      <DialogButton dialog="totp">
        {begun ? <Trans>Start over</Trans> : <Trans>Set up authenticator app</Trans>}
      </DialogButton>
    </Stack>
  );
}

/** The authenticator app and its recovery codes. */
export function TwoFactorCard({ viewer }: { viewer: FragmentType<typeof twoFactorCardFragment> }) {
  const { t } = useLingui();
  const { twoFactor } = readFragment(twoFactorCardFragment, viewer);
  const { enabled, enabledAt, recoveryCodesLeft, awaitsRecoveryCodes } = twoFactor;
  return (
    <SectionCard
      id="second-factor"
      title={t`Two-factor authentication`}
      about={t`Require a code from your authenticator app when you sign in with a password or GitHub.`}
    >
      {enabled ? (
        <TwoFactorOn since={enabledAt} codesLeft={recoveryCodesLeft} />
      ) : (
        <Off begun={awaitsRecoveryCodes} />
      )}
      <TotpDialog possible={!enabled} />
      <RecoveryCodesDialog possible={enabled} />
      <DisableTotpDialog possible={enabled} />
    </SectionCard>
  );
}
