import { screen, waitFor } from '@testing-library/react';
import { lazy } from 'react';
import { expect, test, vi } from 'vitest';
import { loaded } from '../lib/load';
import { renderPage } from '../lib/test-page';
import { Part } from './part';

test('a part that is missing leaves the page and what is typed in it, and says so', async () => {
  const Missing = lazy(() => loaded(() => Promise.reject(new TypeError('Unable to preload CSS for /x.css'))));
  const onLost = vi.fn();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  renderPage(
    <>
      <input aria-label="Name" defaultValue="typed" />
      <Part onLost={onLost}>
        <Missing />
      </Part>
    </>,
  );
  expect(await screen.findByText('Save what you typed, reload the page and try again.')).toBeVisible();
  expect(screen.getByLabelText('Name')).toHaveValue('typed');
  await waitFor(() => expect(onLost).toHaveBeenCalledOnce());
  expect(document.body).not.toHaveTextContent('preload');
});
