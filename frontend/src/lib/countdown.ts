import { useCallback, useEffect, useRef, useState } from 'react';

/** Counts seconds down to 0, by the clock: a page that slept has not lost count. */
export function useCountdown() {
  const end = useRef(0);
  const [left, setLeft] = useState(0);
  const counts = left > 0;
  useEffect(() => {
    if (!counts) return;
    const tick = () => setLeft(Math.max(0, Math.ceil((end.current - Date.now()) / 1000)));
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [counts]);
  const start = useCallback((seconds: number) => {
    end.current = Date.now() + seconds * 1000;
    setLeft(seconds);
  }, []);
  return { left, start };
}
