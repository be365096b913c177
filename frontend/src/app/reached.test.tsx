import { notifications } from '@mantine/notifications';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useQuery } from 'urql';
import { afterEach, expect, test } from 'vitest';
import { type Load, usePages } from '../lib/live/use-pages';
import { useReached } from '../lib/socket-context';
import { fakeApi, fakeConnection, renderPage } from '../lib/test-page';
import * as cache from '../sections/profile/cache';
import { IdentityCard } from '../sections/profile/identity-card';
import { profile } from '../sections/profile/profile.fixture';
import { ProfilePage, profileDocument } from '../sections/profile/profile-page';
import { usePreference } from '../sections/profile/update-profile';
import { closeUnreached } from '../ui/notify';

const api = fakeApi();
const unreachable = 'Can’t connect to Portico';

afterEach(() => notifications.clean());

function answer() {
  api.answer('Profile', () => ({ viewer: profile }));
}

test('a page that could not be loaded is loaded once the socket is connected again', async () => {
  api.unreachable('Profile');
  const connection = fakeConnection();
  renderPage(<ProfilePage />, { connection });
  expect(await screen.findByText(unreachable)).toBeVisible();
  answer();
  act(() => connection.become('reconnecting'));
  expect(screen.getByText(unreachable)).toBeVisible();
  act(() => connection.become('connected'));
  expect(await screen.findByLabelText('Location')).toBeVisible();
  expect(screen.queryByText(unreachable)).toBeNull();
});

function Identity() {
  const [{ data }] = useQuery({ query: profileDocument });
  const save = usePreference();
  useReached(closeUnreached);
  return (
    data?.viewer && (
      <>
        <IdentityCard profile={data.viewer} />
        <button type="button" onClick={() => void save('the theme', { theme: 'DARK' })}>
          Dark
        </button>
      </>
    )
  );
}

test('a form that could not be sent keeps its input, and its fault goes', async () => {
  answer();
  api.unreachable('UpdateProfile');
  const connection = fakeConnection();
  renderPage(<Identity />, { connection, sections: [cache] });
  await userEvent.type(await screen.findByLabelText('Location'), 'London{Enter}');
  expect(await screen.findByText(unreachable)).toBeVisible();
  act(() => connection.become('connected'));
  await waitFor(() => expect(screen.queryByText(unreachable)).toBeNull());
  expect(screen.getByLabelText('Location')).toHaveValue('London');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(unreachable)).toBeVisible();
});

test('a toast that says so closes', async () => {
  answer();
  api.unreachable('UpdateProfile');
  const connection = fakeConnection();
  renderPage(<Identity />, { connection, sections: [cache] });
  await userEvent.click(await screen.findByRole('button', { name: 'Dark' }));
  expect(await screen.findByText('Couldn’t save the theme')).toBeVisible();
  act(() => connection.become('connected'));
  await waitFor(() => expect(screen.queryByText('Couldn’t save the theme')).toBeNull());
});

test('the pages of a list go on from where they stopped', async () => {
  const connection = fakeConnection();
  let reachable = true;
  const asked: (string | undefined)[] = [];
  const load: Load<{ id: string }, null> = async (after) => {
    asked.push(after);
    if (!reachable) return { problem: { code: 'NETWORK', message: '' } };
    const id = after ? 'second' : 'first';
    return { items: [{ id }], endCursor: id, hasNextPage: !after, extra: null };
  };
  function List() {
    const { items, more, problem } = usePages(load);
    return (
      <>
        {items.map(({ id }) => (
          <p key={id}>{id}</p>
        ))}
        {problem && <p>{problem.code}</p>}
        <button type="button" onClick={more}>
          More
        </button>
      </>
    );
  }
  renderPage(<List />, { connection });
  await screen.findByText('first');
  reachable = false;
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  await screen.findByText('NETWORK');
  reachable = true;
  act(() => connection.become('connected'));
  expect(await screen.findByText('second')).toBeVisible();
  expect(screen.queryByText('NETWORK')).toBeNull();
  expect(asked).toEqual([undefined, 'first', 'first']);
});
