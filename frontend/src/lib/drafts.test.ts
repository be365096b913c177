import { beforeEach, expect, test } from 'vitest';
import { dropDrafts, keepDrafts, keepDraftsOf, searchOfDrafts, takeDraft } from './drafts';

const from = { account: 'ada', path: '/ssh-keys', search: { dialog: 'add' } };

beforeEach(() => sessionStorage.clear());

test('a draft comes back once, to where it was typed', () => {
  keepDrafts({ ...from, forms: { AddSshKey: { name: 'laptop' } } });
  keepDraftsOf('ada');
  expect(searchOfDrafts('/ssh-keys')).toEqual({ dialog: 'add' });
  expect(searchOfDrafts('/profile')).toEqual({});
  expect(takeDraft('UpdateProfile')).toBeUndefined();
  expect(takeDraft('AddSshKey')).toEqual({ name: 'laptop' });
  expect(takeDraft('AddSshKey')).toBeUndefined();
});

test('nobody gets the drafts of another account', () => {
  keepDrafts({ ...from, forms: { AddSshKey: { name: 'laptop' } } });
  keepDraftsOf('eve');
  expect(takeDraft('AddSshKey')).toBeUndefined();
  keepDraftsOf('ada');
  expect(takeDraft('AddSshKey')).toBeUndefined();
});

test('dropped drafts are gone', () => {
  keepDrafts({ ...from, forms: { AddSshKey: { name: 'laptop' } } });
  dropDrafts();
  expect(takeDraft('AddSshKey')).toBeUndefined();
});

test('R85: no secret is kept, by whatever field it was typed into', () => {
  const secrets = {
    password: 'hunter2-1',
    currentPassword: 'hunter2-2',
    newPassword: 'hunter2-3',
    code: 'hunter2-4',
    recoveryCode: 'hunter2-5',
    mailedCode: 'hunter2-6',
    token: 'hunter2-7',
    secret: 'hunter2-8',
    signature: 'hunter2-9',
    publicKey: '-----BEGIN OPENSSH PRIVATE KEY-----\nhunter2',
  };
  keepDrafts({ ...from, forms: { One: { ...secrets, name: 'laptop' }, Two: secrets } });
  expect(JSON.stringify({ ...sessionStorage })).not.toContain('hunter2');
  expect(takeDraft('One')).toEqual({ name: 'laptop' });
  expect(takeDraft('Two')).toBeUndefined();
});

test.each([
  'PuTTY-User-Key-File-3: ssh-ed25519\nPrivate-Lines: 1\nhunter2',
  '-----begin ec private key-----\nhunter2',
  'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUhunter2',
  'my ptk_hunter2hunter2hunter2hunter20000000000',
])('R85: nor is a key or a token in any form in which it may be pasted: %s', (publicKey) => {
  keepDrafts({ ...from, forms: { AddSshKey: { publicKey, name: 'laptop' } } });
  expect(takeDraft('AddSshKey')).toEqual({ name: 'laptop' });
});

test.each(['', 'null', '{', '{"account":"ada"}', '[]'])(
  'what is stored otherwise is no draft: %s',
  (text) => {
    sessionStorage.setItem('portico-drafts', text);
    keepDraftsOf('ada');
    expect(takeDraft('AddSshKey')).toBeUndefined();
    expect(searchOfDrafts('/ssh-keys')).toEqual({});
  },
);
