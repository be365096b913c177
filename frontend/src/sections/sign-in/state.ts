import { useLocation } from '@tanstack/react-router';
import type { SecondFactorMethod } from '../../gql/graphql';
import type { Outcome } from './outcome';

/** What the sign-in page says to somebody who was sent there. */
export type Arrival = {
  notice?: 'password-reset' | 'second-step-over' | 'second-step-elsewhere';
  /** The user name to sign in with, where it is known. */
  login?: string;
};

declare module '@tanstack/react-router' {
  interface HistoryState {
    arrival?: Arrival;
    /** How the second factor may be proved; undefined: not known here, as after GitHub. */
    secondFactor?: readonly SecondFactorMethod[];
    outcome?: Outcome;
  }
}

/** What one page tells the next: kept by the browser's history, through a reload too. */
export function useHandedOver() {
  return useLocation({ select: ({ state }) => state });
}
