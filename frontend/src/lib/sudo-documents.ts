import { graphql } from '../gql';

export const sudoMethodsDocument = graphql(`
  query SudoMethods {
    viewer {
      id
      sudoMethods
    }
  }
`);

export const enterSudoDocument = graphql(`
  mutation EnterSudo($input: EnterSudoInput!) {
    enterSudo(input: $input) {
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

export const startPasskeySudoDocument = graphql(`
  mutation StartPasskeySudo {
    startPasskeySudo {
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

export const startGithubSudoDocument = graphql(`
  mutation StartGithubSudo {
    startGithubSudo {
      url
      errors {
        message
        code
        path
      }
    }
  }
`);

export const sendSudoCodeDocument = graphql(`
  mutation SendSudoCode {
    sendSudoCode {
      errors {
        message
        code
        path
      }
    }
  }
`);
