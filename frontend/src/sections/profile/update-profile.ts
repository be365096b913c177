import { useLingui } from '@lingui/react/macro';
import { useMutation } from 'urql';
import { graphql } from '../../gql';
import type { UpdateProfileInput } from '../../gql/graphql';
import { problemOf, readErrors } from '../../lib/problems';
import { tellFault, tellProblem } from '../../ui/notify';

export const updateProfileDocument = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      viewer { id username fullName location company newsletter language theme timeZone }
      errors { ...UserError }
    }
  }
`);

/**
 * Changes one thing at once: it shows before the server has answered, and goes
 * back, with a message that names it, when the server does not take it.
 */
export function usePreference() {
  const { t } = useLingui();
  const [, update] = useMutation(updateProfileDocument);
  return async (what: string, input: UpdateProfileInput) => {
    const { data, error } = await update({ input });
    const title = t`Couldn’t save ${what}`;
    const [wrong] = readErrors(data?.updateProfile.errors);
    if (error) tellProblem(title, problemOf(error));
    else if (wrong) tellFault(title, wrong.message);
  };
}
