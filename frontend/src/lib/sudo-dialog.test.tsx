import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { gql } from 'urql';
import { expect, test } from 'vitest';
import { useSudoAsked } from './sudo-context';
import SudoDialog from './sudo-dialog';
import { fakeApi, renderPage } from './test-page';

const api = fakeApi();

const guardedDocument = gql<{ renewApiToken: { secret: string } }, { id: string }>(`
  mutation RenewApiToken($id: ID!) {
    renewApiToken(id: $id) { secret }
  }
`);

const renewed = { renewApiToken: { __typename: 'RenewApiTokenPayload', secret: 'ptk_new' } };

function Guard() {
  return <SudoDialog opened={useSudoAsked()} />;
}

function answerSudo(errors: Record<string, unknown>[]) {
  const viewer = errors.length > 0 ? null : { __typename: 'Viewer', id: 'viewer-1' };
  api.answer('EnterSudo', () => ({ enterSudo: { __typename: 'EnterSudoPayload', viewer, errors } }));
}

const asked = (operation: string) => api.asked.filter((one) => one.operation === operation);

async function typePassword(password: string) {
  await userEvent.type(await screen.findByLabelText('Password'), password);
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
}

test('asks for the password, then sends what was asked once more', async () => {
  api.fail('RenewApiToken', 'SUDO_REQUIRED', 'r1');
  const { client } = renderPage(<Guard />);
  const result = client.mutation(guardedDocument, { id: 't1' }).toPromise();
  await screen.findByRole('dialog', { name: 'Confirm it’s you' });
  answerSudo([]);
  api.answer('RenewApiToken', () => renewed);
  await typePassword('correct horse');
  expect((await result).data?.renewApiToken.secret).toBe('ptk_new');
  expect(asked('EnterSudo')[0]?.variables).toEqual({ input: { password: 'correct horse' } });
  expect(asked('RenewApiToken').map(({ variables }) => variables)).toEqual([{ id: 't1' }, { id: 't1' }]);
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
});

test('a second refusal is not asked about again', async () => {
  api.fail('RenewApiToken', 'SUDO_REQUIRED', 'r1');
  answerSudo([]);
  const { client } = renderPage(<Guard />);
  const result = client.mutation(guardedDocument, { id: 't1' }).toPromise();
  await typePassword('correct horse');
  expect((await result).error?.graphQLErrors[0]?.extensions.code).toBe('SUDO_REQUIRED');
  expect(asked('RenewApiToken')).toHaveLength(2);
});

test('cancelling answers with neither data nor error, and sends nothing more', async () => {
  api.fail('RenewApiToken', 'SUDO_REQUIRED', 'r1');
  const { client } = renderPage(<Guard />);
  const result = client.mutation(guardedDocument, { id: 't1' }).toPromise();
  await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
  const { data, error } = await result;
  expect([data, error]).toEqual([undefined, undefined]);
  expect(api.asked).toHaveLength(1);
});

test('a wrong password is said at its field, and can be put right', async () => {
  api.fail('RenewApiToken', 'SUDO_REQUIRED', 'r1');
  answerSudo([
    {
      __typename: 'InputError',
      message: 'This is not your password.',
      code: 'WRONG_CREDENTIALS',
      path: ['input', 'password'],
    },
  ]);
  const { client, sudo } = renderPage(<Guard />);
  void client.mutation(guardedDocument, { id: 't1' }).toPromise();
  await typePassword('wrong');
  expect(await screen.findByText('This is not your password.')).toBeVisible();
  await waitFor(() => expect(screen.getByLabelText('Password')).toHaveFocus());
  expect(screen.getByLabelText('Password')).toBeInvalid();
  expect(sudo.snapshot()).toBe(true);
});

test('two that wait are let through by one password', async () => {
  api.fail('RenewApiToken', 'SUDO_REQUIRED', 'r1');
  const { client } = renderPage(<Guard />);
  const results = ['t1', 't2'].map((id) => client.mutation(guardedDocument, { id }).toPromise());
  await waitFor(() => expect(asked('RenewApiToken')).toHaveLength(2));
  await screen.findByRole('dialog');
  answerSudo([]);
  api.answer('RenewApiToken', () => renewed);
  await typePassword('correct horse');
  const secrets = (await Promise.all(results)).map(({ data }) => data?.renewApiToken.secret);
  expect(secrets).toEqual(['ptk_new', 'ptk_new']);
  expect(asked('EnterSudo')).toHaveLength(1);
});
