import { createContext, type ReactNode, use } from 'react';
import { graphql } from '../gql';
import type { ViewerQuery } from '../gql/graphql';
import { shownTimeZone } from './dates';

/**
 * Who is signed in, and what the whole dashboard depends on of them and of the server:
 * no page shows before business time is known.
 */
export const viewerDocument = graphql(`
  query Viewer {
    viewer {
      id
      username
      fullName
      email
      emailVerifiedAt
      language
      theme
      timeZone
    }
    serverInfo { sandbox simulated clockOffsetSeconds }
  }
`);

export type Viewer = NonNullable<ViewerQuery['viewer']>;

const ViewerContext = createContext<Viewer | null>(null);

export function ViewerProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

/** Who is signed in. Only below the signed-in part of the routes. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (!viewer) throw new Error('useViewer: nobody is signed in here');
  return viewer;
}

/** The time zone in which times are shown: the account's where this browser knows it, else the device's. */
export function useTimeZone(): string {
  return shownTimeZone(use(ViewerContext)?.timeZone ?? '');
}
