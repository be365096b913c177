import { lazy, useState } from 'react';
import { loaded } from '../lib/load';
import { useIsSandbox } from '../lib/sandbox';
import { Part } from './part';

const SandboxClock = lazy(() => loaded(() => import('./sandbox-clock')));

/** Below every page of a sandbox: its clock. */
export function SandboxFooter() {
  const [lost, setLost] = useState(false);
  if (!useIsSandbox() || lost) return null;
  return (
    <Part onLost={() => setLost(true)}>
      <SandboxClock />
    </Part>
  );
}
