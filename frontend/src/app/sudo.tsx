import { lazy, Suspense, useState } from 'react';
import { useSudoAsked } from '../lib/sudo-context';

const SudoDialog = lazy(() => import('../lib/sudo-dialog'));

/** Loaded when first asked for; stays, so that it closes as softly as it opens. */
export function Sudo() {
  const asked = useSudoAsked();
  const [needed, setNeeded] = useState(asked);
  if (asked && !needed) setNeeded(true);
  return <Suspense>{needed && <SudoDialog opened={asked} />}</Suspense>;
}
