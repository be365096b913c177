import type { CombinedError } from 'urql';
import { type PayloadErrors, problemOf, readErrors } from '../../lib/problems';
import { tellFault, tellProblem } from '../../ui/notify';

/** Whether an act without a form went wrong; if so, says what failed and why. */
export function failed(what: string, error?: CombinedError, errors?: PayloadErrors): boolean {
  const reason = readErrors(errors)
    .map(({ message }) => message)
    .join(' ');
  if (error) tellProblem(what, problemOf(error));
  else if (reason) tellFault(what, reason);
  return error !== undefined || reason !== '';
}
