import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createPasskey, forgetPasskey, getPasskey, knowsPasskeys, PasskeyCancelled } from './passkey';

const create = vi.fn();
const get = vi.fn();
const signalUnknownCredential = vi.fn();

beforeEach(() => {
  for (const mock of [create, get, signalUnknownCredential]) mock.mockReset();
  vi.stubGlobal(
    'PublicKeyCredential',
    Object.assign(() => {}, { signalUnknownCredential }),
  );
  Object.defineProperty(navigator, 'credentials', { configurable: true, value: { create, get } });
});

const bytes = (...values: number[]) => new Uint8Array(values).buffer;
const challenge = '-_8'; // the bytes fb ff

const creation = JSON.stringify({
  challenge,
  rp: { id: 'portico.example', name: 'Portico' },
  user: { id: 'AQ', name: 'ada', displayName: 'Ada' },
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  excludeCredentials: [{ type: 'public-key', id: 'Ag', transports: ['usb'] }],
});
const request = JSON.stringify({ challenge, allowCredentials: [{ type: 'public-key', id: 'Ag' }] });

const attestation = {
  clientDataJSON: bytes(1),
  attestationObject: bytes(0xfb, 0xff),
  getTransports: () => ['internal'],
};
const assertion = {
  clientDataJSON: bytes(1),
  authenticatorData: bytes(2),
  signature: bytes(3),
  userHandle: null,
};
const credential = (response: object, more: object = {}) => ({
  id: 'Cg',
  rawId: bytes(10),
  response,
  ...more,
});

test('options go in as bytes', async () => {
  create.mockResolvedValue(credential(attestation));
  get.mockResolvedValue(credential(assertion));
  await createPasskey(creation);
  await getPasskey(request);
  const id = new Uint8Array([2]);
  expect(create.mock.calls[0]?.[0].publicKey).toMatchObject({
    challenge: new Uint8Array([0xfb, 0xff]),
    rp: { id: 'portico.example' },
    user: { id: new Uint8Array([1]), name: 'ada' },
    pubKeyCredParams: [{ alg: -7 }],
    excludeCredentials: [{ type: 'public-key', id, transports: ['usb'] }],
  });
  expect(get.mock.calls[0]?.[0].publicKey).toMatchObject({ allowCredentials: [{ type: 'public-key', id }] });
});

const illegal = () => {
  throw new TypeError('Illegal invocation');
};

describe.each([
  ['throws', { toJSON: illegal, getClientExtensionResults: illegal }],
  ['is missing', {}],
  ['is the browser’s', { toJSON: () => ({ id: 'ignored' }) }],
])('a credential whose toJSON %s', (_, more) => {
  test('is read field by field', async () => {
    create.mockResolvedValue(credential(attestation, { ...more, authenticatorAttachment: 'platform' }));
    const { id, json } = await createPasskey(creation);
    expect(id).toBe('Cg');
    expect(JSON.parse(json)).toEqual({
      id: 'Cg',
      rawId: 'Cg',
      type: 'public-key',
      authenticatorAttachment: 'platform',
      response: { clientDataJSON: 'AQ', attestationObject: '-_8', transports: ['internal'] },
      clientExtensionResults: {},
    });
    get.mockResolvedValue(credential(assertion, more));
    expect(JSON.parse(await getPasskey(request))).toEqual({
      id: 'Cg',
      rawId: 'Cg',
      type: 'public-key',
      response: { clientDataJSON: 'AQ', authenticatorData: 'Ag', signature: 'Aw' },
      clientExtensionResults: {},
    });
    expect(signalUnknownCredential).not.toHaveBeenCalled();
  });
});

test('transports that cannot be read are left out', async () => {
  create.mockResolvedValue(credential({ ...attestation, getTransports: illegal }));
  expect(JSON.parse((await createPasskey(creation)).json).response).not.toHaveProperty('transports');
});

test('what cannot be read at all is not left behind in the device', async () => {
  create.mockResolvedValue({
    id: 'Cg',
    rawId: bytes(10),
    get response() {
      return illegal();
    },
  });
  await expect(createPasskey(creation)).rejects.toThrow('Illegal invocation');
  expect(signalUnknownCredential).toHaveBeenCalledWith({ rpId: 'portico.example', credentialId: 'Cg' });
});

test('a browser that cannot tell the device, or fails to, is no fault', async () => {
  signalUnknownCredential.mockRejectedValue(new Error('no'));
  await forgetPasskey(creation, 'Cg');
  vi.stubGlobal('PublicKeyCredential', () => {});
  await forgetPasskey(creation, 'Cg');
});

test.each(['NotAllowedError', 'AbortError'])('%s is a change of mind', async (name) => {
  get.mockRejectedValue(new DOMException('no', name));
  await expect(getPasskey(request)).rejects.toBeInstanceOf(PasskeyCancelled);
});

test('any other failure is a failure', async () => {
  create.mockRejectedValue(new DOMException('there is one', 'InvalidStateError'));
  await expect(createPasskey(creation)).rejects.toMatchObject({ name: 'InvalidStateError' });
});

test('a browser without passkeys has none, one without their JSON format has them', () => {
  expect(knowsPasskeys()).toBe(true);
  vi.stubGlobal('PublicKeyCredential', undefined);
  expect(knowsPasskeys()).toBe(false);
});
