import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ada, renderPage } from '../lib/test-page';
import { ReplacedBanner } from './replaced-banner';

test('R63: says that another account has signed in, and offers to reload', () => {
  renderPage(<ReplacedBanner viewer={ada} />, { replaced: true });
  expect(screen.getByRole('alert')).toHaveTextContent('You signed in with another tab. Reload to continue');
  expect(screen.getByRole('alert')).toHaveTextContent('ada');
  expect(screen.getByRole('button', { name: 'Reload page' })).toBeVisible();
});

test('says nothing while the page is of whoever is signed in', () => {
  renderPage(<ReplacedBanner viewer={ada} />);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});
