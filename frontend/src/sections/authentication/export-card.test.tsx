import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { leave } from '../../lib/leave';
import { ada, fakeApi } from '../../lib/test-page';
import { payload, refused, sent, showAccount } from './account.fixture';

vi.mock('../../lib/leave', () => ({ leave: vi.fn() }));

const api = fakeApi();
const card = () => within(screen.getByRole('region', { name: 'Your data' }));
const viewer = { __typename: 'Viewer', id: ada.id };

function dataExport(more: Record<string, unknown> = {}) {
  return {
    __typename: 'DataExport',
    id: 'e-1',
    state: 'PENDING',
    progress: 0,
    size: 0,
    requestedAt: '2026-11-20T12:00:00Z',
    expiresAt: null,
    url: null,
    ...more,
  };
}

const ready = dataExport({
  state: 'READY',
  progress: 100,
  size: 1_234_567,
  expiresAt: '2126-11-20T12:00:00Z',
  url: '/exports/e-1.zip',
});

test('asks for an export, shows how far it is, and then the file', async () => {
  api.answer('ExportData', () => ({ exportData: payload('ExportData', { dataExport: dataExport() }) }));
  await showAccount(api);
  const button = await card().findByRole('button', { name: 'Request export' });
  api.answer('DataExport', () => ({
    viewer: { ...viewer, dataExport: dataExport({ state: 'RUNNING', progress: 40 }) },
  }));
  await userEvent.click(button);
  const bar = await card().findByRole('progressbar');
  await waitFor(() => expect(bar).toHaveAttribute('aria-valuenow', '40'), { timeout: 5000 });
  api.answer('DataExport', () => ({ viewer: { ...viewer, dataExport: ready } }));
  expect(await card().findByText(/Ready: 1.2 MB/, {}, { timeout: 5000 })).toBeVisible();
});

test('ready is told at once, and nothing blinks before an answer is there', async () => {
  const blinked = vi.fn();
  const watch = new MutationObserver(() => {
    if (screen.queryByRole('button', { name: 'Request export' })) blinked();
  });
  watch.observe(document.body, { subtree: true, childList: true, characterData: true });
  const { happens } = await showAccount(api, '', { dataExport: dataExport({ state: 'FAILED' }) });
  expect(await card().findByText(/export failed/)).toBeVisible();
  let answer = (_: Record<string, unknown>) => {};
  const later = new Promise<Record<string, unknown>>((resolve) => {
    answer = resolve;
  });
  api.answer('DataExport', () => later);
  happens('DATA_EXPORT_READY');
  await waitFor(() => expect(sent(api, 'DataExport')).toHaveLength(2));
  await new Promise((painted) => requestAnimationFrame(painted));
  expect(card().getByText(/export failed/)).toBeVisible();
  answer({ viewer: { ...viewer, dataExport: ready } });
  expect(await card().findByText(/Ready/)).toBeVisible();
  watch.disconnect();
  expect(blinked).not.toHaveBeenCalled();
});

test('one a day: says so at the button', async () => {
  api.answer('ExportData', () => ({
    exportData: refused('ExportData', 'LIMIT_REACHED', 'One a day.', [], { dataExport: null }),
  }));
  await showAccount(api, '', { dataExport: dataExport({ state: 'FAILED' }) });
  expect(await card().findByText(/export failed/)).toBeVisible();
  await userEvent.click(card().getByRole('button', { name: 'Request new export' }));
  expect(await card().findByText('One a day.')).toBeVisible();
});

test('the download goes at once in sudo mode', async () => {
  api.answer('SudoUntil', () => ({ viewer: { ...viewer, sudoUntil: '2126-11-20T12:00:00Z' } }));
  await showAccount(api, '', { dataExport: ready });
  await userEvent.click(await card().findByRole('link', { name: 'Download' }));
  await waitFor(() => expect(leave).toHaveBeenCalledWith('/exports/e-1.zip'));
});

test.each([
  [true, 1],
  [false, 0],
])('without sudo mode it asks first; proved: %s', async (proved, times) => {
  vi.mocked(leave).mockClear();
  api.answer('SudoUntil', () => ({ viewer: { ...viewer, sudoUntil: '2020-11-20T12:00:00Z' } }));
  const { sudo } = await showAccount(api, '', { dataExport: ready });
  await userEvent.click(await card().findByRole('link', { name: 'Download' }));
  await waitFor(() => expect(sudo.snapshot()).toBe(true));
  expect(leave).not.toHaveBeenCalled();
  sudo.answer(proved);
  await waitFor(() => expect(sudo.snapshot()).toBe(false));
  await waitFor(() => expect(leave).toHaveBeenCalledTimes(times));
});
