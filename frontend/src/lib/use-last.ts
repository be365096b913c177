import { useState } from 'react';

/** The last value that there was, for as long as there is none: what is on screen stays until it is replaced. */
export function useLast<Value>(value: Value | null | undefined): Value | undefined {
  const [last, setLast] = useState(value ?? undefined);
  if (value != null && value !== last) setLast(value);
  return value ?? last;
}
