import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/**
 * Gives the content the focus when another page is shown, so that keyboard and
 * screen reader begin there and not at the link that is gone; unless the page has
 * given it to what it marks with `data-autofocus`.
 */
export function useFocusOnNavigation() {
  const content = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const shown = useRef(path);
  useEffect(() => {
    const taken = content.current?.contains(document.activeElement?.closest('[data-autofocus]') ?? null);
    if (shown.current && shown.current !== path && !taken) content.current?.focus({ preventScroll: true });
    shown.current = path;
  }, [path]);
  return content;
}
