import { graphql } from '../../gql';

export const signInDocument = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer { id }
      secondFactor { methods }
      errors { ...UserError }
    }
  }
`);

export const verifySecondFactorDocument = graphql(`
  mutation VerifySecondFactor($input: VerifySecondFactorInput!) {
    verifySecondFactor(input: $input) {
      viewer { id }
      errors { ...UserError }
    }
  }
`);

export const startPasskeySignInDocument = graphql(`
  mutation StartPasskeySignIn {
    startPasskeySignIn {
      ceremony
      options
      errors { ...UserError }
    }
  }
`);

export const signInWithPasskeyDocument = graphql(`
  mutation SignInWithPasskey($input: PasskeyProofInput!) {
    signInWithPasskey(input: $input) {
      viewer { id }
      errors { ...UserError }
    }
  }
`);

export const startGithubSignInDocument = graphql(`
  mutation StartGithubSignIn($input: StartGithubSignInInput!) {
    startGithubSignIn(input: $input) {
      url
      errors { ...UserError }
    }
  }
`);

export const signUpDocument = graphql(`
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) {
      viewer { id }
      errors { ...UserError }
    }
  }
`);

export const signOutDocument = graphql(`
  mutation SignOut {
    signOut {
      ended
      errors { message }
    }
  }
`);

export const requestPasswordResetDocument = graphql(`
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      errors { ...UserError }
    }
  }
`);

export const resetPasswordDocument = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      username
      errors { ...UserError }
    }
  }
`);

/** What of the server a guest's pages depend on. */
export const offersDocument = graphql(`
  query Offers {
    serverInfo { github }
  }
`);
