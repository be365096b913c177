/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Head {\n    viewer {\n      id\n      timelineHead\n    }\n  }\n": typeof types.HeadDocument,
    "\n  subscription Changes($after: Cursor) {\n    timeline(after: $after) {\n      ... on TimelineEdge {\n        cursor\n        node {\n          id\n          type\n        }\n      }\n      ... on TimelineReset {\n        cursor\n      }\n    }\n  }\n": typeof types.ChangesDocument,
    "\n  fragment TimelineEventFields on TimelineEvent {\n    __typename\n    id\n    occurredAt\n    type\n    summary\n    actor {\n      kind\n      account {\n        id\n        username\n      }\n    }\n    account {\n      id\n    }\n    app {\n      id\n      name\n    }\n    ... on ProfileUpdatedEvent {\n      fields\n    }\n    ... on AppDeployedEvent {\n      deployment {\n        id\n        commit\n        subject\n        ref\n        keyFingerprint\n      }\n    }\n  }\n": typeof types.TimelineEventFieldsFragmentDoc,
    "\n  query Viewer {\n    viewer {\n      id\n      username\n      fullName\n      email\n      language\n      theme\n      timeZone\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer {\n        id\n      }\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n": typeof types.SignInDocument,
    "\n  mutation SignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      viewer {\n        id\n      }\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n": typeof types.SignUpDocument,
    "\n  mutation SignOut {\n    signOut {\n      ended\n      errors {\n        message\n      }\n    }\n  }\n": typeof types.SignOutDocument,
    "\n  query Profile {\n    viewer {\n      id\n      username\n      email\n      fullName\n      location\n      company\n      newsletter\n      language\n      theme\n      timeZone\n      createdAt\n    }\n  }\n": typeof types.ProfileDocument,
    "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      viewer {\n        id\n        username\n        fullName\n        location\n        company\n        newsletter\n        language\n        theme\n        timeZone\n      }\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n": typeof types.UpdateProfileDocument,
    "\n  query SshKeys($after: Cursor) {\n    viewer {\n      id\n      sshKeys(first: 20, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            ...SshKeyRow\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        totalCount\n      }\n    }\n  }\n": typeof types.SshKeysDocument,
    "\n  mutation AddSshKey($input: AddSshKeyInput!) {\n    addSshKey(input: $input) {\n      sshKey {\n        id\n        name\n      }\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n": typeof types.AddSshKeyDocument,
    "\n  mutation RenameSshKey($id: ID!, $input: RenameSshKeyInput!) {\n    renameSshKey(id: $id, input: $input) {\n      sshKey {\n        id\n        name\n      }\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n": typeof types.RenameSshKeyDocument,
    "\n  mutation RemoveSshKey($id: ID!) {\n    removeSshKey(id: $id) {\n      removedId\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n": typeof types.RemoveSshKeyDocument,
    "\n  fragment SshKeyRow on SshKey {\n    id\n    name\n    fingerprint\n    type\n    bits\n    createdAt\n    lastUsedAt\n    lastUsedAddress\n  }\n": typeof types.SshKeyRowFragmentDoc,
    "\n  query TimelineApps {\n    viewer {\n      id\n      apps(first: 100) {\n        edges {\n          node {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.TimelineAppsDocument,
    "\n  query TimelineHead {\n    viewer {\n      id\n      timelineHead\n    }\n  }\n": typeof types.TimelineHeadDocument,
    "\n  query TimelinePage($after: Cursor, $filter: TimelineFilter) {\n    viewer {\n      id\n      timeline(first: 30, after: $after, filter: $filter) {\n        edges {\n          node {\n            ...TimelineEventFields\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": typeof types.TimelinePageDocument,
    "\n  subscription FollowTimeline($after: Cursor) {\n    timeline(after: $after) {\n      __typename\n      ... on TimelineEdge {\n        cursor\n        node {\n          ...TimelineEventFields\n        }\n      }\n      ... on TimelineReset {\n        cursor\n      }\n    }\n  }\n": typeof types.FollowTimelineDocument,
};
const documents: Documents = {
    "\n  query Head {\n    viewer {\n      id\n      timelineHead\n    }\n  }\n": types.HeadDocument,
    "\n  subscription Changes($after: Cursor) {\n    timeline(after: $after) {\n      ... on TimelineEdge {\n        cursor\n        node {\n          id\n          type\n        }\n      }\n      ... on TimelineReset {\n        cursor\n      }\n    }\n  }\n": types.ChangesDocument,
    "\n  fragment TimelineEventFields on TimelineEvent {\n    __typename\n    id\n    occurredAt\n    type\n    summary\n    actor {\n      kind\n      account {\n        id\n        username\n      }\n    }\n    account {\n      id\n    }\n    app {\n      id\n      name\n    }\n    ... on ProfileUpdatedEvent {\n      fields\n    }\n    ... on AppDeployedEvent {\n      deployment {\n        id\n        commit\n        subject\n        ref\n        keyFingerprint\n      }\n    }\n  }\n": types.TimelineEventFieldsFragmentDoc,
    "\n  query Viewer {\n    viewer {\n      id\n      username\n      fullName\n      email\n      language\n      theme\n      timeZone\n    }\n  }\n": types.ViewerDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer {\n        id\n      }\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n": types.SignInDocument,
    "\n  mutation SignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      viewer {\n        id\n      }\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n": types.SignUpDocument,
    "\n  mutation SignOut {\n    signOut {\n      ended\n      errors {\n        message\n      }\n    }\n  }\n": types.SignOutDocument,
    "\n  query Profile {\n    viewer {\n      id\n      username\n      email\n      fullName\n      location\n      company\n      newsletter\n      language\n      theme\n      timeZone\n      createdAt\n    }\n  }\n": types.ProfileDocument,
    "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      viewer {\n        id\n        username\n        fullName\n        location\n        company\n        newsletter\n        language\n        theme\n        timeZone\n      }\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n": types.UpdateProfileDocument,
    "\n  query SshKeys($after: Cursor) {\n    viewer {\n      id\n      sshKeys(first: 20, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            ...SshKeyRow\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        totalCount\n      }\n    }\n  }\n": types.SshKeysDocument,
    "\n  mutation AddSshKey($input: AddSshKeyInput!) {\n    addSshKey(input: $input) {\n      sshKey {\n        id\n        name\n      }\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n": types.AddSshKeyDocument,
    "\n  mutation RenameSshKey($id: ID!, $input: RenameSshKeyInput!) {\n    renameSshKey(id: $id, input: $input) {\n      sshKey {\n        id\n        name\n      }\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n": types.RenameSshKeyDocument,
    "\n  mutation RemoveSshKey($id: ID!) {\n    removeSshKey(id: $id) {\n      removedId\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n": types.RemoveSshKeyDocument,
    "\n  fragment SshKeyRow on SshKey {\n    id\n    name\n    fingerprint\n    type\n    bits\n    createdAt\n    lastUsedAt\n    lastUsedAddress\n  }\n": types.SshKeyRowFragmentDoc,
    "\n  query TimelineApps {\n    viewer {\n      id\n      apps(first: 100) {\n        edges {\n          node {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": types.TimelineAppsDocument,
    "\n  query TimelineHead {\n    viewer {\n      id\n      timelineHead\n    }\n  }\n": types.TimelineHeadDocument,
    "\n  query TimelinePage($after: Cursor, $filter: TimelineFilter) {\n    viewer {\n      id\n      timeline(first: 30, after: $after, filter: $filter) {\n        edges {\n          node {\n            ...TimelineEventFields\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": types.TimelinePageDocument,
    "\n  subscription FollowTimeline($after: Cursor) {\n    timeline(after: $after) {\n      __typename\n      ... on TimelineEdge {\n        cursor\n        node {\n          ...TimelineEventFields\n        }\n      }\n      ... on TimelineReset {\n        cursor\n      }\n    }\n  }\n": types.FollowTimelineDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Head {\n    viewer {\n      id\n      timelineHead\n    }\n  }\n"): (typeof documents)["\n  query Head {\n    viewer {\n      id\n      timelineHead\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription Changes($after: Cursor) {\n    timeline(after: $after) {\n      ... on TimelineEdge {\n        cursor\n        node {\n          id\n          type\n        }\n      }\n      ... on TimelineReset {\n        cursor\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription Changes($after: Cursor) {\n    timeline(after: $after) {\n      ... on TimelineEdge {\n        cursor\n        node {\n          id\n          type\n        }\n      }\n      ... on TimelineReset {\n        cursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TimelineEventFields on TimelineEvent {\n    __typename\n    id\n    occurredAt\n    type\n    summary\n    actor {\n      kind\n      account {\n        id\n        username\n      }\n    }\n    account {\n      id\n    }\n    app {\n      id\n      name\n    }\n    ... on ProfileUpdatedEvent {\n      fields\n    }\n    ... on AppDeployedEvent {\n      deployment {\n        id\n        commit\n        subject\n        ref\n        keyFingerprint\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment TimelineEventFields on TimelineEvent {\n    __typename\n    id\n    occurredAt\n    type\n    summary\n    actor {\n      kind\n      account {\n        id\n        username\n      }\n    }\n    account {\n      id\n    }\n    app {\n      id\n      name\n    }\n    ... on ProfileUpdatedEvent {\n      fields\n    }\n    ... on AppDeployedEvent {\n      deployment {\n        id\n        commit\n        subject\n        ref\n        keyFingerprint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      id\n      username\n      fullName\n      email\n      language\n      theme\n      timeZone\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      id\n      username\n      fullName\n      email\n      language\n      theme\n      timeZone\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer {\n        id\n      }\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer {\n        id\n      }\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      viewer {\n        id\n      }\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      viewer {\n        id\n      }\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut {\n    signOut {\n      ended\n      errors {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignOut {\n    signOut {\n      ended\n      errors {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Profile {\n    viewer {\n      id\n      username\n      email\n      fullName\n      location\n      company\n      newsletter\n      language\n      theme\n      timeZone\n      createdAt\n    }\n  }\n"): (typeof documents)["\n  query Profile {\n    viewer {\n      id\n      username\n      email\n      fullName\n      location\n      company\n      newsletter\n      language\n      theme\n      timeZone\n      createdAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      viewer {\n        id\n        username\n        fullName\n        location\n        company\n        newsletter\n        language\n        theme\n        timeZone\n      }\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      viewer {\n        id\n        username\n        fullName\n        location\n        company\n        newsletter\n        language\n        theme\n        timeZone\n      }\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SshKeys($after: Cursor) {\n    viewer {\n      id\n      sshKeys(first: 20, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            ...SshKeyRow\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        totalCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query SshKeys($after: Cursor) {\n    viewer {\n      id\n      sshKeys(first: 20, after: $after) {\n        edges {\n          cursor\n          node {\n            id\n            ...SshKeyRow\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        totalCount\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddSshKey($input: AddSshKeyInput!) {\n    addSshKey(input: $input) {\n      sshKey {\n        id\n        name\n      }\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AddSshKey($input: AddSshKeyInput!) {\n    addSshKey(input: $input) {\n      sshKey {\n        id\n        name\n      }\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenameSshKey($id: ID!, $input: RenameSshKeyInput!) {\n    renameSshKey(id: $id, input: $input) {\n      sshKey {\n        id\n        name\n      }\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RenameSshKey($id: ID!, $input: RenameSshKeyInput!) {\n    renameSshKey(id: $id, input: $input) {\n      sshKey {\n        id\n        name\n      }\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveSshKey($id: ID!) {\n    removeSshKey(id: $id) {\n      removedId\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveSshKey($id: ID!) {\n    removeSshKey(id: $id) {\n      removedId\n      errors {\n        message\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SshKeyRow on SshKey {\n    id\n    name\n    fingerprint\n    type\n    bits\n    createdAt\n    lastUsedAt\n    lastUsedAddress\n  }\n"): (typeof documents)["\n  fragment SshKeyRow on SshKey {\n    id\n    name\n    fingerprint\n    type\n    bits\n    createdAt\n    lastUsedAt\n    lastUsedAddress\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TimelineApps {\n    viewer {\n      id\n      apps(first: 100) {\n        edges {\n          node {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TimelineApps {\n    viewer {\n      id\n      apps(first: 100) {\n        edges {\n          node {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TimelineHead {\n    viewer {\n      id\n      timelineHead\n    }\n  }\n"): (typeof documents)["\n  query TimelineHead {\n    viewer {\n      id\n      timelineHead\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TimelinePage($after: Cursor, $filter: TimelineFilter) {\n    viewer {\n      id\n      timeline(first: 30, after: $after, filter: $filter) {\n        edges {\n          node {\n            ...TimelineEventFields\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TimelinePage($after: Cursor, $filter: TimelineFilter) {\n    viewer {\n      id\n      timeline(first: 30, after: $after, filter: $filter) {\n        edges {\n          node {\n            ...TimelineEventFields\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FollowTimeline($after: Cursor) {\n    timeline(after: $after) {\n      __typename\n      ... on TimelineEdge {\n        cursor\n        node {\n          ...TimelineEventFields\n        }\n      }\n      ... on TimelineReset {\n        cursor\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription FollowTimeline($after: Cursor) {\n    timeline(after: $after) {\n      __typename\n      ... on TimelineEdge {\n        cursor\n        node {\n          ...TimelineEventFields\n        }\n      }\n      ... on TimelineReset {\n        cursor\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;