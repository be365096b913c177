import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './get-started.module.css';
import { useHasKey } from './ssh-keys';

type StepProps = { done: boolean; children: ReactNode; action: ReactNode };

/** Something to do, and the way to it until it is done. */
function Step({ done, children, action }: StepProps) {
  const { t } = useLingui();
  const Icon = done ? IconCircleCheckFilled : IconCircleDashed;
  return (
    <li className={classes.step}>
      <Icon
        size={20}
        role="img"
        aria-label={done ? t`Completed` : t`To do`}
        className={done ? classes.done : classes.open}
      />
      <Text span c={done ? 'dimmed' : undefined} className={classes.text}>
        {children}
      </Text>
      {!done && action}
    </li>
  );
}

/** What is to be done until the first deployment, in its order. */
export function Steps({ app }: { app?: string }) {
  const hasKey = useHasKey();
  if (hasKey === undefined) return null;
  return (
    <ol className={classes.steps}>
      <Step
        done={hasKey}
        action={
          <Button
            size="xs"
            variant="default"
            renderRoot={(props) => <Link to="/ssh-keys" search={{ dialog: 'add' }} {...props} />}
          >
            <Trans>Add SSH key</Trans>
          </Button>
        }
      >
        <Trans>Add an SSH key, so that Git knows you</Trans>
      </Step>
      <Step
        done={app !== undefined}
        action={
          <Button
            size="xs"
            variant="default"
            renderRoot={(props) => <Link to="/apps" search={{ dialog: 'create' }} {...props} />}
          >
            <Trans>Create app</Trans>
          </Button>
        }
      >
        <Trans>Create an app</Trans>
      </Step>
      <Step
        done={false}
        action={
          app && (
            <Button
              size="xs"
              variant="default"
              renderRoot={(props) => <Link to="/apps/$name" params={{ name: app }} {...props} />}
            >
              <Trans>Show commands</Trans>
            </Button>
          )
        }
      >
        <Trans>Deploy it with git push</Trans>
      </Step>
    </ol>
  );
}

/** Shown beside apps of which none was ever deployed. */
export function GetStarted({ app }: { app: string }) {
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="get-started">
      <Stack gap="sm">
        <Title order={2} id="get-started">
          <Trans>Your first deployment</Trans>
        </Title>
        <Steps app={app} />
      </Stack>
    </Paper>
  );
}
