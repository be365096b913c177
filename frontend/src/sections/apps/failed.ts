import type { CombinedError } from 'urql';
import { problemOf, type UserError } from '../../lib/problems';
import { tellFault } from '../../ui/notify';

/** Whether an act without a form went wrong; if so, says what failed and why. */
export function failed(what: string, error?: CombinedError, errors: readonly UserError[] = []): boolean {
  const reason = error ? problemOf(error).message : errors.map(({ message }) => message).join(' ');
  if (reason) tellFault(what, reason);
  return Boolean(reason);
}
