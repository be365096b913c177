import { IconAppWindow, IconRocket } from '@tabler/icons-react';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { type Answers, connection, deployed, event, showPage } from '../../lib/live/page.fixture';
import { timeline } from './section';

type Node = ReturnType<typeof event>;

function answers(pages: Record<string, { nodes: Node[]; next?: string }>, head = 'head-1'): Answers {
  const viewer = { __typename: 'Viewer', id: 'viewer' };
  return {
    TimelineHead: () => ({ viewer: { ...viewer, timelineHead: head } }),
    TimelinePage: ({ after }) => {
      const page = pages[String(after ?? 'first')];
      return page && { viewer: { ...viewer, timeline: connection('Timeline', page.nodes, page.next) } };
    },
    TimelineApps: () => ({
      viewer: { ...viewer, apps: connection('App', [{ __typename: 'App', id: 'app-1', name: 'my-app' }]) },
    }),
  };
}

const events = {
  APP_DEPLOYED: { icon: IconRocket, color: 'ok', name: { id: 'App deployed' } },
  APP_CREATED: { icon: IconAppWindow, color: 'gray', name: { id: 'App created' } },
} as const;
const show = (path: string, given: Answers) =>
  showPage(path, (parent) => timeline(parent).routes, [{ events }], given);
const edge = (node: Node) => ({ timeline: { __typename: 'TimelineEdge', cursor: `c-${node.id}`, node } });
const summaries = () =>
  screen
    .getAllByRole('listitem')
    .map((row) => within(row).getAllByText(/./, { selector: 'p:first-child' })[0]?.textContent);

const renamed = { __typename: 'AppRenamedEvent', type: 'APP_RENAMED' };

test('older pages follow the first, and live events go on top of it', async () => {
  const pages = {
    first: { nodes: [event('3', 'Third'), event('2', 'Second', renamed)], next: 'c-2' },
    'c-2': { nodes: [event('1', 'First')] },
  };
  const { socket } = show('/timeline', answers(pages));
  await screen.findByText('Third');
  await userEvent.click(screen.getByRole('button', { name: 'Older events' }));
  await screen.findByText('First');
  expect(screen.queryByRole('button', { name: 'Older events' })).toBeNull();
  expect(socket.followed[0]?.payload.variables).toEqual({ after: 'head-1' });
  act(() => socket.send(edge(deployed('4', 'Fourth'))));
  await waitFor(() =>
    expect(summaries()).toEqual(['App my-app: Fourth deployed', 'Third', 'Second', 'First']),
  );
});

describe('events that repeat each other', () => {
  const sameDay = {
    first: { nodes: [event('4', 'Fourth'), event('3', 'Third'), event('2', 'Second')], next: 'c-2' },
    'c-2': { nodes: [event('1', 'First')] },
  };

  test('are one line, which opens by keyboard and stays open as it grows', async () => {
    const { socket } = show('/timeline', answers(sameDay));
    const line = await screen.findByRole('button', { name: 'App created 3 times' });
    expect(line).toHaveAttribute('aria-expanded', 'false');
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    act(() => line.focus());
    await userEvent.keyboard('{Enter}');
    expect(line).toHaveAttribute('aria-expanded', 'true');
    const run = screen.getByRole('list', { name: 'App created' });
    const inRun = () => within(run).getAllByRole('listitem');
    expect(inRun()).toHaveLength(3);
    act(() => socket.send(edge(event('5', 'Fifth'))));
    await waitFor(() => expect(inRun()).toHaveLength(4));
    expect(line).toHaveFocus();
    expect(line).toHaveAccessibleName('App created 4 times');
    await userEvent.keyboard(' ');
    expect(screen.queryByText('Fifth')).toBeNull();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Older events' }));
    await screen.findByText('First');
    expect(screen.getByRole('button', { name: 'App created 5 times' })).toHaveAttribute(
      'aria-expanded',
      'true',
    );
  });

  test('say what all of them say', async () => {
    const nodes = ['3', '2', '1'].map((id) => event(id, 'App my-app created'));
    show('/timeline', answers({ first: { nodes } }));
    await screen.findByRole('button', { name: 'App my-app created 3 times' });
  });

  test('are not one line across midnight', async () => {
    const before = { occurredAt: '2026-11-19T23:59:00Z' };
    const after = { occurredAt: '2026-11-20T00:01:00Z' };
    const nodes = [event('4', 'Four', after), event('3', 'Three', after), event('2', 'Two', before)];
    show('/timeline', answers({ first: { nodes } }));
    await screen.findByText('Four');
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(2);
    const [today] = screen.getAllByRole('list');
    expect(today).toHaveAccessibleName(/November 20, 2026|Today|Yesterday/);
    expect(summaries()).toEqual(['Four', 'Three', 'Two']);
  });
});

