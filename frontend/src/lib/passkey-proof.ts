import { t } from '@lingui/core/macro';
import { useRef, useState } from 'react';
import type { CombinedError } from 'urql';
import type { PasskeyProofInput } from '../gql/graphql';
import { useCountdown } from './countdown';
import { focusAgain } from './form';
import { getPasskey, PasskeyCancelled } from './passkey';
import { type PayloadErrors, type Problem, payloadOf, problemOf, readErrors } from './problems';

type Errors = { errors: PayloadErrors };
type Started = Errors & { ceremony?: string | null; options?: string | null };
type Answer<Payload> = { data?: Record<string, Payload>; error?: CombinedError };

type Exchange = {
  /** Asks the API what the browser needs. */
  start: () => Promise<Answer<Started>>;
  /** Sends what the browser answered. */
  finish: (proof: PasskeyProofInput) => Promise<Answer<Errors>>;
  onDone: () => void;
};

/** Lets the browser prove who it is; undefined: the user would rather not. */
async function credentialFor(options: string): Promise<string | undefined> {
  try {
    return await getPasskey(options);
  } catch (cause) {
    if (cause instanceof PasskeyCancelled) return undefined;
    throw cause;
  }
}

/** Proves by a passkey who it is. What is wrong comes back as from a form: `useSubmit` of `form`. */
export function usePasskeyProof({ start, finish, onDone }: Exchange) {
  const [pending, setPending] = useState(false);
  const [whole, setWhole] = useState<string[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const running = useRef(false);
  const countdown = useCountdown();

  /** The payload of an answer in which nothing is wrong. */
  function good<Payload extends Errors>({ data, error }: Answer<Payload>): Payload | undefined {
    if (error) {
      const fault = problemOf(error);
      setProblem(fault);
      countdown.start(fault.retryAfter ?? 0);
      return undefined;
    }
    const payload = data && payloadOf(data);
    const errors = readErrors(payload?.errors);
    setWhole(errors.map(({ message }) => message));
    return errors.length === 0 ? payload : undefined;
  }

  async function exchange() {
    const started = good(await start());
    if (!started?.ceremony || !started.options) return;
    const credential = await credentialFor(started.options);
    if (!credential) return;
    if (good(await finish({ ceremony: started.ceremony, credential }))) onDone();
  }

  async function prove() {
    if (running.current) return;
    const focused = document.activeElement;
    running.current = true;
    setPending(true);
    setWhole([]);
    setProblem(undefined);
    try {
      await exchange();
    } catch {
      setWhole([t`Your browser couldn’t use the passkey. Try again or use another method.`]);
    }
    running.current = false;
    setPending(false);
    focusAgain(focused);
  }

  return { prove: () => void prove(), pending, whole, problem, wait: countdown.left };
}
