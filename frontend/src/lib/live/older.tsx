import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { Fault } from '../../ui/fault';
import type { usePages } from './use-pages';

type OlderProps = Pick<ReturnType<typeof usePages>, 'loading' | 'problem' | 'hasNextPage' | 'more'> & {
  children: ReactNode;
};

/** Under the pages that are loaded: the button for the next one, or why it could not be loaded. */
export function Older({ loading, problem, hasNextPage, more, children }: OlderProps) {
  if (problem) return <Fault problem={problem} onRetry={more} />;
  if (!hasNextPage) return null;
  return (
    <Group justify="center">
      <Button variant="default" loading={loading === 'more'} onClick={more}>
        {children}
      </Button>
    </Group>
  );
}
