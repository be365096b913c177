import { useState } from 'react';

/**
 * The last answer that was whole. What was forgotten reads as null until it is
 * asked for again, and nothing shall blink for that moment.
 */
export function useSteady<Answer>(answer: Answer, stale: boolean): Answer {
  const [held, hold] = useState(answer);
  if (!stale && answer !== held) hold(answer);
  return stale ? (held ?? answer) : answer;
}
