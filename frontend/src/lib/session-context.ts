import { createContext, use, useSyncExternalStore } from 'react';

/** What a section may do to the session: say that it began or ended. */
export type SessionControl = {
  /** The cookie was set or taken away just now: forget everything and ask again. */
  changed: () => void;
  /** Signed in just now: the same, if the browser kept the cookie. */
  started: () => Promise<void>;
  /** How the session stands. */
  snapshot: () => {
    /** It was ended from elsewhere. */
    ended: boolean;
    /** Signing in worked, but the browser did not keep the cookie. */
    dropped: boolean;
    /** Another account has signed in with another tab of this browser. */
    replaced: boolean;
  };
  subscribe: (listener: () => void) => () => void;
};

export const SessionContext = createContext<SessionControl | null>(null);

export function useSession(): SessionControl {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession: no session above');
  return session;
}

/** Whether this page is of an account that isn't signed in anymore, because another one is. */
export function useReplaced(): boolean {
  const { subscribe, snapshot } = useSession();
  return useSyncExternalStore(subscribe, () => snapshot().replaced);
}

/** Whether signing in worked here and the browser did not keep the session. */
export function useSessionDropped(): boolean {
  const { subscribe, snapshot } = useSession();
  return useSyncExternalStore(subscribe, () => snapshot().dropped);
}
