import { useBlocker } from '@tanstack/react-router';
import { use } from 'react';
import { UnsavedContext } from '../lib/unsaved';
import { DiscardDialog } from '../ui/discard-dialog';

/**
 * Asks before a page with unsaved input is left, for another page or for good. What
 * changes in the address of the page itself takes a dialog or a tab at most.
 */
export function LeaveGuard() {
  const unsaved = use(UnsavedContext);
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => {
      if (current.pathname !== next.pathname) return unsaved?.isDirty() ?? false;
      const stays = JSON.stringify(current.search) === JSON.stringify(next.search);
      return !stays && (unsaved?.isDirty({ onParts: true }) ?? false);
    },
    enableBeforeUnload: () => unsaved?.isDirty() ?? false,
    withResolver: true,
  });
  return (
    <DiscardDialog opened={status === 'blocked'} onKeep={() => reset?.()} onDiscard={() => proceed?.()} />
  );
}
