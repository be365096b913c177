import { useLingui } from '@lingui/react/macro';
import { useMutation } from 'urql';
import { graphql } from '../../gql';
import { dropDrafts } from '../../lib/drafts';
import { problemOf } from '../../lib/problems';
import { useSession } from '../../lib/session-context';
import { tellProblem } from '../../ui/notify';

const signOutDocument = graphql(`
  mutation SignOut {
    signOut { ended errors { message } }
  }
`);

/** Ends the session; where the server cannot be told, one stays signed in and is told so. */
export function useSignOut() {
  const { t } = useLingui();
  const session = useSession();
  const [, signOut] = useMutation(signOutDocument);
  return async () => {
    const { error } = await signOut({});
    if (error) tellProblem(t`You are still signed in`, problemOf(error));
    else {
      dropDrafts();
      session.changed();
    }
  };
}
