import { Plural, Trans } from '@lingui/react/macro';
import { Box } from '@mantine/core';
import { StateSign } from './state-sign';
import type { Strength } from './strength';

function words(strength: Exclude<Strength, { step: 'empty' }>) {
  switch (strength.step) {
    case 'short':
      return <Plural value={strength.missing} one="# character more" other="# characters more" />;
    case 'guessable':
      return <Trans>Easy to guess: add a few words that have nothing to do with you</Trans>;
    case 'fair':
      return <Trans>Fair: longer is better</Trans>;
    case 'good':
      return <Trans>Good</Trans>;
    case 'strong':
      return <Trans>Strong</Trans>;
  }
}

/** How good the password is that is being typed, in words. */
export function StrengthWords({ strength }: { strength: Strength }) {
  const enough = strength.step === 'good' || strength.step === 'strong' || strength.step === 'fair';
  return (
    <Box role="status" mt={6}>
      {strength.step !== 'empty' && (
        <StateSign state={enough ? 'on' : strength.step === 'short' ? 'off' : 'warn'}>
          {words(strength)}
        </StateSign>
      )}
    </Box>
  );
}
