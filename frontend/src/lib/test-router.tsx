import { type AnyRoute, createMemoryHistory, createRouter, RouterProvider } from '@tanstack/react-router';
import { vi } from 'vitest';
import { renderPage } from './test-page';

/** A router at an address, which goes on in memory. */
export function memoryRouter(routeTree: AnyRoute, path: string) {
  vi.stubGlobal('scrollTo', () => {});
  const history = createMemoryHistory({ initialEntries: [path] });
  return { router: createRouter({ routeTree, history }), history };
}

/** Shows what routes have at an address, as `renderPage` shows a part of the dashboard. */
export function renderRoutes(routeTree: AnyRoute, path: string, options?: Parameters<typeof renderPage>[1]) {
  const { router, history } = memoryRouter(routeTree, path);
  const shown = renderPage(<RouterProvider router={router as never} />, options);
  return { ...shown, router, history };
}
