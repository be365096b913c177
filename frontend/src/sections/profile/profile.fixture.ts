import { ada } from '../../lib/test-page';

/** A profile as the page asks for it. */
export const profile = {
  ...ada,
  location: '',
  company: 'Analytical Engines',
  newsletter: false,
  createdAt: '2026-11-20T22:54:52Z',
};
