import { useSyncExternalStore } from 'react';

/**
 * Apps and events are dated in business time, which a sandbox moves ahead of real
 * time. Everywhere else the two are the same.
 */
let offset = 0;
const listeners = new Set<() => void>();

/** Says how far business time is ahead of real time, in milliseconds. */
export function setBusinessOffset(milliseconds: number) {
  if (milliseconds === offset) return;
  offset = milliseconds;
  for (const tell of listeners) tell();
}

/** Calls back whenever business time has moved against real time. Answers with what ends that. */
export function onBusinessTimeMoved(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** How far business time is ahead of real time, in milliseconds. */
export function useBusinessOffset(): number {
  return useSyncExternalStore(onBusinessTimeMoved, () => offset);
}
