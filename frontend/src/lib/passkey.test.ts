import { beforeEach, expect, test, vi } from 'vitest';
import { createPasskey, getPasskey, knowsPasskeys, PasskeyCancelled } from './passkey';

const create = vi.fn();
const get = vi.fn();

beforeEach(() => {
  create.mockReset();
  get.mockReset();
  const parse = (options: object) => ({ ...options, parsed: true });
  const known = Object.assign(() => {}, {
    parseCreationOptionsFromJSON: parse,
    parseRequestOptionsFromJSON: parse,
  });
  vi.stubGlobal('PublicKeyCredential', known);
  Object.defineProperty(navigator, 'credentials', { configurable: true, value: { create, get } });
});

const credential = { toJSON: () => ({ id: 'x', type: 'public-key' }) };

test('options go in as JSON, and the credential comes out as JSON', async () => {
  create.mockResolvedValue(credential);
  get.mockResolvedValue(credential);
  expect(await createPasskey('{"challenge":"a"}')).toBe('{"id":"x","type":"public-key"}');
  expect(await getPasskey('{"challenge":"b"}')).toBe('{"id":"x","type":"public-key"}');
  expect(create).toHaveBeenCalledWith({ publicKey: { challenge: 'a', parsed: true } });
  expect(get).toHaveBeenCalledWith({ publicKey: { challenge: 'b', parsed: true } });
});

test.each(['NotAllowedError', 'AbortError'])('%s is a change of mind', async (name) => {
  get.mockRejectedValue(new DOMException('no', name));
  await expect(getPasskey('{}')).rejects.toBeInstanceOf(PasskeyCancelled);
});

test('any other failure is a failure', async () => {
  create.mockRejectedValue(new DOMException('there is one', 'InvalidStateError'));
  await expect(createPasskey('{}')).rejects.toMatchObject({ name: 'InvalidStateError' });
});

test('a browser without the JSON format knows no passkeys', () => {
  expect(knowsPasskeys()).toBe(true);
  vi.stubGlobal(
    'PublicKeyCredential',
    Object.assign(() => {}, {}),
  );
  expect(knowsPasskeys()).toBe(false);
});
