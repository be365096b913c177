import { screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { renderPage } from '../../lib/test-page';
import { CookieNotice } from './cookie-notice';

afterEach(() => vi.unstubAllGlobals());

const keepsCookies = (keeps: boolean) => vi.spyOn(navigator, 'cookieEnabled', 'get').mockReturnValue(keeps);

test('says nothing where cookies are kept', () => {
  renderPage(<CookieNotice />);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('says before signing in that the browser blocks cookies', () => {
  keepsCookies(false);
  renderPage(<CookieNotice />);
  expect(screen.getByRole('alert')).toHaveTextContent('Your browser blocks cookies');
});

test('says after signing in that the session did not stick, and what to do', () => {
  vi.stubGlobal('isSecureContext', true);
  renderPage(<CookieNotice />, { dropped: true });
  expect(screen.getByRole('alert')).toHaveTextContent(
    /didn’t keep you signed in.*Allow cookies for this site/,
  );
});

test('R82: where the page came over plain HTTP, it says to use HTTPS', () => {
  vi.stubGlobal('isSecureContext', false);
  renderPage(<CookieNotice />, { dropped: true });
  expect(screen.getByRole('alert')).toHaveTextContent(/not encrypted.*https/);
});
