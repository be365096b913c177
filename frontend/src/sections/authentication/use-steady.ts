import { useState } from 'react';

/**
 * The last answer that was whole; undefined: there is none yet. What the cache
 * does not know, or was told to forget, reads as null until the answer is there,
 * and nothing shall blink for that moment.
 */
export function useSteady<Answer>(answer: Answer, stale: boolean): Answer | undefined {
  const [held, hold] = useState<Answer>();
  if (!stale && answer !== held) hold(answer);
  return stale ? held : answer;
}
