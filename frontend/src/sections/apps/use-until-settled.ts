import { useEffect } from 'react';
import { type App, useRefresh } from './app';

const interval = 1500;

/** Reads an app again until as many containers run as are ordered: the platform tells nobody that they do. */
export function useUntilSettled(app: App) {
  const refresh = useRefresh();
  const settled = app.containers.every(({ amount, running }) => amount === running);
  useEffect(() => {
    if (settled) return;
    const timer = setInterval(() => refresh(app.id), interval);
    return () => clearInterval(timer);
  }, [app.id, settled, refresh]);
}
