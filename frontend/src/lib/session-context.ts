import { createContext, use } from 'react';

/** What a section may do to the session: say that it began or ended. */
export type SessionControl = {
  /** The cookie was set or taken away just now: forget everything and ask again. */
  changed: () => void;
  /** The session was ended from elsewhere. */
  snapshot: () => { ended: boolean };
};

export const SessionContext = createContext<SessionControl | null>(null);

export function useSession(): SessionControl {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession: no session above');
  return session;
}
