import type { AppStatus as Status } from '../../gql/graphql';
import { Dot } from '../../ui/dot';
import { useStatusNames } from './words';

const colors = { NEW: 'gray', STARTING: 'warn', RUNNING: 'ok', STOPPED: 'gray' } as const;

/** Whether an app runs: a dot and a word. */
export function AppStatus({ status }: { status: Status }) {
  const names = useStatusNames();
  return <Dot color={colors[status]}>{names[status]}</Dot>;
}
