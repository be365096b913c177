import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Brings the card that the address names into view, with the focus on the first thing to do there. */
export function useAnchor() {
  const { hash, key } = useRouterState({
    select: ({ location }) => ({ hash: location.hash, key: location.state.__TSR_key }),
    structuralSharing: true,
  });
  // The same link may be followed twice: each time has a key of its own.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key
  useEffect(() => {
    if (!hash) return;
    // After the frame of the dashboard, which gives the focus to the whole page.
    const frame = requestAnimationFrame(() => {
      const card = document.getElementById(hash);
      card?.scrollIntoView();
      (card?.querySelector<HTMLElement>('[data-first]') ?? card)?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [hash, key]);
}
