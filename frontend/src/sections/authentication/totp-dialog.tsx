import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { CodesDialog } from './codes-dialog';
import { ConfirmCodes } from './confirm-codes';
import { type Enrolment, TotpBegin } from './totp-begin';
import { TotpScan } from './totp-scan';

type Step =
  | { at: 'begin' }
  | { at: 'scan'; enrolment: Enrolment }
  | { at: 'codes'; codes: readonly string[] };

function Steps({ onClose, onCodes }: { onClose: () => void; onCodes: () => void }) {
  const [step, setStep] = useState<Step>({ at: 'begin' });
  const shown = (codes: readonly string[]) => {
    onCodes();
    setStep({ at: 'codes', codes });
  };
  switch (step.at) {
    case 'begin':
      return <TotpBegin onClose={onClose} onBegun={(enrolment) => setStep({ at: 'scan', enrolment })} />;
    case 'scan':
      return <TotpScan enrolment={step.enrolment} onClose={onClose} onCodes={shown} />;
    case 'codes':
      return <ConfirmCodes codes={step.codes} onClose={onClose} />;
  }
}

/** Sets up an authenticator app, step by step. What is begun and not ended does nothing. */
export function TotpDialog({ possible }: { possible: boolean }) {
  const { t } = useLingui();
  return (
    <CodesDialog name="totp" possible={possible} title={t`Set up authenticator app`}>
      {(control) => <Steps {...control} />}
    </CodesDialog>
  );
}
