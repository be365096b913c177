import { createContext, use, useSyncExternalStore } from 'react';
import type { SudoGate } from './sudo';

export const SudoContext = createContext<SudoGate | null>(null);

const silent = () => () => {};
const no = () => false;

/** Whether the password is asked for now, over whatever is on the page. */
export function useSudoAsked(): boolean {
  const gate = use(SudoContext);
  return useSyncExternalStore(gate?.subscribe ?? silent, gate?.snapshot ?? no);
}

export function useSudoGate(): SudoGate {
  const gate = use(SudoContext);
  if (!gate) throw new Error('useSudoGate: no gate above');
  return gate;
}