test('an event says at what time it was', async () => {
  show('/timeline', answers({ first: { nodes: [event('1', 'App created')] } }));
  const time = await screen.findByText(/^12:00\sPM$/);
  expect(time).toHaveAttribute('datetime', '2026-11-20T12:00:00Z');
  await userEvent.hover(time);
  expect(await screen.findByRole('tooltip')).toHaveTextContent(/ago|now/);
});

test('an event of a type that this page does not know is shown by its summary', async () => {
  const future = { __typename: 'AppExplodedEvent', type: 'APP_EXPLODED' };
  const pages = { first: { nodes: [event('2', 'The app exploded', future), event('1', 'Quiet')] } };
  const { socket } = show('/timeline', answers(pages));
  await screen.findByText('The app exploded');
  act(() => socket.send(edge(event('3', 'It exploded again', future))));
  await screen.findByText('It exploded again');
});

test('live events that do not match the address are not shown', async () => {
  const { socket, fetch } = show(
    '/timeline?types=app_deployed&app=app-1',
    answers({ first: { nodes: [deployed('1', 'one')] } }),
  );
  await screen.findByText(/one deployed/);
  const asked = fetch.mock.calls.map(([, init]) => JSON.parse(String(init?.body)));
  expect(asked.find(({ operationName }) => operationName === 'TimelinePage').variables).toEqual({
    filter: { types: ['APP_DEPLOYED'], app: 'app-1' },
  });
  act(() => {
    socket.send(edge(event('2', 'Created')));
    socket.send(
      edge({ ...deployed('3', 'elsewhere'), app: { __typename: 'NamedApp', id: 'app-2', name: 'x' } }),
    );
    socket.send(edge(deployed('4', 'two')));
  });
  await screen.findByText(/two deployed/);
  expect(screen.queryByText('Created')).toBeNull();
  expect(screen.queryByText(/elsewhere deployed/)).toBeNull();
});

test('filters go to the address, and clearing them takes them away', async () => {
  const { router } = show('/timeline?types=app_exploded,app_deployed', answers({ first: { nodes: [] } }));
  await screen.findByText('No matching events');
  await userEvent.click(screen.getAllByRole('button', { name: 'Clear filters' })[0] as HTMLElement);
  await screen.findByText('No activity yet');
  expect(router.state.location.search).toEqual({});
});

test('a reset loads everything again and follows from the new head', async () => {
  const pages = { first: { nodes: [event('1', 'Before')] } };
  const given = answers(pages);
  const { socket } = show('/timeline', given);
  await screen.findByText('Before');
  act(() => socket.send(edge(event('2', 'Lost with the log'))));
  await screen.findByText('Lost with the log');
  pages.first = { nodes: [event('9', 'After')] };
  given.TimelineHead = () => ({ viewer: { __typename: 'Viewer', id: 'viewer', timelineHead: 'head-9' } });
  act(() => socket.send({ timeline: { __typename: 'TimelineReset', cursor: 'c-9' } }));
  await screen.findByText('After');
  expect(screen.queryByText('Lost with the log')).toBeNull();
  await waitFor(() =>
    expect(socket.followed.map(({ payload }) => payload.variables)).toEqual([{ after: 'head-9' }]),
  );
});

test('after a change of the language the sentences are asked for again', async () => {
  const pages = { first: { nodes: [event('1', 'App created')] } };
  const { socket } = show('/timeline', answers(pages));
  await screen.findByText('App created');
  pages.first = { nodes: [event('1', 'Application créée')] };
  const change = { __typename: 'ProfileUpdatedEvent', type: 'PROFILE_UPDATED', fields: ['LANGUAGE'] };
  act(() => socket.send(edge(event('2', 'Profile updated', change))));
  await screen.findByText('Application créée');
});

test('a fault says what to do and can be tried again', async () => {
  const given = answers({});
  show('/timeline', given);
  expect(await screen.findByRole('alert')).toHaveTextContent('r-1');
  const working = answers({ first: { nodes: [event('1', 'Back again')] } });
  Object.assign(given, working);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Back again');
});
