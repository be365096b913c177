import { graphql } from '../../gql';

export const signInDocument = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer {
        id
      }
      secondFactor {
        methods
      }
      errors {
        message
        code
        path
      }
    }
  }
`);

export const verifySecondFactorDocument = graphql(`
  mutation VerifySecondFactor($input: VerifySecondFactorInput!) {
    verifySecondFactor(input: $input) {
      viewer {
        id
      }
      errors {
        message
        code
        path
      }
    }
  }
`);

export const startPasskeySignInDocument = graphql(`
  mutation StartPasskeySignIn {
    startPasskeySignIn {
      ceremony
      options
      errors {
        message
        code
        path
      }
    }
  }
`);

export const signInWithPasskeyDocument = graphql(`
  mutation SignInWithPasskey($input: PasskeyProofInput!) {
    signInWithPasskey(input: $input) {
      viewer {
        id
      }
      errors {
        message
        code
        path
      }
    }
  }
`);

export const startGithubSignInDocument = graphql(`
  mutation StartGithubSignIn($input: StartGithubSignInInput!) {
    startGithubSignIn(input: $input) {
      url
      errors {
        message
        code
        path
      }
    }
  }
`);

export const signUpDocument = graphql(`
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) {
      viewer {
        id
      }
      errors {
        message
        code
        path
      }
    }
  }
`);

export const signOutDocument = graphql(`
  mutation SignOut {
    signOut {
      ended
      errors {
        message
      }
    }
  }
`);

export const requestPasswordResetDocument = graphql(`
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      errors {
        message
        code
        path
      }
    }
  }
`);

export const resetPasswordDocument = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      username
      errors {
        message
        code
        path
      }
    }
  }
`);

/** What of the server a guest's pages depend on. */
export const offersDocument = graphql(`
  query Offers {
    serverInfo {
      github
    }
  }
`);
