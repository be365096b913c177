import { describe, expect, test } from 'vitest';
import { commentOf, looksPrivate } from './private-key';

describe('looksPrivate', () => {
  test.each([
    '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA',
    '-----BEGIN RSA PRIVATE KEY-----',
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN ENCRYPTED PRIVATE KEY-----',
    '  -----begin ec private key-----',
    'PuTTY-User-Key-File-3: ssh-ed25519',
    'b3BlbnNzaC1rZXktdjEAAAAABG5vbmU',
  ])('%s', (text) => {
    expect(looksPrivate(text)).toBe(true);
  });

  test.each([
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl ada@laptop',
    'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQ my private key, the public half',
    '-----BEGIN PUBLIC KEY-----',
    '',
  ])('not: %s', (text) => {
    expect(looksPrivate(text)).toBe(false);
  });
});

test('commentOf is what stands after type and key', () => {
  expect(commentOf('ssh-ed25519 AAAA ada on her laptop\n')).toBe('ada on her laptop');
  expect(commentOf('ssh-ed25519 AAAA')).toBe('');
});
