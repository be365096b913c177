import { useNavigate } from '@tanstack/react-router';
import { lazy, useEffect, useRef, useState } from 'react';
import { loaded } from '../lib/load';
import { isMac, paletteKeys } from './palette-keys';
import { Part } from './part';
import { pages } from './sections';

const Palette = lazy(() => loaded(() => import('./palette')));
const Shortcuts = lazy(() => loaded(() => import('./shortcuts')));

type Open = 'palette' | 'shortcuts' | undefined;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

/** A letter after `g` within a second and a half goes to a page. */
function useKeys(open: (what: Open) => void) {
  const navigate = useNavigate();
  const pressedG = useRef(0);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, metaKey, ctrlKey, altKey } = event;
      if (key.toLowerCase() === 'k' && (isMac ? metaKey : ctrlKey) && !altKey) {
        event.preventDefault();
        return open('palette');
      }
      if (metaKey || ctrlKey || altKey || isTyping(event.target)) return;
      // A dialog or a menu has the keyboard to itself.
      if (document.querySelector('[role="dialog"], [role="menu"]')) return;
      if (key === '?') return open('shortcuts');
      const page = pages.find((one) => one.key === key);
      if (page && event.timeStamp - pressedG.current < 1500) void navigate({ to: page.to });
      pressedG.current = key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [navigate, open]);
}

/** What the keyboard opens: the palette and the list of shortcuts. */
export function useCommands() {
  const [open, setOpen] = useState<Open>();
  useKeys(setOpen);
  return {
    open,
    keys: paletteKeys,
    openPalette: () => setOpen('palette'),
    openShortcuts: () => setOpen('shortcuts'),
    close: () => setOpen(undefined),
  };
}

/** Loaded when first asked for: most visits never open them. */
export function Commands({ open, openShortcuts, close }: ReturnType<typeof useCommands>) {
  return (
    <Part key={open} onLost={close}>
      {open === 'palette' && <Palette onClose={close} onShortcuts={openShortcuts} />}
      {open === 'shortcuts' && <Shortcuts onClose={close} />}
    </Part>
  );
}
