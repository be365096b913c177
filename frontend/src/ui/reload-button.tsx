import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';

/** Loads the page again, as whoever is signed in now. */
export function ReloadButton() {
  return (
    <Button size="compact-sm" variant="default" onClick={() => location.reload()}>
      <Trans>Reload page</Trans>
    </Button>
  );
}
