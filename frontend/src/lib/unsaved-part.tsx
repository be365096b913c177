import type { ReactNode } from 'react';
import { UnsavedContext, useUnsavedPart } from './unsaved';

/** A part of the page that can go while the page stays, as a tab does. */
export function UnsavedPart({ children }: { children: ReactNode }) {
  return <UnsavedContext value={useUnsavedPart()}>{children}</UnsavedContext>;
}
