import { useEffect } from 'react';

/** What can take the focus of something in it that was removed, from the inside out. */
const places = 'section, form, fieldset, ul, [role="dialog"], main';

const isUsable = (element: HTMLElement) =>
  element.isConnected && !element.matches(':disabled') && !element.closest('[inert], [aria-hidden="true"]');

const dialogOf = (element: HTMLElement) => element.closest<HTMLElement>('[role="dialog"]');

/** Where the focus was, and what was around it: once it is removed, nothing else tells. */
type Spot = { element: HTMLElement; around: HTMLElement[]; dialog: HTMLElement | null };

function spotOf(element: HTMLElement): Spot {
  const around: HTMLElement[] = [];
  for (let at = element.parentElement?.closest<HTMLElement>(places); at; ) {
    around.push(at);
    at = at.parentElement?.closest<HTMLElement>(places);
  }
  return { element, around, dialog: dialogOf(element) };
}

/** Focuses a place that is no control. It isn't in the order of Tab, which goes on from there. */
function focusPlace(place: HTMLElement) {
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

/**
 * Watches for the focus to fall to the page, which it does where what had it is disabled or
 * goes, and gives it back: to the same control once that works again, else to what was
 * around it. Answers with what ends it.
 */
export function keepFocus(doc: Document): () => void {
  // The last of the page and of each dialog over it, the latest first: once a dialog closes, what is under it counts.
  let spots: Spot[] = [];
  let frame = 0;

  const restore = () => {
    if (doc.activeElement !== doc.body) return;
    for (const { element, around } of spots) {
      if (isUsable(element)) return element.focus({ preventScroll: true });
      if (element.isConnected && element.matches(':disabled')) return; // for the time that something takes
      const place = around.find(isUsable);
      if (place) return focusPlace(place);
    }
  };
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target === doc.body) return;
    const spot = spotOf(target);
    spots = [
      spot,
      ...spots.filter(({ dialog }) => dialog !== spot.dialog && (!dialog || dialog.isConnected)),
    ];
  };
  /** Who clicks beside everything wants the focus nowhere. */
  const onPointer = () => {
    spots = [];
  };
  // Code that puts something else in its place may focus that immediately: it comes first.
  const observer = new MutationObserver(() => {
    if (doc.activeElement !== doc.body || spots.length === 0) return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(restore);
  });

  observer.observe(doc.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
  doc.addEventListener('focusin', onFocus);
  doc.addEventListener('pointerdown', onPointer, { capture: true });
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    doc.removeEventListener('focusin', onFocus);
    doc.removeEventListener('pointerdown', onPointer, { capture: true });
  };
}

/** Keeps the focus of those who work by keyboard on every page. */
export function useKeptFocus() {
  useEffect(() => keepFocus(document), []);
}
