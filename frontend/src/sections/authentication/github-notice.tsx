import { useLingui } from '@lingui/react/macro';
import { Alert } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { FromGithub } from './search';

const route = getRouteApi('/signed-in/authentication');

function useWords(): Record<FromGithub, string> {
  const { t } = useLingui();
  return {
    linked: t`GitHub linked. You can now sign in with it.`,
    already: t`Another GitHub account is already linked. Unlink it first.`,
    taken: t`This GitHub account is already linked to another Portico account. Unlink it there first.`,
    refused: t`GitHub wasn’t linked. The request was canceled.`,
    failed: t`We couldn’t reach GitHub. Try again in a minute.`,
    expired: t`This took too long or started in another browser. Try again.`,
  };
}

/** What came of the way to GitHub and back; told once, after which the address is clean. */
export function GithubNotice() {
  const { t } = useLingui();
  const words = useWords();
  const { github } = route.useSearch();
  const navigate = route.useNavigate();
  const [told, setTold] = useState(github);
  useEffect(() => {
    if (!github) return;
    setTold(github);
    void navigate({ search: ({ dialog }) => ({ dialog }), hash: true, replace: true, resetScroll: false });
  }, [github, navigate]);
  if (!told) return null;
  const good = told === 'linked';
  return (
    <Alert
      color={good ? 'ok' : 'danger'}
      role={good ? 'status' : 'alert'}
      icon={good ? <IconCircleCheck aria-hidden /> : <IconAlertCircle aria-hidden />}
      withCloseButton
      closeButtonLabel={t`Close`}
      onClose={() => setTold(undefined)}
    >
      {words[told]}
    </Alert>
  );
}
