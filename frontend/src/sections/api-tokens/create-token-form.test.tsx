import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { useSudoAsked } from '../../lib/sudo-context';
import SudoDialog from '../../lib/sudo-dialog';
import { ada, fakeApi, renderPage } from '../../lib/test-page';
import { CreateTokenForm } from './create-token-form';

const api = fakeApi();
const made = {
  createApiToken: {
    __typename: 'CreateApiTokenPayload',
    apiToken: { __typename: 'ApiToken', id: 't1', name: 'Bot', scopes: ['APPS_READ'] },
    secret: 'ptk_secret',
    errors: [],
  },
};

beforeEach(() => {
  const shop = { __typename: 'App', id: 'a1', name: 'shop' };
  api.answer('ApiTokenApps', () => ({
    viewer: {
      ...ada,
      apps: { __typename: 'AppConnection', edges: [{ __typename: 'AppEdge', node: shop }] },
    },
  }));
});

const created = () => api.asked.filter(({ operation }) => operation === 'CreateApiToken');

/** A level of an area in the matrix of permissions. */
const permission = (area: string, level: string) =>
  within(screen.getByRole('radiogroup', { name: area })).getByRole('radio', { name: level });

async function fillIn() {
  await userEvent.type(screen.getByLabelText('Name'), ' Bot ');
  await userEvent.click(permission('Apps', 'Read'));
}

const submit = () => userEvent.click(screen.getByRole('button', { name: 'Create token' }));

test('sends what was chosen, for 90 days, and hands the secret on', async () => {
  api.answer('CreateApiToken', () => made);
  const onSecret = vi.fn();
  renderPage(<CreateTokenForm onClose={() => {}} onSecret={onSecret} />);
  await fillIn();
  await submit();
  await waitFor(() => expect(onSecret).toHaveBeenCalled());
  expect(onSecret).toHaveBeenCalledWith({
    name: 'Bot',
    scopes: ['APPS_READ'],
    secret: 'ptk_secret',
    renewed: false,
  });
  const input = created()[0]?.variables.input as { expiresAt: string };
  expect(input).toMatchObject({ name: 'Bot', scopes: ['APPS_READ'], appIds: [] });
  const days = (Date.parse(input.expiresAt) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(89.9);
  expect(days).toBeLessThanOrEqual(90);
});

test('wants a name and at least one scope, and sends nothing before', async () => {
  renderPage(<CreateTokenForm onClose={() => {}} onSecret={() => {}} />);
  await submit();
  expect(await screen.findByText('Enter a name.')).toBeVisible();
  expect(screen.getByText('Select at least one permission.')).toBeVisible();
  await waitFor(() => expect(screen.getByLabelText('Name')).toHaveFocus());
  expect(created()).toEqual([]);
});

test('where only the permissions are missing, they get the focus', async () => {
  renderPage(<CreateTokenForm onClose={() => {}} onSecret={() => {}} />);
  await userEvent.type(screen.getByLabelText('Name'), 'Bot');
  await submit();
  await waitFor(() => expect(permission('Profile', 'None')).toHaveFocus());
  expect(screen.getByRole('radiogroup', { name: 'Profile' })).toHaveAccessibleDescription(
    /Read: View profile.*Select at least one permission/,
  );
});

test('an area has only the levels that it has, by the arrow keys too', async () => {
  renderPage(<CreateTokenForm onClose={() => {}} onSecret={() => {}} />);
  const levels = (area: string) =>
    within(screen.getByRole('radiogroup', { name: area }))
      .getAllByRole('radio')
      .map((radio) => radio.getAttribute('aria-label'));
  expect(levels('Timeline')).toEqual(['None', 'Read']);
  expect(levels('Billing')).toEqual(['None', 'Read', 'Write']);
  act(() => permission('Billing', 'None').focus());
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(permission('Billing', 'Write')).toBeChecked();
  expect(permission('Apps', 'None')).toBeChecked();
});

test('a preset fills the matrix in, and “Clear” empties it', async () => {
  api.answer('CreateApiToken', () => made);
  renderPage(<CreateTokenForm onClose={() => {}} onSecret={() => {}} />);
  await userEvent.type(screen.getByLabelText('Name'), 'Bot');
  await userEvent.click(screen.getByRole('button', { name: 'Full access' }));
  expect(permission('Profile', 'Write')).toBeChecked();
  await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
  expect(permission('Profile', 'None')).toBeChecked();
  await userEvent.click(screen.getByRole('button', { name: 'Manage apps' }));
  await submit();
  await waitFor(() => expect(created()).toHaveLength(1));
  const scopes = ['APPS_READ', 'APPS_WRITE', 'TIMELINE_READ'];
  expect(created()[0]?.variables.input).toMatchObject({ scopes });
});

test('R52: a token limited to an app gets no scope that reaches beyond it', async () => {
  api.answer('CreateApiToken', () => made);
  renderPage(<CreateTokenForm onClose={() => {}} onSecret={() => {}} />);
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Bot' } });
  const keys = permission('SSH keys', 'Write');
  fireEvent.click(keys);
  fireEvent.click(permission('Apps', 'Read'));
  expect(keys).toBeChecked();
  fireEvent.click(screen.getByLabelText('Apps', { selector: 'input' }));
  fireEvent.click(await screen.findByText('shop'));
  expect(keys).toBeDisabled();
  expect(keys).not.toBeChecked();
  expect(permission('SSH keys', 'None')).toBeChecked();
  expect(keys).toHaveAccessibleDescription(/Tokens limited to specific apps can’t/);
  fireEvent.click(screen.getByText('Create token'));
  await waitFor(() => expect(created()).toHaveLength(1));
  expect(created()[0]?.variables.input).toMatchObject({ scopes: ['APPS_READ'], appIds: ['a1'] });
});

test('cancelling the password leaves the form as it was', async () => {
  api.fail('CreateApiToken', 'SUDO_REQUIRED', 'r1');
  const Guard = () => <SudoDialog opened={useSudoAsked()} />;
  const onSecret = vi.fn();
  renderPage(
    <>
      <CreateTokenForm onClose={() => {}} onSecret={onSecret} />
      <Guard />
    </>,
  );
  await fillIn();
  await submit();
  await screen.findByLabelText('Password');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(screen.getByLabelText('Name')).toHaveValue(' Bot ');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  const button = screen.getByRole('button', { name: 'Create token' });
  await waitFor(() => expect(button).toHaveFocus());
  expect(onSecret).not.toHaveBeenCalled();
});
