import { graphql } from '../gql';

export const sudoMethodsDocument = graphql(`
  query SudoMethods {
    viewer { id sudoMethods }
  }
`);

export const enterSudoDocument = graphql(`
  mutation EnterSudo($input: EnterSudoInput!) {
    enterSudo(input: $input) {
      viewer { id }
      errors { ...UserError }
    }
  }
`);

export const startPasskeySudoDocument = graphql(`
  mutation StartPasskeySudo {
    startPasskeySudo {
      ceremony
      options
      errors { ...UserError }
    }
  }
`);

export const startGithubSudoDocument = graphql(`
  mutation StartGithubSudo {
    startGithubSudo {
      url
      errors { ...UserError }
    }
  }
`);

export const sendSudoCodeDocument = graphql(`
  mutation SendSudoCode {
    sendSudoCode {
      errors { ...UserError }
    }
  }
`);
