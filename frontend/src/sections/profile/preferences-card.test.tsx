import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useQuery } from 'urql';
import { expect, test, vi } from 'vitest';
import { fakeApi, renderPage } from '../../lib/test-page';
import * as cache from './cache';
import { PreferencesCard } from './preferences-card';
import { profile } from './profile.fixture';
import { profileDocument } from './profile-page';

const api = fakeApi();

function Preferences() {
  const [{ data }] = useQuery({ query: profileDocument });
  return data?.viewer && <PreferencesCard profile={data.viewer} />;
}

test('shows a choice before the server has answered, and takes it back when it is not taken', async () => {
  api.answer('Profile', () => ({ viewer: profile }));
  const answered = vi.fn();
  api.answer('UpdateProfile', () => {
    answered();
    const error = { __typename: 'InputError', message: 'Not today.', code: 'LIMIT_REACHED', path: [] };
    return { updateProfile: { __typename: 'UpdateProfilePayload', viewer: null, errors: [error] } };
  });
  renderPage(<Preferences />, { sections: [cache] });
  const newsletter = await screen.findByLabelText('Newsletter');
  await userEvent.click(newsletter);
  expect(await screen.findByText('Couldn’t save the newsletter')).toBeVisible();
  expect(screen.getByText('Not today.')).toBeVisible();
  expect(answered).toHaveBeenCalledOnce();
  await waitFor(() => expect(newsletter).not.toBeChecked());
});

test('sends only what was changed', async () => {
  api.answer('Profile', () => ({ viewer: profile }));
  api.pay('UpdateProfile', { viewer: { ...profile, theme: 'DARK' } });
  renderPage(<Preferences />, { sections: [cache] });
  await userEvent.click(await screen.findByLabelText('Dark'));
  await waitFor(() => expect(screen.getByLabelText('Dark')).toBeChecked());
  const sent = api.asked.filter(({ operation }) => operation === 'UpdateProfile');
  expect(sent.map(({ variables }) => variables)).toEqual([{ input: { theme: 'DARK' } }]);
});

test('a time zone that the browser doesn’t know is said, and can be changed', async () => {
  api.answer('Profile', () => ({ viewer: { ...profile, timeZone: 'posixrules' } }));
  api.pay('UpdateProfile', { viewer: { ...profile, timeZone: 'Europe/Paris' } });
  renderPage(<Preferences />, { sections: [cache] });
  expect(await screen.findByText(/This browser doesn’t know posixrules/)).toBeVisible();
  const zone = screen.getByRole('combobox', { name: 'Time zone' });
  expect(zone).toHaveValue('posixrules');
  await userEvent.click(zone);
  await userEvent.clear(zone);
  await userEvent.type(zone, 'Paris');
  await userEvent.click(await screen.findByRole('option', { name: 'Europe/Paris' }));
  await waitFor(() => expect(screen.queryByText(/doesn’t know/)).toBeNull());
});
