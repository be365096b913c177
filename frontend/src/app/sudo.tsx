import { useLingui } from '@lingui/react/macro';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, useEffect, useEffectEvent, useState } from 'react';
import { loaded } from '../lib/load';
import { useSudoAsked, useSudoGate } from '../lib/sudo-context';
import { UnsavedContext } from '../lib/unsaved';
import { tellDone, tellFault } from '../ui/notify';
import { Part } from './part';

const SudoDialog = lazy(() => loaded(() => import('../lib/sudo-dialog')));

/** Who proved at GitHub who they are comes back with `?sudo=…`, and is told what came of it. */
function useBackFromGithub() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const came = useRouterState({ select: ({ location }) => Reflect.get(location.search, 'sudo') });
  const tell = useEffectEvent((how: unknown) => {
    if (how === 'done') tellDone(t`Identity confirmed. You can now repeat your last step.`);
    else tellFault(t`GitHub couldn’t confirm it’s you`, t`Nothing changed. Try again or use another method.`);
    void navigate({ to: '.', search: ({ ...rest }) => ({ ...rest, sudo: undefined }), replace: true });
  });
  useEffect(() => {
    if (came !== undefined) tell(came);
  }, [came]);
}

/** Loaded when first asked for; stays, so that it closes as softly as it opens. */
export function Sudo() {
  const gate = useSudoGate();
  const asked = useSudoAsked();
  const [needed, setNeeded] = useState(asked);
  if (asked && !needed) setNeeded(true);
  useBackFromGithub();
  const lost = () => {
    gate.answer(false);
    setNeeded(false);
  };
  return (
    <UnsavedContext value={null}>
      {needed && (
        <Part onLost={lost}>
          <SudoDialog opened={asked} />
        </Part>
      )}
    </UnsavedContext>
  );
}
