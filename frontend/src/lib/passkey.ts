/** The user closed the browser's own dialog, or let its time pass: no fault, and nothing to say. */
export class PasskeyCancelled extends Error {
  constructor() {
    super('the passkey was not given');
    this.name = 'PasskeyCancelled';
  }
}

/** Whether this browser can make and use passkeys. */
export function knowsPasskeys(): boolean {
  return typeof PublicKeyCredential === 'function' && typeof navigator.credentials?.create === 'function';
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function base64urlOf(buffer: ArrayBuffer): string {
  const text = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const named = (all: PublicKeyCredentialDescriptorJSON[] = []) =>
  all.map((one) => ({ ...one, id: bytesOf(one.id) }) as PublicKeyCredentialDescriptor);

function creationOptions(json: string): PublicKeyCredentialCreationOptions {
  const options: PublicKeyCredentialCreationOptionsJSON = JSON.parse(json);
  return {
    ...(options as object as PublicKeyCredentialCreationOptions),
    challenge: bytesOf(options.challenge),
    user: { ...options.user, id: bytesOf(options.user.id) },
    excludeCredentials: named(options.excludeCredentials),
  };
}

function requestOptions(json: string): PublicKeyCredentialRequestOptions {
  const options: PublicKeyCredentialRequestOptionsJSON = JSON.parse(json);
  return {
    ...(options as object as PublicKeyCredentialRequestOptions),
    challenge: bytesOf(options.challenge),
    allowCredentials: named(options.allowCredentials),
  };
}

const fields = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];

/**
 * A credential as the API wants it, read field by field: what password managers put
 * in the place of the browser's own has a `toJSON` that throws, or none.
 */
function jsonOf({ rawId, response, authenticatorAttachment }: PublicKeyCredential): string {
  const id = base64urlOf(rawId);
  const buffers = fields
    .map((name) => [name, Reflect.get(response, name)] as const)
    .filter(([, buffer]) => buffer)
    .map(([name, buffer]) => [name, base64urlOf(buffer)] as const);
  return JSON.stringify({
    id,
    rawId: id,
    type: 'public-key',
    response: { ...Object.fromEntries(buffers), transports: transportsOf(response) },
    authenticatorAttachment: authenticatorAttachment ?? undefined,
    clientExtensionResults: {},
  });
}

/** How the browser reaches the device next time: a hint, and not every implementation gives it. */
function transportsOf(response: AuthenticatorResponse): string[] | undefined {
  try {
    return (response as AuthenticatorAttestationResponse).getTransports?.();
  } catch {
    return undefined;
  }
}

async function given(asked: Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await asked;
    if (!credential) throw new PasskeyCancelled();
    return credential as PublicKeyCredential;
  } catch (cause) {
    const name = cause instanceof DOMException ? cause.name : '';
    if (name === 'NotAllowedError' || name === 'AbortError') throw new PasskeyCancelled();
    throw cause;
  }
}

/** Has the device forget a passkey that no account has, as far as it listens: else it would offer it in vain. */
export async function forgetPasskey(optionsJson: string, credentialId: string): Promise<void> {
  const { rp }: PublicKeyCredentialCreationOptionsJSON = JSON.parse(optionsJson);
  try {
    await PublicKeyCredential.signalUnknownCredential?.({ rpId: rp.id ?? location.hostname, credentialId });
  } catch {
    // It is as it was without the signal.
  }
}

export type MadePasskey = { id: string; json: string };

/**
 * Lets the browser make a passkey; answers what the API wants of it. Throws
 * `PasskeyCancelled` when the user would rather not. A `DOMException` of the name
 * `InvalidStateError`: this device has one of the account already.
 */
export async function createPasskey(optionsJson: string): Promise<MadePasskey> {
  const publicKey = creationOptions(optionsJson);
  const credential = await given(navigator.credentials.create({ publicKey }));
  try {
    return { id: credential.id, json: jsonOf(credential) };
  } catch (cause) {
    await forgetPasskey(optionsJson, credential.id);
    throw cause;
  }
}

/**
 * Lets the browser prove by a passkey who it is; answers what the API wants of it.
 * Throws `PasskeyCancelled` when the user would rather not.
 */
export async function getPasskey(optionsJson: string): Promise<string> {
  const publicKey = requestOptions(optionsJson);
  return jsonOf(await given(navigator.credentials.get({ publicKey })));
}
