import { useLingui as useLanguage } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { Problem } from '../lib/problems';
import { useReached } from '../lib/socket-context';
import { Copy } from './copy';
import { faultText } from './fault-text';
import { ReloadButton } from './reload-button';

function RequestId({ id }: { id: string }) {
  const { t } = useLingui();
  return (
    <Group gap={4}>
      <Text>
        <Trans>Request ID:</Trans>
      </Text>
      <span className="mono">{id}</span>
      <Copy text={id} what={t`the request ID`} />
    </Group>
  );
}

/**
 * A fault in place of what could not be shown or done, with its request id and a way
 * to try again. Where the server could not be reached it goes once it can be: what can
 * be tried again is (`retryUnreached`, `usePages`), a form waits for its button.
 */
export function Fault({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const over = useOver(problem);
  if (over && !onRetry) return null;
  return <Shown problem={problem} onRetry={onRetry} />;
}

/** Whether the server could not be reached for it, and now can be. */
function useOver(problem: Problem): boolean {
  const [reached, setReached] = useState<Problem>();
  useReached(() => setReached(problem));
  return problem.code === 'NETWORK' && reached === problem;
}

function Shown({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  useLanguage(); // the words change with it
  const { title, advice } = faultText(problem);
  return (
    <Alert
      color="danger"
      icon={<IconAlertCircle aria-hidden />}
      title={title}
      role="alert"
      tabIndex={-1}
      data-form-fault
    >
      <Stack gap="xs" align="flex-start">
        <Text>{advice}</Text>
        {problem.requestId && <RequestId id={problem.requestId} />}
        {problem.code === 'SESSION_CHANGED' && <ReloadButton />}
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            <Trans>Try again</Trans>
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** What is wrong with a form as a whole: the messages of the API and, if so, a fault. */
export function FormFaults({ whole, problem }: { whole: string[]; problem?: Problem }) {
  return (
    <>
      {whole.length > 0 && (
        <Alert
          color="danger"
          icon={<IconAlertCircle aria-hidden />}
          role="alert"
          tabIndex={-1}
          data-form-fault
        >
          {whole.map((message) => (
            <Text key={message}>{message}</Text>
          ))}
        </Alert>
      )}
      {problem && <Fault problem={problem} />}
    </>
  );
}
