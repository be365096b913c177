import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * Brings the card that the address names into view, with the focus on the first
 * thing to do there; where a dialog is open too, the focus is the dialog's.
 */
export function useAnchor() {
  // The same link may be followed twice: each time has a key of its own.
  const at = useRouterState({
    select: ({ location: { hash, search, state } }) =>
      `${state.__TSR_key}#${hash}#${'dialog' in search ? search.dialog : ''}`,
  });
  useEffect(() => {
    const [, hash, dialog] = at.split('#');
    if (!hash) return;
    // After the frame of the dashboard, which gives the focus to the whole page.
    const frame = requestAnimationFrame(() => {
      const card = document.getElementById(hash);
      card?.scrollIntoView();
      if (!dialog) (card?.querySelector<HTMLElement>('[data-first]') ?? card)?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [at]);
}
