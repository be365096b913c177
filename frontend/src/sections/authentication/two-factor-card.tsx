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
            Not on yet: an authenticator app was set up, but its recovery codes were not said to be saved.
            They are shown only once, so begin again.
          </Trans>
        </StateSign>
      ) : (
        <StateSign state="off">
          <Trans>Off: whoever has your password has your account.</Trans>
        </StateSign>
      )}
      <DialogButton dialog="totp">
        {begun ? <Trans>Begin again</Trans> : <Trans>Set up an authenticator app</Trans>}
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
      title={t`Second factor`}
      about={t`A code from an app on your phone is asked for after the password, or after GitHub.`}
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
