/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A language of the interface. */
export type Language =
  /** English. */
  | 'EN'
  /** French. */
  | 'FR';

/** Who wants to sign in, and the proof. */
export type SignInInput = {
  /** The user name or the mail address. */
  login: string;
  /** The password. */
  password: string;
};

/** The account to make. */
export type SignUpInput = {
  /** The mail address, of which upper and lower case are one. */
  email: string;
  /** The password: 15 to 1024 characters, of whatever sort. */
  password: string;
  /** The user name: 3 to 39 of `a-z 0-9 -`, no dash at an end or twice in a row. */
  username: string;
};

/** A look of the dashboard. */
export type Theme =
  /** Light on dark. */
  | 'DARK'
  /** Dark on light. */
  | 'LIGHT'
  /** As the device is set. */
  | 'SYSTEM';

/** Every way in which an input can be wrong. The list is closed: a new value comes with a note in the changelog. */
export type UserErrorCode =
  /** The account is suspended: it can read and pay, but not do this. */
  | 'ACCOUNT_SUSPENDED'
  /** This user is a collaborator already, is invited already, or is the owner. */
  | 'ALREADY_MEMBER'
  /** There are as many as one may have. */
  | 'LIMIT_REACHED'
  /** It is not in the form asked for. */
  | 'MALFORMED'
  /** What was typed to confirm is not the name of what would be lost. */
  | 'NAME_MISMATCH'
  /** No user has this name. */
  | 'NO_SUCH_USER'
  /** Nothing was given where something is needed. */
  | 'REQUIRED'
  /** It is a name that the platform keeps for itself. */
  | 'RESERVED'
  /** This is a certificate, not a public key. */
  | 'SSH_KEY_CERTIFICATE'
  /** The line begins with options such as `command=`; only the key itself is taken. */
  | 'SSH_KEY_OPTIONS'
  /** This is a private key. It was not stored; keep it to yourself and paste the `.pub` file. */
  | 'SSH_KEY_PRIVATE'
  /** There is more than one key in the text. */
  | 'SSH_KEY_SEVERAL'
  /** The key is in use already, on this account or another. */
  | 'SSH_KEY_TAKEN'
  /** An RSA key of more than 8192 bits. */
  | 'SSH_KEY_TOO_LARGE'
  /** An RSA key of fewer than 3072 bits. */
  | 'SSH_KEY_TOO_WEAK'
  /** Keys of this sort, DSA for one, are not accepted. */
  | 'SSH_KEY_UNSUPPORTED'
  /** Somebody else has it already. */
  | 'TAKEN'
  /** It has more characters than allowed. */
  | 'TOO_LONG'
  /** It has fewer characters than asked for. */
  | 'TOO_SHORT'
  /** The user name, mail address or password is wrong; which one is not said. */
  | 'WRONG_CREDENTIALS';

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, username: string, fullName: string, email: string, language: Language, theme: Theme, timeZone: string } | null };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { viewer: { id: string } | null, errors: Array<
      | { message: string, code: UserErrorCode, path: Array<string> }
      | { message: string, code: UserErrorCode, path: Array<string> }
    > } };

export type SignUpMutationVariables = Exact<{
  input: SignUpInput;
}>;


export type SignUpMutation = { signUp: { viewer: { id: string } | null, errors: Array<
      | { message: string, code: UserErrorCode, path: Array<string> }
      | { message: string, code: UserErrorCode, path: Array<string> }
    > } };


export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
export const SignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SignInMutation, SignInMutationVariables>;
export const SignUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignUpInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SignUpMutation, SignUpMutationVariables>;