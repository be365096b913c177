import { waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ada, fakeApi, renderPage } from './test-page';
import { viewerDocument } from './viewer';

const api = fakeApi();

test('an answer of UNAUTHENTICATED ends the session', async () => {
  api.fail('Viewer', 'UNAUTHENTICATED', 'r1');
  const onSignedOut = vi.fn();
  const { client } = renderPage(null, { onSignedOut });
  await client.query(viewerDocument, {}).toPromise();
  await waitFor(() => expect(onSignedOut).toHaveBeenCalled());
});

test('another error does not', async () => {
  api.fail('Viewer', 'INTERNAL', 'r1');
  const onSignedOut = vi.fn();
  const { client } = renderPage(null, { onSignedOut });
  const { error } = await client.query(viewerDocument, {}).toPromise();
  expect(error).toBeDefined();
  expect(onSignedOut).not.toHaveBeenCalled();
});

test('what was answered once is there at once', async () => {
  api.answer('Viewer', () => ({ viewer: ada }));
  const { client } = renderPage(null);
  await client.query(viewerDocument, {}).toPromise();
  expect(client.readQuery(viewerDocument, {})?.data?.viewer?.username).toBe('ada');
});
