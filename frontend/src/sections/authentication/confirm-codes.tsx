import { useLingui } from '@lingui/react/macro';
import { graphql } from '../../gql';
import { useAct } from '../../lib/use-act';
import { tellDone } from '../../ui/notify';
import { SavedCodes } from './saved-codes';

const confirmRecoveryCodesDocument = graphql(`
  mutation ConfirmRecoveryCodes {
    confirmRecoveryCodes { viewer { id ...TwoFactorCard } errors { ...UserError } }
  }
`);

/** The last step of setting up: with the codes saved, the second factor is on. */
export function ConfirmCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { t } = useLingui();
  const { act, ...state } = useAct(confirmRecoveryCodesDocument, () => {
    onClose();
    tellDone(t`Two-factor authentication turned on`);
  });
  return <SavedCodes {...state} codes={codes} onSaved={() => void act({})} onGiveUp={onClose} />;
}
