import { expect, test } from 'vitest';
import { exampleRemote } from './words';

test.each([
  ['localhost', 2222, 'ssh://git@localhost:2222/my-app.git'],
  ['portico.example', 22, 'ssh://git@portico.example/my-app.git'],
  ['2001:db8::1', 22, 'ssh://git@[2001:db8::1]/my-app.git'],
  ['2001:db8::1', 2222, 'ssh://git@[2001:db8::1]:2222/my-app.git'],
])('the remote on %s, port %i, is an address that git takes', (host, port, remote) => {
  expect(exampleRemote({ user: 'git', host, port })).toBe(remote);
});
