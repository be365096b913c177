import { Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconBrandGithub } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { graphql } from '../../gql';
import { deviceTimeZone } from '../../lib/dates';
import { useSubmit } from '../../lib/form';
import { leave } from '../../lib/leave';
import { FormFaults } from '../../ui/fault';
import { SubmitButton } from '../../ui/submit-button';

const startGithubSignInDocument = graphql(`
  mutation StartGithubSignIn($input: StartGithubSignInInput!) {
    startGithubSignIn(input: $input) { url errors { ...UserError } }
  }
`);

const route = getRouteApi('/guest');

/** Signs in, or up, with GitHub. */
export function GithubButton({ children }: { children: ReactNode }) {
  const { next } = route.useSearch();
  const { onSubmit, pending, whole, problem, wait } = useSubmit({
    form: useForm({ initialValues: {} }),
    document: startGithubSignInDocument,
    variables: () => ({ input: { page: next, timeZone: deviceTimeZone() } }),
    onDone: ({ startGithubSignIn: { url } }) => {
      if (url) leave(url);
    },
  });
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        <FormFaults whole={whole} problem={problem} />
        <SubmitButton
          pending={pending}
          wait={wait}
          variant="default"
          fullWidth
          leftSection={<IconBrandGithub size={18} aria-hidden />}
        >
          {children}
        </SubmitButton>
      </Stack>
    </form>
  );
}
