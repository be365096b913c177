import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  createBrowserHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  Outlet,
  type RouterHistory,
  RouterProvider,
  useNavigate,
  useSearch,
} from '@tanstack/react-router';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { graphql } from '../gql';
import { keepDrafts } from '../lib/drafts';
import { useSubmit } from '../lib/form';
import { fakeApi, renderPage } from '../lib/test-page';
import { Dialog } from '../ui/dialog';
import { LeaveGuard } from './leave-guard';

const api = fakeApi();

const renameDocument = graphql(`
  mutation RenameApp($id: ID!, $input: RenameAppInput!) {
    renameApp(id: $id, input: $input) {
      app { id name gitRemote }
      errors { ...UserError }
    }
  }
`);

function NameForm({ label }: { label: string }) {
  const form = useForm({ initialValues: { name: '' } });
  const { onSubmit } = useSubmit({
    form,
    document: renameDocument,
    variables: ({ name }) => ({ id: 'a-1', input: { name } }),
    onDone: () => {},
  });
  return (
    <form onSubmit={onSubmit}>
      <TextInput label={label} {...form.getInputProps('name')} />
    </form>
  );
}

function HomePage() {
  const { dialog } = useSearch({ strict: false }) as { dialog?: string };
  const navigate = useNavigate();
  return (
    <>
      <Link to="/" search={{ dialog: 'open' } as never}>
        Open
      </Link>
      <Link to={'/other' as never}>Other</Link>
      <NameForm label="On the page" />
      <Dialog
        opened={dialog !== undefined}
        onClose={() => void navigate({ to: '/', search: {}, replace: true, ignoreBlocker: true })}
        title="Add"
      >
        <NameForm label="In the dialog" />
      </Dialog>
      <LeaveGuard />
    </>
  );
}

// A browser's: the other kind asks nothing on the way back.
let history: RouterHistory;
afterEach(() => history.destroy());

function show(path = '/') {
  window.history.replaceState(null, '', path);
  history = createBrowserHistory();
  vi.stubGlobal('scrollTo', () => {});
  const root = createRootRoute({ component: Outlet });
  const home = createRoute({ getParentRoute: () => root, path: '/', component: HomePage });
  const other = createRoute({
    getParentRoute: () => root,
    path: '/other',
    component: () => <p>Elsewhere</p>,
  });
  const router = createRouter({ routeTree: root.addChildren([home, other]), history });
  return { ...renderPage(<RouterProvider router={router as never} />), router };
}

const field = (label: string) => screen.findByLabelText(label);
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const follow = async (name: string) => userEvent.click(await screen.findByRole('link', { name }));
const asked = { name: 'Discard unsaved changes?' };
const question = () => screen.findByRole('dialog', asked);
const noQuestion = () => waitFor(() => expect(screen.queryByRole('dialog', asked)).toBeNull());

beforeEach(() => sessionStorage.clear());

test('asks before a page with unsaved input is left', async () => {
  const { router } = show();
  await userEvent.type(await field('On the page'), 'shop');
  await follow('Other');
  await question();
  await press('Keep editing');
  await noQuestion();
  expect(await field('On the page')).toHaveValue('shop');
  expect(router.state.location.pathname).toBe('/');
  await follow('Other');
  await press('Discard changes');
  expect(await screen.findByText('Elsewhere')).toBeVisible();
});

test('asks nothing where nothing is typed, or all of it is saved', async () => {
  api.answer('RenameApp', () => ({ renameApp: { __typename: 'RenameAppPayload', app: null, errors: [] } }));
  const { unsaved } = show();
  await userEvent.type(await field('On the page'), 'shop{Enter}');
  await waitFor(() => expect(unsaved.isDirty()).toBe(false));
  await follow('Other');
  expect(await screen.findByText('Elsewhere')).toBeVisible();
});

test('a dialog over a page with unsaved input opens without a question', async () => {
  show();
  await userEvent.type(await field('On the page'), 'shop');
  await follow('Open');
  expect(await screen.findByRole('dialog', { name: 'Add' })).toBeVisible();
  expect(screen.queryByRole('dialog', asked)).toBeNull();
});

test.each(['Escape', 'Close', 'back'])(
  'a dialog with unsaved input asks before it closes: %s',
  async (way) => {
    const { router } = show();
    await follow('Open');
    await userEvent.type(await field('In the dialog'), 'shop');
    const close = async () => {
      if (way === 'Escape') await userEvent.keyboard('{Escape}');
      else if (way === 'Close') await press('Close');
      else router.history.back();
    };
    await close();
    await question();
    await userEvent.keyboard('{Escape}');
    await noQuestion();
    expect(await field('In the dialog')).toHaveValue('shop');
    await close();
    await press('Discard changes');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByRole('dialog', asked)).toBeNull();
    expect(router.state.location.search).toEqual({});
  },
);

test('a dialog in which nothing is typed just closes', async () => {
  show('/?dialog=open');
  await field('In the dialog');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('the browser asks before the page is closed or reloaded', async () => {
  show();
  const leaves = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  await field('On the page');
  expect(leaves()).toBe(false);
  await userEvent.type(await field('On the page'), 'shop');
  expect(leaves()).toBe(true);
});

test('what was typed before the session ended comes back, and is unsaved still', async () => {
  const forms = { '/ RenameApp': { name: 'shop' } };
  keepDrafts({ account: 'viewer-1', path: '/', search: {}, forms });
  const { unsaved } = show();
  expect(await screen.findByText('Unsaved changes restored')).toBeVisible();
  expect(await field('On the page')).toHaveValue('shop');
  expect(unsaved.isDirty()).toBe(true);
});
