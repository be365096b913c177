import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, CloseButton, Text } from '@mantine/core';
import { IconMailExclamation } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { SandboxInbox } from '../lib/sandbox';
import { tabStorage } from '../lib/storage';
import type { Viewer } from '../lib/viewer';
import { useResendVerification } from '../sections/authentication/use-resend-verification';
import { FormFaults } from '../ui/fault';
import classes from './shell.module.css';

const storageKey = 'portico-verify-later';

/** Put off for this tab, by this account. */
function useLater(account: string) {
  const [later, setLater] = useState(() => tabStorage.get(storageKey) === account);
  const putOff = () => {
    tabStorage.set(storageKey, account);
    setLater(true);
  };
  return { later, putOff };
}

function Band({ email, onPutOff }: { email: string; onPutOff: () => void }) {
  const { t } = useLingui();
  const { act, pending, whole, problem } = useResendVerification(email);
  return (
    <section className={classes.verifyBand} aria-label={t`Email not verified`}>
      <div className={`column ${classes.verify}`}>
        <IconMailExclamation size={18} aria-hidden />
        <Text span inherit className="breakable" flex="1 1 12rem">
          <Trans>
            Verify {email}: we sent you a link. Wrong address?{' '}
            <Anchor
              inherit
              renderRoot={(props) => <Link to="/authentication" search={{}} hash="email" {...props} />}
            >
              Change it
            </Anchor>
            .
          </Trans>
          <SandboxInbox />
        </Text>
        <Button size="compact-sm" variant="default" loading={pending} onClick={() => void act({})}>
          <Trans>Resend email</Trans>
        </Button>
        <CloseButton size="sm" aria-label={t`Not now`} onClick={onPutOff} />
        <FormFaults whole={whole} problem={problem} />
      </div>
    </section>
  );
}

/** Above every page while the email is not verified, until it is put off. */
export function VerifyBanner({ viewer: { id, email, emailVerifiedAt } }: { viewer: Viewer }) {
  const { later, putOff } = useLater(id);
  if (emailVerifiedAt || later) return null;
  return <Band email={email} onPutOff={putOff} />;
}
