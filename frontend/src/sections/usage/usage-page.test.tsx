import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { leave } from '../../lib/leave';
import { type Answers, showPage } from '../../lib/live/page.fixture';
import { usage } from './section';
// Compiled before the first test has to wait for it.
import './usage-page';

vi.mock('../../lib/leave');

beforeEach(() => vi.mocked(leave).mockClear());

const money = (amount: number) => ({ __typename: 'Money', amount, currency: 'EUR' });
const row = {
  __typename: 'UsageRow',
  app: { __typename: 'NamedApp', id: 'app-1', name: 'shop' },
  kind: null,
  resource: null,
  plan: null,
  unitMinutes: null,
  amount: money(1234),
};

function answers(of: { forecast?: number; rows?: readonly (typeof row)[]; csvUrl?: string } = {}): Answers {
  const viewer = (shown: Record<string, unknown>) => ({
    viewer: {
      __typename: 'Viewer',
      id: 'viewer',
      billing: { __typename: 'Billing', usage: { __typename: 'Usage', ...shown } },
    },
  });
  const { forecast, rows = [row], csvUrl } = of;
  return {
    Usage: () =>
      viewer({
        total: money(1234),
        forecast: forecast === undefined ? null : money(forecast),
        rows,
        days: [],
      }),
    ...(csvUrl && { UsageCsv: () => viewer({ csvUrl }) }),
  };
}

const show = (path: string, given: Answers) => showPage(path, (parent) => usage(parent).routes, [], given);
const download = () => screen.findByRole('button', { name: 'Download CSV' });

test('the current month has a forecast', async () => {
  show('/usage', answers({ forecast: 5678 }));
  expect(await screen.findByText('At this rate: about €56.78 by the month’s end')).toBeVisible();
});

test('a month that has ended has none', async () => {
  show('/usage?month=2026-10', answers());
  await screen.findByRole('list', { name: 'Usage' });
  expect(screen.queryByText(/At this rate/)).toBeNull();
});

test('a month is downloaded from a link that is asked for when it is needed', async () => {
  const { fetch } = show('/usage?month=2026-10', answers({ csvUrl: '/usage.csv?link=secret' }));
  await userEvent.click(await download());
  await waitFor(() => expect(leave).toHaveBeenCalledWith('/usage.csv?link=secret'));
  const asked = fetch.mock.calls.map(([, init]) => JSON.parse(String(init?.body)));
  expect(asked.find(({ operationName }) => operationName === 'UsageCsv').variables).toEqual({
    from: '2026-10-01T00:00:00Z',
    to: '2026-11-01T00:00:00Z',
  });
});

test('that there is no link is said', async () => {
  show('/usage', answers());
  await userEvent.click(await download());
  await screen.findByRole('alert');
  expect(leave).not.toHaveBeenCalled();
});

test('nothing is downloaded of a month without usage', async () => {
  show('/usage', answers({ rows: [] }));
  await screen.findByRole('heading', { name: /Nothing was used/ });
  expect(screen.queryByRole('button', { name: 'Download CSV' })).toBeNull();
});
