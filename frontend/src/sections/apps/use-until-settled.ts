import { useCallback, useEffect } from 'react';
import { type App, useRefresh } from './app';

const interval = 1500;

/** Asks again and again until it is settled: the platform does not say what it is about to do. */
export function useUntil(settled: boolean, ask: () => void) {
  useEffect(() => {
    if (settled) return;
    const timer = setInterval(ask, interval);
    return () => clearInterval(timer);
  }, [settled, ask]);
}

/** Reads an app again until as many containers run as are ordered: the platform tells nobody that they do. */
export function useUntilSettled(app: App) {
  const refresh = useRefresh();
  const settled = app.containers.every(({ amount, running }) => amount === running);
  useUntil(
    settled,
    useCallback(() => refresh(app.id), [app.id, refresh]),
  );
}
