import { Outlet } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { ViewerProvider, viewerDocument } from '../lib/viewer';
import { ShellSkeleton } from './shell-skeleton';

/** The frame around every page of somebody who is signed in. */
export function Shell() {
  const [{ data }] = useQuery({ query: viewerDocument, requestPolicy: 'cache-first' });
  if (!data?.viewer) return <ShellSkeleton />;
  return (
    <ViewerProvider viewer={data.viewer}>
      <main id="content">
        <Outlet />
      </main>
    </ViewerProvider>
  );
}
