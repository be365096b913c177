import { useLingui } from '@lingui/react/macro';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { useSudoAsked } from '../lib/sudo-context';
import { UnsavedContext } from '../lib/unsaved';
import { tellDone, tellFault } from '../ui/notify';

const SudoDialog = lazy(() => import('../lib/sudo-dialog'));

/** Who proved at GitHub who they are comes back with `?sudo=…`, and is told what came of it. */
function useBackFromGithub() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const came = useRouterState({ select: ({ location }) => Reflect.get(location.search, 'sudo') });
  const tell = useEffectEvent((how: unknown) => {
    if (how === 'done') tellDone(t`You can go on now: do once more what you were about to do.`);
    else
      tellFault(t`GitHub did not prove that it is you`, t`Nothing was changed. Try again, or another way.`);
    void navigate({ to: '.', search: ({ ...rest }) => ({ ...rest, sudo: undefined }), replace: true });
  });
  useEffect(() => {
    if (came !== undefined) tell(came);
  }, [came]);
}

/** Loaded when first asked for; stays, so that it closes as softly as it opens. */
export function Sudo() {
  const asked = useSudoAsked();
  const [needed, setNeeded] = useState(asked);
  if (asked && !needed) setNeeded(true);
  useBackFromGithub();
  return (
    <UnsavedContext value={null}>
      <Suspense>{needed && <SudoDialog opened={asked} />}</Suspense>
    </UnsavedContext>
  );
}
