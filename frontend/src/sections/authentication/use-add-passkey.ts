import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { type CombinedError, useMutation } from 'urql';
import { graphql } from '../../gql';
import { createPasskey, forgetPasskey, PasskeyCancelled } from '../../lib/passkey';
import { type PayloadErrors, type Problem, problemOf, readErrors, sortErrors } from '../../lib/problems';

const startPasskeyDocument = graphql(`
  mutation StartPasskey {
    startPasskey { ceremony options errors { ...UserError } }
  }
`);

const addPasskeyDocument = graphql(`
  mutation AddPasskey($input: AddPasskeyInput!) {
    addPasskey(input: $input) { passkey { id name } errors { ...UserError } }
  }
`);

type Fault = { error?: string; whole: string[]; problem?: Problem };

const none: Fault = { whole: [] };

function faultOf(error: CombinedError | undefined, errors?: PayloadErrors): Fault | undefined {
  if (error) return { whole: [], problem: problemOf(error) };
  const wrong = readErrors(errors);
  if (wrong.length === 0) return undefined;
  const { byField, whole } = sortErrors(wrong, ['name']);
  return { error: byField.name, whole };
}

/** Whether the server may have done it all the same. */
function isUncertain(error: CombinedError | undefined): boolean {
  return error !== undefined && ['NETWORK', 'INTERNAL'].includes(problemOf(error).code);
}

/** What the browser says of itself when it made none. */
function useBrowserWords() {
  const { t } = useLingui();
  return (cause: unknown) =>
    cause instanceof DOMException && cause.name === 'InvalidStateError'
      ? t`This device or password manager already has a passkey for your account.`
      : t`Your browser couldn’t create a passkey. Try again or save it somewhere else.`;
}

/**
 * Adds a passkey in three steps: what the server wants, what the browser makes of
 * it, and its answer to the server. Cancelled at the browser, nothing is said.
 */
export function useAddPasskey(onAdded: (name: string) => void) {
  const words = useBrowserWords();
  const [, start] = useMutation(startPasskeyDocument);
  const [, finish] = useMutation(addPasskeyDocument);
  const [fault, setFault] = useState(none);
  const [pending, setPending] = useState(false);
  const running = useRef(false);

  async function attempt(name: string): Promise<Fault | undefined> {
    const { data: begun, error } = await start({});
    const { ceremony, options, errors } = begun?.startPasskey ?? {};
    if (!ceremony || !options) return faultOf(error, errors);
    const made = await createPasskey(options);
    const input = { ceremony, credential: made.json, ...(name && { name }) };
    const { data, error: refused } = await finish({ input });
    const passkey = data?.addPasskey.passkey;
    if (passkey) onAdded(passkey.name);
    else if (!isUncertain(refused)) await forgetPasskey(options, made.id);
    return faultOf(refused, data?.addPasskey.errors);
  }

  async function add(name: string) {
    if (running.current) return;
    running.current = true;
    setPending(true);
    setFault(none);
    try {
      setFault((await attempt(name)) ?? none);
    } catch (cause) {
      if (!(cause instanceof PasskeyCancelled)) setFault({ whole: [words(cause)] });
    } finally {
      running.current = false;
      setPending(false);
    }
  }
  return { add, pending, ...fault };
}
