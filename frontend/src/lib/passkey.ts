/** The user closed the browser's own dialog, or let its time pass: no fault, and nothing to say. */
export class PasskeyCancelled extends Error {
  constructor() {
    super('the passkey was not given');
    this.name = 'PasskeyCancelled';
  }
}

/** Whether this browser can make and use passkeys by the API's own format of them. */
export function knowsPasskeys(): boolean {
  return (
    typeof PublicKeyCredential === 'function' &&
    typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function' &&
    typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function'
  );
}

async function answerOf(asked: Promise<Credential | null>): Promise<string> {
  try {
    const credential = await asked;
    if (!credential) throw new PasskeyCancelled();
    return JSON.stringify((credential as PublicKeyCredential).toJSON());
  } catch (cause) {
    const name = cause instanceof DOMException ? cause.name : '';
    if (name === 'NotAllowedError' || name === 'AbortError') throw new PasskeyCancelled();
    throw cause;
  }
}

/**
 * Lets the browser make a passkey; answers what the API wants of it. Throws
 * `PasskeyCancelled` when the user would rather not. A `DOMException` of the name
 * `InvalidStateError`: this device has one of the account already.
 */
export async function createPasskey(optionsJson: string): Promise<string> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(optionsJson));
  return answerOf(navigator.credentials.create({ publicKey }));
}

/**
 * Lets the browser prove by a passkey who it is; answers what the API wants of it.
 * Throws `PasskeyCancelled` when the user would rather not.
 */
export async function getPasskey(optionsJson: string): Promise<string> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(optionsJson));
  return answerOf(navigator.credentials.get({ publicKey }));
}
