import { graphql } from '../../gql';

export const signInDocument = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
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
