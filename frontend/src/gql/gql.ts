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
    "\n  query Head {\n    viewer { id timelineHead }\n  }\n": typeof types.HeadDocument,
    "\n  query SandboxClock {\n    sandbox { now offsetSeconds nextDueAt }\n  }\n": typeof types.SandboxClockDocument,
    "\n  mutation SandboxAdvanceClock($input: SandboxAdvanceClockInput!) {\n    sandboxAdvanceClock(input: $input) {\n      sandbox { now offsetSeconds nextDueAt }\n      errors { ...UserError }\n    }\n  }\n": typeof types.SandboxAdvanceClockDocument,
    "\n  subscription Changes($after: Cursor) {\n    timeline(after: $after) {\n      ... on TimelineEdge { cursor node { id type } }\n      ... on TimelineReset { cursor }\n    }\n  }\n": typeof types.ChangesDocument,
    "\n  fragment TimelineEventFields on TimelineEvent {\n    __typename\n    id\n    occurredAt\n    type\n    summary\n    actor {\n      kind\n      account { id username }\n    }\n    account { id }\n    app { id name }\n    ... on SecurityEvent { address device }\n    ... on ProfileUpdatedEvent { fields }\n    ... on AppDeployedEvent {\n      deployment {\n        id\n        commit\n        subject\n        ref\n        keyFingerprint\n      }\n    }\n  }\n": typeof types.TimelineEventFieldsFragmentDoc,
    "\n  fragment UserError on UserError {\n    message\n    code\n    path\n  }\n": typeof types.UserErrorFragmentDoc,
    "\n  query Sandbox {\n    serverInfo { sandbox simulated }\n  }\n": typeof types.SandboxDocument,
    "\n  query SudoMethods {\n    viewer { id sudoMethods }\n  }\n": typeof types.SudoMethodsDocument,
    "\n  mutation SendSudoCode {\n    sendSudoCode { errors { ...UserError } }\n  }\n": typeof types.SendSudoCodeDocument,
    "\n  mutation EnterSudo($input: EnterSudoInput!) {\n    enterSudo(input: $input) { viewer { id } errors { ...UserError } }\n  }\n": typeof types.EnterSudoDocument,
    "\n  mutation StartGithubSudo {\n    startGithubSudo { url errors { ...UserError } }\n  }\n": typeof types.StartGithubSudoDocument,
    "\n  mutation StartPasskeySudo {\n    startPasskeySudo { ceremony options errors { ...UserError } }\n  }\n": typeof types.StartPasskeySudoDocument,
    "\n  query Viewer {\n    viewer {\n      id\n      username\n      fullName\n      email\n      emailVerifiedAt\n      language\n      theme\n      timeZone\n    }\n    serverInfo { sandbox simulated clockOffsetSeconds }\n  }\n": typeof types.ViewerDocument,
    "\n  query ApiTokenApps {\n    viewer {\n      id\n      apps(first: 100) {\n        edges { node { id name } }\n      }\n    }\n  }\n": typeof types.ApiTokenAppsDocument,
    "\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) {\n      apiToken { id name scopes }\n      secret\n      errors { ...UserError }\n    }\n  }\n": typeof types.CreateApiTokenDocument,
    "\n  mutation RenewApiToken($id: ID!) {\n    renewApiToken(id: $id) {\n      apiToken { id name scopes lastFour expiresAt }\n      secret\n      errors { ...UserError }\n    }\n  }\n": typeof types.RenewApiTokenDocument,
    "\n  mutation RevokeApiToken($id: ID!) {\n    revokeApiToken(id: $id) { revokedId errors { ...UserError } }\n  }\n": typeof types.RevokeApiTokenDocument,
    "\n  fragment ApiTokenRow on ApiToken {\n    id\n    name\n    lastFour\n    scopes\n    apps { id name }\n    createdAt\n    expiresAt\n    lastUsedAt\n    lastUsedAddress\n  }\n": typeof types.ApiTokenRowFragmentDoc,
    "\n  query ApiTokens($after: Cursor) {\n    viewer {\n      id\n      apiTokens(first: 20, after: $after) {\n        edges { cursor node { id ...ApiTokenRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": typeof types.ApiTokensDocument,
    "\n  query AppTimeline($app: ID!, $after: Cursor) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        timeline(first: 30, after: $after) {\n          edges { node { ...TimelineEventFields } }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }\n": typeof types.AppTimelineDocument,
    "\n  mutation ProvisionAddon($appId: ID!, $input: ProvisionAddonInput!) {\n    provisionAddon(appId: $appId, input: $input) {\n      addon { id name }\n      errors { ...UserError }\n    }\n  }\n": typeof types.ProvisionAddonDocument,
    "\n  fragment AddonRow on Addon {\n    id\n    name\n    status\n    plan { name label kind price { microsPerHour monthly { amount currency } } }\n  }\n": typeof types.AddonRowFragmentDoc,
    "\n  mutation ResumeAddon($id: ID!) {\n    resumeAddon(id: $id) { addon { id status } errors { ...UserError } }\n  }\n": typeof types.ResumeAddonDocument,
    "\n  mutation RemoveAddon($id: ID!, $input: RemoveAddonInput!) {\n    removeAddon(id: $id, input: $input) { removedId errors { ...UserError } }\n  }\n": typeof types.RemoveAddonDocument,
    "\n  query Addons($app: ID!) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        addons(first: 100) {\n          edges { node { ...AddonRow } }\n        }\n      }\n    }\n  }\n": typeof types.AddonsDocument,
    "\n  query AppCost($app: ID!, $from: DateTime!, $to: DateTime!) {\n    viewer {\n      id\n      billing {\n        usage(from: $from, to: $to, app: $app) {\n          total { amount currency }\n          forecast { amount currency }\n        }\n      }\n    }\n  }\n": typeof types.AppCostDocument,
    "\n  fragment AppRow on App {\n    id\n    name\n    viewerRole\n    status\n    owner { id username }\n    lastDeployment {\n      id\n      commit\n      subject\n      ref\n      createdAt\n    }\n  }\n": typeof types.AppRowFragmentDoc,
    "\n  query AppPage($name: String!) {\n    app(name: $name) {\n      id\n      name\n      viewerRole\n      viewerCan\n      gitRemote\n      timelineHead\n      status\n      containers { type amount running plan { name label price { microsPerHour monthly { amount currency } } } }\n      owner { id username fullName }\n      branch\n      parent { id name }\n    }\n    serverInfo {\n      git { ...HostKey }\n    }\n  }\n": typeof types.AppPageDocument,
    "\n  query AppById($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on App {\n        name\n        gitRemote\n        viewerRole\n        viewerCan\n        status\n        containers { type amount running plan { name label price { microsPerHour monthly { amount currency } } } }\n        owner { id username fullName }\n        branch\n        parent { id name }\n      }\n    }\n  }\n": typeof types.AppByIdDocument,
    "\n  query Apps($after: Cursor, $filter: AppFilter) {\n    viewer {\n      id\n      apps(first: 50, after: $after, filter: $filter) {\n        edges { node { id name viewerRole lastDeployment { id } ...AppRow } }\n        pageInfo { hasNextPage endCursor }\n      }\n      invitations { id ...InvitationRow }\n      appTransfers { id ...TransferRow }\n    }\n    serverInfo {\n      git { host port user }\n    }\n  }\n": typeof types.AppsDocument,
    "\n  mutation CancelAppTransfer($id: ID!) {\n    cancelAppTransfer(id: $id) { cancelledId errors { ...UserError } }\n  }\n": typeof types.CancelAppTransferDocument,
    "\n  mutation ChangeAddonPlan($id: ID!, $input: ChangeAddonPlanInput!) {\n    changeAddonPlan(id: $id, input: $input) {\n      addon { ...AddonRow }\n      errors { ...UserError }\n    }\n  }\n": typeof types.ChangeAddonPlanDocument,
    "\n  mutation ChangeCollaboratorRole($id: ID!, $input: ChangeCollaboratorRoleInput!) {\n    changeCollaboratorRole(id: $id, input: $input) {\n      collaborator { id role }\n      errors { ...UserError }\n    }\n  }\n": typeof types.ChangeCollaboratorRoleDocument,
    "\n  fragment CollaboratorRow on Collaborator {\n    id\n    role\n    invitedAt\n    acceptedAt\n    account { id username fullName }\n  }\n": typeof types.CollaboratorRowFragmentDoc,
    "\n  query Collaborators($app: ID!) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        collaborators(first: 100) {\n          edges { node { ...CollaboratorRow } }\n          totalCount\n        }\n      }\n    }\n  }\n": typeof types.CollaboratorsDocument,
    "\n  mutation ScaleApp($id: ID!, $input: ScaleAppInput!) {\n    scaleApp(id: $id, input: $input) {\n      app { id status containers { type amount running plan { name label price { microsPerHour monthly { amount currency } } } } }\n      errors { ...UserError }\n    }\n  }\n": typeof types.ScaleAppDocument,
    "\n  mutation RestartApp($id: ID!) {\n    restartApp(id: $id) { app { id status } errors { ...UserError } }\n  }\n": typeof types.RestartAppDocument,
    "\n  mutation StopApp($id: ID!) {\n    stopApp(id: $id) {\n      app { id status containers { type amount running plan { name label price { microsPerHour monthly { amount currency } } } } }\n      errors { ...UserError }\n    }\n  }\n": typeof types.StopAppDocument,
    "\n  query AppCosts($from: DateTime!, $to: DateTime!) {\n    viewer {\n      id\n      billing {\n        usage(from: $from, to: $to, groupBy: APP) {\n          total { amount currency }\n          rows {\n            app { id }\n            amount { amount currency }\n          }\n        }\n      }\n    }\n  }\n": typeof types.AppCostsDocument,
    "\n  mutation CreateApp($input: CreateAppInput!) {\n    createApp(input: $input) { app { id name } errors { ...UserError } }\n  }\n": typeof types.CreateAppDocument,
    "\n  fragment DeploymentRow on Deployment {\n    id\n    commit\n    subject\n    ref\n    pusherName\n    keyFingerprint\n    createdAt\n  }\n": typeof types.DeploymentRowFragmentDoc,
    "\n  query Deployments($app: ID!, $after: Cursor) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        deployments(first: 20, after: $after) {\n          edges { node { ...DeploymentRow } }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }\n": typeof types.DeploymentsDocument,
    "\n  query FoundApps($filter: AppFilter) {\n    viewer {\n      id\n      apps(first: 5, filter: $filter) {\n        edges { node { id name } }\n      }\n    }\n  }\n": typeof types.FoundAppsDocument,
    "\n  fragment HostKey on GitEndpoint {\n    hostKeyFingerprint\n    knownHosts\n  }\n": typeof types.HostKeyFragmentDoc,
    "\n  mutation AcceptInvitation($id: ID!) {\n    acceptInvitation(id: $id) { app { id name } errors { ...UserError } }\n  }\n": typeof types.AcceptInvitationDocument,
    "\n  fragment InvitationRow on Invitation {\n    id\n    appName\n    role\n    invitedAt\n    owner { id username fullName }\n  }\n": typeof types.InvitationRowFragmentDoc,
    "\n  mutation InviteCollaborator($appId: ID!, $input: InviteCollaboratorInput!) {\n    inviteCollaborator(appId: $appId, input: $input) {\n      collaborator { id account { id username } }\n      errors { ...UserError }\n    }\n  }\n": typeof types.InviteCollaboratorDocument,
    "\n  fragment OneOffRow on OneOff {\n    id\n    command\n    status\n    exitCode\n    endReason\n    startedAt\n    endedAt\n    plan { name }\n    startedBy { id username }\n  }\n": typeof types.OneOffRowFragmentDoc,
    "\n  mutation StopOneOff($id: ID!) {\n    stopOneOff(id: $id) { oneOff { id status exitCode endReason endedAt } errors { ...UserError } }\n  }\n": typeof types.StopOneOffDocument,
    "\n  query OneOffs($app: ID!, $after: Cursor) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        oneOffs(first: 20, after: $after) {\n          edges { node { ...OneOffRow } }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }\n": typeof types.OneOffsDocument,
    "\n  fragment PlanOption on Plan {\n    name\n    label\n    kind\n    price { microsPerHour monthly { amount currency } }\n  }\n": typeof types.PlanOptionFragmentDoc,
    "\n  query Plans {\n    plans { ...PlanOption }\n  }\n": typeof types.PlansDocument,
    "\n  mutation RemoveCollaborator($id: ID!) {\n    removeCollaborator(id: $id) { removedId errors { ...UserError } }\n  }\n": typeof types.RemoveCollaboratorDocument,
    "\n  query ReviewApps($app: ID!) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        reviewApps(first: 20) {\n          edges { node { id branch ...AppRow } }\n        }\n        deployments(first: 50) {\n          edges { node { id ref } }\n        }\n      }\n    }\n  }\n": typeof types.ReviewAppsDocument,
    "\n  mutation CreateReviewApp($appId: ID!, $input: CreateReviewAppInput!) {\n    createReviewApp(appId: $appId, input: $input) { app { id name } errors { ...UserError } }\n  }\n": typeof types.CreateReviewAppDocument,
    "\n  mutation RunOneOff($appId: ID!, $input: RunOneOffInput!) {\n    runOneOff(appId: $appId, input: $input) {\n      oneOff { id }\n      errors { ...UserError }\n    }\n  }\n": typeof types.RunOneOffDocument,
    "\n  mutation DeleteApp($id: ID!, $input: DeleteAppInput!) {\n    deleteApp(id: $id, input: $input) { deletedId errors { ...UserError } }\n  }\n": typeof types.DeleteAppDocument,
    "\n  mutation RenameApp($id: ID!, $input: RenameAppInput!) {\n    renameApp(id: $id, input: $input) {\n      app { id name gitRemote }\n      errors { ...UserError }\n    }\n  }\n": typeof types.RenameAppDocument,
    "\n  query OwnSshKeys {\n    viewer {\n      id\n      sshKeys(first: 100) {\n        edges { node { id name fingerprint } }\n      }\n    }\n  }\n": typeof types.OwnSshKeysDocument,
    "\n  query Transfer($app: ID!) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        transfer { id expiresAt to { id username } }\n        collaborators(first: 100) {\n          edges { node { id acceptedAt account { id username } } }\n        }\n      }\n    }\n  }\n": typeof types.TransferDocument,
    "\n  mutation TransferApp($id: ID!, $input: TransferAppInput!) {\n    transferApp(id: $id, input: $input) { transfer { id } errors { ...UserError } }\n  }\n": typeof types.TransferAppDocument,
    "\n  mutation AcceptAppTransfer($id: ID!, $input: AcceptAppTransferInput) {\n    acceptAppTransfer(id: $id, input: $input) {\n      app { id name viewerRole viewerCan owner { id username fullName } }\n      errors { ...UserError }\n    }\n  }\n": typeof types.AcceptAppTransferDocument,
    "\n  fragment TransferRow on AppTransfer {\n    id\n    expiresAt\n    monthly { amount currency }\n    app { id name }\n    from { id username fullName }\n  }\n": typeof types.TransferRowFragmentDoc,
    "\n  subscription FollowApp($app: ID!, $after: Cursor) {\n    appTimeline(app: $app, after: $after) {\n      __typename\n      ... on TimelineEdge { cursor node { ...TimelineEventFields } }\n      ... on TimelineReset { cursor }\n    }\n  }\n": typeof types.FollowAppDocument,
    "\n  query Authentication {\n    viewer {\n      id\n      ...EmailCard\n      ...PasswordCard\n      ...TwoFactorCard\n      ...PasskeysCard\n      ...GithubCard\n      ...DeleteCard\n    }\n  }\n": typeof types.AuthenticationDocument,
    "\n  query GithubOffer {\n    serverInfo { github }\n  }\n": typeof types.GithubOfferDocument,
    "\n  mutation ConfirmRecoveryCodes {\n    confirmRecoveryCodes { viewer { id ...TwoFactorCard } errors { ...UserError } }\n  }\n": typeof types.ConfirmRecoveryCodesDocument,
    "\n  fragment DeleteCard on Viewer {\n    deletion {\n      ownedApps { id name }\n      linkExpiresAt\n      graceDays\n    }\n  }\n": typeof types.DeleteCardFragmentDoc,
    "\n  mutation DeleteAccount {\n    deleteAccount {\n      viewer { id ...DeleteCard }\n      errors {\n        ...UserError\n        ... on AppsRemainError {\n          apps { id name }\n        }\n      }\n    }\n  }\n": typeof types.DeleteAccountDocument,
    "\n  mutation DisableTwoFactor {\n    disableTwoFactor { viewer { id ...TwoFactorCard } errors { ...UserError } }\n  }\n": typeof types.DisableTwoFactorDocument,
    "\n  query SudoUntil {\n    viewer { id sudoUntil }\n  }\n": typeof types.SudoUntilDocument,
    "\n  fragment EmailCard on Viewer {\n    email\n    emailVerifiedAt\n    twoFactor { enabled }\n    emailChange { ...EmailChangeState }\n  }\n": typeof types.EmailCardFragmentDoc,
    "\n  fragment EmailChangeState on EmailChange {\n    newEmail\n    newConfirmedAt\n    oldConfirmedAt\n    oldMailboxLost\n    dueAt\n    expiresAt\n  }\n": typeof types.EmailChangeStateFragmentDoc,
    "\n  mutation CancelEmailChange {\n    cancelEmailChange { email errors { ...UserError } }\n  }\n": typeof types.CancelEmailChangeDocument,
    "\n  mutation RequestEmailChange($input: RequestEmailChangeInput!) {\n    requestEmailChange(input: $input) {\n      viewer { id emailChange { ...EmailChangeState } }\n      errors { ...UserError }\n    }\n  }\n": typeof types.RequestEmailChangeDocument,
    "\n  mutation RevokeOtherSessions {\n    revokeOtherSessions { revoked errors { ...UserError } }\n  }\n": typeof types.RevokeOtherSessionsDocument,
    "\n  mutation ExportData {\n    exportData { dataExport { id ...ExportState } errors { ...UserError } }\n  }\n": typeof types.ExportDataDocument,
    "\n  fragment ExportState on DataExport {\n    state\n    progress\n    size\n    requestedAt\n    expiresAt\n    url\n  }\n": typeof types.ExportStateFragmentDoc,
    "\n  fragment GithubCard on Viewer {\n    github { login linkedAt }\n  }\n": typeof types.GithubCardFragmentDoc,
    "\n  mutation StartGithubLink {\n    startGithubLink { url errors { ...UserError } }\n  }\n": typeof types.StartGithubLinkDocument,
    "\n  mutation SendPasswordLink($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) { errors { ...UserError } }\n  }\n": typeof types.SendPasswordLinkDocument,
    "\n  fragment PasskeyRow on Passkey {\n    id\n    name\n    createdAt\n    lastUsedAt\n    synced\n  }\n": typeof types.PasskeyRowFragmentDoc,
    "\n  fragment PasskeysCard on Viewer {\n    passkeys { id ...PasskeyRow }\n  }\n": typeof types.PasskeysCardFragmentDoc,
    "\n  fragment PasswordCard on Viewer {\n    email\n    loginMethods\n    twoFactor { enabled }\n  }\n": typeof types.PasswordCardFragmentDoc,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) { viewer { id } endedSessions errors { ...UserError } }\n  }\n": typeof types.ChangePasswordDocument,
    "\n  mutation RenewRecoveryCodes {\n    renewRecoveryCodes { recoveryCodes errors { ...UserError } }\n  }\n": typeof types.RenewRecoveryCodesDocument,
    "\n  mutation RemovePasskey($id: ID!) {\n    removePasskey(id: $id) { removedId errors { ...UserError } }\n  }\n": typeof types.RemovePasskeyDocument,
    "\n  mutation RenamePasskey($id: ID!, $input: RenamePasskeyInput!) {\n    renamePasskey(id: $id, input: $input) { passkey { id name } errors { ...UserError } }\n  }\n": typeof types.RenamePasskeyDocument,
    "\n  fragment SessionRow on Session {\n    id\n    device\n    address\n    methods\n    createdAt\n    lastSeenAt\n    current\n  }\n": typeof types.SessionRowFragmentDoc,
    "\n  mutation RevokeSession($id: ID!) {\n    revokeSession(id: $id) { revokedId errors { ...UserError } }\n  }\n": typeof types.RevokeSessionDocument,
    "\n  mutation StartTotp {\n    startTotp { secret qrSvg errors { ...UserError } }\n  }\n": typeof types.StartTotpDocument,
    "\n  mutation ConfirmTotp($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) { recoveryCodes errors { ...UserError } }\n  }\n": typeof types.ConfirmTotpDocument,
    "\n  fragment TwoFactorCard on Viewer {\n    twoFactor {\n      enabled\n      enabledAt\n      recoveryCodesLeft\n      awaitsRecoveryCodes\n    }\n  }\n": typeof types.TwoFactorCardFragmentDoc,
    "\n  mutation UnlinkGithub {\n    unlinkGithub { viewer { id loginMethods ...GithubCard } errors { ...UserError } }\n  }\n": typeof types.UnlinkGithubDocument,
    "\n  mutation StartPasskey {\n    startPasskey { ceremony options errors { ...UserError } }\n  }\n": typeof types.StartPasskeyDocument,
    "\n  mutation AddPasskey($input: AddPasskeyInput!) {\n    addPasskey(input: $input) { passkey { id name } errors { ...UserError } }\n  }\n": typeof types.AddPasskeyDocument,
    "\n  query DataExport {\n    viewer {\n      id\n      dataExport { id ...ExportState }\n    }\n  }\n": typeof types.DataExportDocument,
    "\n  mutation ResendVerification {\n    resendVerification { errors { ...UserError } }\n  }\n": typeof types.ResendVerificationDocument,
    "\n  query Sessions($after: Cursor) {\n    viewer {\n      id\n      sessions(first: 20, after: $after) {\n        edges { cursor node { id ...SessionRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": typeof types.SessionsDocument,
    "\n  mutation UpdateBillingProfile($input: UpdateBillingProfileInput!) {\n    updateBillingProfile(input: $input) {\n      billing { profile { vatNumber vatStatus } }\n      errors { ...UserError }\n    }\n  }\n": typeof types.UpdateBillingProfileDocument,
    "\n  query BillingProfile {\n    viewer {\n      id\n      billing {\n        profile {\n          kind\n          legalName\n          addressLine1\n          addressLine2\n          postalCode\n          city\n          state\n          country\n          vatNumber\n          vatStatus\n          invoiceNote\n          recipients\n        }\n      }\n    }\n  }\n": typeof types.BillingProfileDocument,
    "\n  query Profile {\n    viewer {\n      id\n      username\n      email\n      fullName\n      location\n      company\n      newsletter\n      language\n      theme\n      timeZone\n      createdAt\n    }\n  }\n": typeof types.ProfileDocument,
    "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      viewer { id username fullName location company newsletter language theme timeZone }\n      errors { ...UserError }\n    }\n  }\n": typeof types.UpdateProfileDocument,
    "\n  mutation CheckEmailChangeLink($input: MailedLinkInput!) {\n    checkEmailChangeLink(input: $input) { newEmail stepsLeft errors { message } }\n  }\n": typeof types.CheckEmailChangeLinkDocument,
    "\n    mutation VerifyEmail($input: MailedLinkInput!) {\n      verifyEmail(input: $input) { email errors { ...UserError } }\n    }\n  ": typeof types.VerifyEmailDocument,
    "\n    mutation ConfirmEmailChange($input: MailedLinkInput!) {\n      confirmEmailChange(input: $input) {\n        email: newEmail\n        stepsLeft\n        errors { ...UserError }\n      }\n    }\n  ": typeof types.ConfirmEmailChangeDocument,
    "\n    mutation CancelEmailChangeByLink($input: MailedLinkInput!) {\n      cancelEmailChangeByLink(input: $input) { email errors { ...UserError } }\n    }\n  ": typeof types.CancelEmailChangeByLinkDocument,
    "\n    mutation RevertEmailChange($input: MailedLinkInput!) {\n      revertEmailChange(input: $input) { email errors { ...UserError } }\n    }\n  ": typeof types.RevertEmailChangeDocument,
    "\n    mutation UnlockSignIn($input: MailedLinkInput!) {\n      unlockSignIn(input: $input) { errors { ...UserError } }\n    }\n  ": typeof types.UnlockSignInDocument,
    "\n    mutation ConfirmAccountDeletion($input: MailedLinkInput!) {\n      confirmAccountDeletion(input: $input) { dueAt errors { ...UserError } }\n    }\n  ": typeof types.ConfirmAccountDeletionDocument,
    "\n    mutation CancelAccountDeletion($input: MailedLinkInput!) {\n      cancelAccountDeletion(input: $input) { username errors { ...UserError } }\n    }\n  ": typeof types.CancelAccountDeletionDocument,
    "\n  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) { errors { ...UserError } }\n  }\n": typeof types.RequestPasswordResetDocument,
    "\n  mutation StartGithubSignIn($input: StartGithubSignInInput!) {\n    startGithubSignIn(input: $input) { url errors { ...UserError } }\n  }\n": typeof types.StartGithubSignInDocument,
    "\n  query Offers {\n    serverInfo { github }\n  }\n": typeof types.OffersDocument,
    "\n  mutation SignInWithPasskey($input: PasskeyProofInput!) {\n    signInWithPasskey(input: $input) { viewer { id } errors { ...UserError } }\n  }\n": typeof types.SignInWithPasskeyDocument,
    "\n  mutation StartPasskeySignIn {\n    startPasskeySignIn { ceremony options errors { ...UserError } }\n  }\n": typeof types.StartPasskeySignInDocument,
    "\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) { username errors { ...UserError } }\n  }\n": typeof types.ResetPasswordDocument,
    "\n  mutation VerifySecondFactor($input: VerifySecondFactorInput!) {\n    verifySecondFactor(input: $input) { viewer { id } errors { ...UserError } }\n  }\n": typeof types.VerifySecondFactorDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer { id }\n      secondFactor { methods }\n      errors { ...UserError }\n    }\n  }\n": typeof types.SignInDocument,
    "\n  mutation SignOut {\n    signOut { ended errors { message } }\n  }\n": typeof types.SignOutDocument,
    "\n  mutation SignUp($input: SignUpInput!) {\n    signUp(input: $input) { viewer { id } errors { ...UserError } }\n  }\n": typeof types.SignUpDocument,
    "\n  query DeletionGraceDays {\n    serverInfo { deletionGraceDays }\n  }\n": typeof types.DeletionGraceDaysDocument,
    "\n  mutation AddSshKey($input: AddSshKeyInput!) {\n    addSshKey(input: $input) {\n      sshKey { id name }\n      errors {\n        ...UserError\n        ... on SshKeyTakenError { challenge namespace }\n      }\n    }\n  }\n": typeof types.AddSshKeyDocument,
    "\n  fragment SshKeyRow on SshKey {\n    id\n    name\n    fingerprint\n    type\n    bits\n    createdAt\n    lastUsedAt\n    lastUsedAddress\n  }\n": typeof types.SshKeyRowFragmentDoc,
    "\n  mutation ProveSshKey($input: ProveSshKeyInput!) {\n    proveSshKey(input: $input) { sshKey { id name } errors { ...UserError } }\n  }\n": typeof types.ProveSshKeyDocument,
    "\n  mutation RemoveSshKey($id: ID!) {\n    removeSshKey(id: $id) { removedId errors { ...UserError } }\n  }\n": typeof types.RemoveSshKeyDocument,
    "\n  mutation RenameSshKey($id: ID!, $input: RenameSshKeyInput!) {\n    renameSshKey(id: $id, input: $input) { sshKey { id name } errors { ...UserError } }\n  }\n": typeof types.RenameSshKeyDocument,
    "\n  query SshKeys($after: Cursor) {\n    viewer {\n      id\n      sshKeys(first: 20, after: $after) {\n        edges { cursor node { id ...SshKeyRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": typeof types.SshKeysDocument,
    "\n  query TimelineApps {\n    viewer {\n      id\n      apps(first: 100) {\n        edges { node { id name } }\n      }\n    }\n  }\n": typeof types.TimelineAppsDocument,
    "\n  query TimelineHead {\n    viewer { id timelineHead }\n  }\n": typeof types.TimelineHeadDocument,
    "\n  query TimelinePage($after: Cursor, $filter: TimelineFilter) {\n    viewer {\n      id\n      timeline(first: 30, after: $after, filter: $filter) {\n        edges { node { ...TimelineEventFields } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": typeof types.TimelinePageDocument,
    "\n  subscription FollowTimeline($after: Cursor) {\n    timeline(after: $after) {\n      __typename\n      ... on TimelineEdge { cursor node { ...TimelineEventFields } }\n      ... on TimelineReset { cursor }\n    }\n  }\n": typeof types.FollowTimelineDocument,
    "\n  query UsageCsv($from: DateTime!, $to: DateTime!) {\n    viewer {\n      id\n      billing { usage(from: $from, to: $to, groupBy: RESOURCE) { csvUrl } }\n    }\n  }\n": typeof types.UsageCsvDocument,
    "\n  query Usage($from: DateTime!, $to: DateTime!, $groupBy: UsageGroup!) {\n    viewer {\n      id\n      billing {\n        usage(from: $from, to: $to, groupBy: $groupBy) {\n          total { amount currency }\n          forecast { amount currency }\n          rows {\n            app { id name }\n            kind\n            resource\n            plan\n            unitMinutes\n            amount { amount currency }\n          }\n          days { day amount { amount } }\n        }\n      }\n    }\n  }\n": typeof types.UsageDocument,
};
const documents: Documents = {
    "\n  query Head {\n    viewer { id timelineHead }\n  }\n": types.HeadDocument,
    "\n  query SandboxClock {\n    sandbox { now offsetSeconds nextDueAt }\n  }\n": types.SandboxClockDocument,
    "\n  mutation SandboxAdvanceClock($input: SandboxAdvanceClockInput!) {\n    sandboxAdvanceClock(input: $input) {\n      sandbox { now offsetSeconds nextDueAt }\n      errors { ...UserError }\n    }\n  }\n": types.SandboxAdvanceClockDocument,
    "\n  subscription Changes($after: Cursor) {\n    timeline(after: $after) {\n      ... on TimelineEdge { cursor node { id type } }\n      ... on TimelineReset { cursor }\n    }\n  }\n": types.ChangesDocument,
    "\n  fragment TimelineEventFields on TimelineEvent {\n    __typename\n    id\n    occurredAt\n    type\n    summary\n    actor {\n      kind\n      account { id username }\n    }\n    account { id }\n    app { id name }\n    ... on SecurityEvent { address device }\n    ... on ProfileUpdatedEvent { fields }\n    ... on AppDeployedEvent {\n      deployment {\n        id\n        commit\n        subject\n        ref\n        keyFingerprint\n      }\n    }\n  }\n": types.TimelineEventFieldsFragmentDoc,
    "\n  fragment UserError on UserError {\n    message\n    code\n    path\n  }\n": types.UserErrorFragmentDoc,
    "\n  query Sandbox {\n    serverInfo { sandbox simulated }\n  }\n": types.SandboxDocument,
    "\n  query SudoMethods {\n    viewer { id sudoMethods }\n  }\n": types.SudoMethodsDocument,
    "\n  mutation SendSudoCode {\n    sendSudoCode { errors { ...UserError } }\n  }\n": types.SendSudoCodeDocument,
    "\n  mutation EnterSudo($input: EnterSudoInput!) {\n    enterSudo(input: $input) { viewer { id } errors { ...UserError } }\n  }\n": types.EnterSudoDocument,
    "\n  mutation StartGithubSudo {\n    startGithubSudo { url errors { ...UserError } }\n  }\n": types.StartGithubSudoDocument,
    "\n  mutation StartPasskeySudo {\n    startPasskeySudo { ceremony options errors { ...UserError } }\n  }\n": types.StartPasskeySudoDocument,
    "\n  query Viewer {\n    viewer {\n      id\n      username\n      fullName\n      email\n      emailVerifiedAt\n      language\n      theme\n      timeZone\n    }\n    serverInfo { sandbox simulated clockOffsetSeconds }\n  }\n": types.ViewerDocument,
    "\n  query ApiTokenApps {\n    viewer {\n      id\n      apps(first: 100) {\n        edges { node { id name } }\n      }\n    }\n  }\n": types.ApiTokenAppsDocument,
    "\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) {\n      apiToken { id name scopes }\n      secret\n      errors { ...UserError }\n    }\n  }\n": types.CreateApiTokenDocument,
    "\n  mutation RenewApiToken($id: ID!) {\n    renewApiToken(id: $id) {\n      apiToken { id name scopes lastFour expiresAt }\n      secret\n      errors { ...UserError }\n    }\n  }\n": types.RenewApiTokenDocument,
    "\n  mutation RevokeApiToken($id: ID!) {\n    revokeApiToken(id: $id) { revokedId errors { ...UserError } }\n  }\n": types.RevokeApiTokenDocument,
    "\n  fragment ApiTokenRow on ApiToken {\n    id\n    name\n    lastFour\n    scopes\n    apps { id name }\n    createdAt\n    expiresAt\n    lastUsedAt\n    lastUsedAddress\n  }\n": types.ApiTokenRowFragmentDoc,
    "\n  query ApiTokens($after: Cursor) {\n    viewer {\n      id\n      apiTokens(first: 20, after: $after) {\n        edges { cursor node { id ...ApiTokenRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": types.ApiTokensDocument,
    "\n  query AppTimeline($app: ID!, $after: Cursor) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        timeline(first: 30, after: $after) {\n          edges { node { ...TimelineEventFields } }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }\n": types.AppTimelineDocument,
    "\n  mutation ProvisionAddon($appId: ID!, $input: ProvisionAddonInput!) {\n    provisionAddon(appId: $appId, input: $input) {\n      addon { id name }\n      errors { ...UserError }\n    }\n  }\n": types.ProvisionAddonDocument,
    "\n  fragment AddonRow on Addon {\n    id\n    name\n    status\n    plan { name label kind price { microsPerHour monthly { amount currency } } }\n  }\n": types.AddonRowFragmentDoc,
    "\n  mutation ResumeAddon($id: ID!) {\n    resumeAddon(id: $id) { addon { id status } errors { ...UserError } }\n  }\n": types.ResumeAddonDocument,
    "\n  mutation RemoveAddon($id: ID!, $input: RemoveAddonInput!) {\n    removeAddon(id: $id, input: $input) { removedId errors { ...UserError } }\n  }\n": types.RemoveAddonDocument,
    "\n  query Addons($app: ID!) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        addons(first: 100) {\n          edges { node { ...AddonRow } }\n        }\n      }\n    }\n  }\n": types.AddonsDocument,
    "\n  query AppCost($app: ID!, $from: DateTime!, $to: DateTime!) {\n    viewer {\n      id\n      billing {\n        usage(from: $from, to: $to, app: $app) {\n          total { amount currency }\n          forecast { amount currency }\n        }\n      }\n    }\n  }\n": types.AppCostDocument,
    "\n  fragment AppRow on App {\n    id\n    name\n    viewerRole\n    status\n    owner { id username }\n    lastDeployment {\n      id\n      commit\n      subject\n      ref\n      createdAt\n    }\n  }\n": types.AppRowFragmentDoc,
    "\n  query AppPage($name: String!) {\n    app(name: $name) {\n      id\n      name\n      viewerRole\n      viewerCan\n      gitRemote\n      timelineHead\n      status\n      containers { type amount running plan { name label price { microsPerHour monthly { amount currency } } } }\n      owner { id username fullName }\n      branch\n      parent { id name }\n    }\n    serverInfo {\n      git { ...HostKey }\n    }\n  }\n": types.AppPageDocument,
    "\n  query AppById($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on App {\n        name\n        gitRemote\n        viewerRole\n        viewerCan\n        status\n        containers { type amount running plan { name label price { microsPerHour monthly { amount currency } } } }\n        owner { id username fullName }\n        branch\n        parent { id name }\n      }\n    }\n  }\n": types.AppByIdDocument,
    "\n  query Apps($after: Cursor, $filter: AppFilter) {\n    viewer {\n      id\n      apps(first: 50, after: $after, filter: $filter) {\n        edges { node { id name viewerRole lastDeployment { id } ...AppRow } }\n        pageInfo { hasNextPage endCursor }\n      }\n      invitations { id ...InvitationRow }\n      appTransfers { id ...TransferRow }\n    }\n    serverInfo {\n      git { host port user }\n    }\n  }\n": types.AppsDocument,
    "\n  mutation CancelAppTransfer($id: ID!) {\n    cancelAppTransfer(id: $id) { cancelledId errors { ...UserError } }\n  }\n": types.CancelAppTransferDocument,
    "\n  mutation ChangeAddonPlan($id: ID!, $input: ChangeAddonPlanInput!) {\n    changeAddonPlan(id: $id, input: $input) {\n      addon { ...AddonRow }\n      errors { ...UserError }\n    }\n  }\n": types.ChangeAddonPlanDocument,
    "\n  mutation ChangeCollaboratorRole($id: ID!, $input: ChangeCollaboratorRoleInput!) {\n    changeCollaboratorRole(id: $id, input: $input) {\n      collaborator { id role }\n      errors { ...UserError }\n    }\n  }\n": types.ChangeCollaboratorRoleDocument,
    "\n  fragment CollaboratorRow on Collaborator {\n    id\n    role\n    invitedAt\n    acceptedAt\n    account { id username fullName }\n  }\n": types.CollaboratorRowFragmentDoc,
    "\n  query Collaborators($app: ID!) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        collaborators(first: 100) {\n          edges { node { ...CollaboratorRow } }\n          totalCount\n        }\n      }\n    }\n  }\n": types.CollaboratorsDocument,
    "\n  mutation ScaleApp($id: ID!, $input: ScaleAppInput!) {\n    scaleApp(id: $id, input: $input) {\n      app { id status containers { type amount running plan { name label price { microsPerHour monthly { amount currency } } } } }\n      errors { ...UserError }\n    }\n  }\n": types.ScaleAppDocument,
    "\n  mutation RestartApp($id: ID!) {\n    restartApp(id: $id) { app { id status } errors { ...UserError } }\n  }\n": types.RestartAppDocument,
    "\n  mutation StopApp($id: ID!) {\n    stopApp(id: $id) {\n      app { id status containers { type amount running plan { name label price { microsPerHour monthly { amount currency } } } } }\n      errors { ...UserError }\n    }\n  }\n": types.StopAppDocument,
    "\n  query AppCosts($from: DateTime!, $to: DateTime!) {\n    viewer {\n      id\n      billing {\n        usage(from: $from, to: $to, groupBy: APP) {\n          total { amount currency }\n          rows {\n            app { id }\n            amount { amount currency }\n          }\n        }\n      }\n    }\n  }\n": types.AppCostsDocument,
    "\n  mutation CreateApp($input: CreateAppInput!) {\n    createApp(input: $input) { app { id name } errors { ...UserError } }\n  }\n": types.CreateAppDocument,
    "\n  fragment DeploymentRow on Deployment {\n    id\n    commit\n    subject\n    ref\n    pusherName\n    keyFingerprint\n    createdAt\n  }\n": types.DeploymentRowFragmentDoc,
    "\n  query Deployments($app: ID!, $after: Cursor) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        deployments(first: 20, after: $after) {\n          edges { node { ...DeploymentRow } }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }\n": types.DeploymentsDocument,
    "\n  query FoundApps($filter: AppFilter) {\n    viewer {\n      id\n      apps(first: 5, filter: $filter) {\n        edges { node { id name } }\n      }\n    }\n  }\n": types.FoundAppsDocument,
    "\n  fragment HostKey on GitEndpoint {\n    hostKeyFingerprint\n    knownHosts\n  }\n": types.HostKeyFragmentDoc,
    "\n  mutation AcceptInvitation($id: ID!) {\n    acceptInvitation(id: $id) { app { id name } errors { ...UserError } }\n  }\n": types.AcceptInvitationDocument,
    "\n  fragment InvitationRow on Invitation {\n    id\n    appName\n    role\n    invitedAt\n    owner { id username fullName }\n  }\n": types.InvitationRowFragmentDoc,
    "\n  mutation InviteCollaborator($appId: ID!, $input: InviteCollaboratorInput!) {\n    inviteCollaborator(appId: $appId, input: $input) {\n      collaborator { id account { id username } }\n      errors { ...UserError }\n    }\n  }\n": types.InviteCollaboratorDocument,
    "\n  fragment OneOffRow on OneOff {\n    id\n    command\n    status\n    exitCode\n    endReason\n    startedAt\n    endedAt\n    plan { name }\n    startedBy { id username }\n  }\n": types.OneOffRowFragmentDoc,
    "\n  mutation StopOneOff($id: ID!) {\n    stopOneOff(id: $id) { oneOff { id status exitCode endReason endedAt } errors { ...UserError } }\n  }\n": types.StopOneOffDocument,
    "\n  query OneOffs($app: ID!, $after: Cursor) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        oneOffs(first: 20, after: $after) {\n          edges { node { ...OneOffRow } }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }\n": types.OneOffsDocument,
    "\n  fragment PlanOption on Plan {\n    name\n    label\n    kind\n    price { microsPerHour monthly { amount currency } }\n  }\n": types.PlanOptionFragmentDoc,
    "\n  query Plans {\n    plans { ...PlanOption }\n  }\n": types.PlansDocument,
    "\n  mutation RemoveCollaborator($id: ID!) {\n    removeCollaborator(id: $id) { removedId errors { ...UserError } }\n  }\n": types.RemoveCollaboratorDocument,
    "\n  query ReviewApps($app: ID!) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        reviewApps(first: 20) {\n          edges { node { id branch ...AppRow } }\n        }\n        deployments(first: 50) {\n          edges { node { id ref } }\n        }\n      }\n    }\n  }\n": types.ReviewAppsDocument,
    "\n  mutation CreateReviewApp($appId: ID!, $input: CreateReviewAppInput!) {\n    createReviewApp(appId: $appId, input: $input) { app { id name } errors { ...UserError } }\n  }\n": types.CreateReviewAppDocument,
    "\n  mutation RunOneOff($appId: ID!, $input: RunOneOffInput!) {\n    runOneOff(appId: $appId, input: $input) {\n      oneOff { id }\n      errors { ...UserError }\n    }\n  }\n": types.RunOneOffDocument,
    "\n  mutation DeleteApp($id: ID!, $input: DeleteAppInput!) {\n    deleteApp(id: $id, input: $input) { deletedId errors { ...UserError } }\n  }\n": types.DeleteAppDocument,
    "\n  mutation RenameApp($id: ID!, $input: RenameAppInput!) {\n    renameApp(id: $id, input: $input) {\n      app { id name gitRemote }\n      errors { ...UserError }\n    }\n  }\n": types.RenameAppDocument,
    "\n  query OwnSshKeys {\n    viewer {\n      id\n      sshKeys(first: 100) {\n        edges { node { id name fingerprint } }\n      }\n    }\n  }\n": types.OwnSshKeysDocument,
    "\n  query Transfer($app: ID!) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        transfer { id expiresAt to { id username } }\n        collaborators(first: 100) {\n          edges { node { id acceptedAt account { id username } } }\n        }\n      }\n    }\n  }\n": types.TransferDocument,
    "\n  mutation TransferApp($id: ID!, $input: TransferAppInput!) {\n    transferApp(id: $id, input: $input) { transfer { id } errors { ...UserError } }\n  }\n": types.TransferAppDocument,
    "\n  mutation AcceptAppTransfer($id: ID!, $input: AcceptAppTransferInput) {\n    acceptAppTransfer(id: $id, input: $input) {\n      app { id name viewerRole viewerCan owner { id username fullName } }\n      errors { ...UserError }\n    }\n  }\n": types.AcceptAppTransferDocument,
    "\n  fragment TransferRow on AppTransfer {\n    id\n    expiresAt\n    monthly { amount currency }\n    app { id name }\n    from { id username fullName }\n  }\n": types.TransferRowFragmentDoc,
    "\n  subscription FollowApp($app: ID!, $after: Cursor) {\n    appTimeline(app: $app, after: $after) {\n      __typename\n      ... on TimelineEdge { cursor node { ...TimelineEventFields } }\n      ... on TimelineReset { cursor }\n    }\n  }\n": types.FollowAppDocument,
    "\n  query Authentication {\n    viewer {\n      id\n      ...EmailCard\n      ...PasswordCard\n      ...TwoFactorCard\n      ...PasskeysCard\n      ...GithubCard\n      ...DeleteCard\n    }\n  }\n": types.AuthenticationDocument,
    "\n  query GithubOffer {\n    serverInfo { github }\n  }\n": types.GithubOfferDocument,
    "\n  mutation ConfirmRecoveryCodes {\n    confirmRecoveryCodes { viewer { id ...TwoFactorCard } errors { ...UserError } }\n  }\n": types.ConfirmRecoveryCodesDocument,
    "\n  fragment DeleteCard on Viewer {\n    deletion {\n      ownedApps { id name }\n      linkExpiresAt\n      graceDays\n    }\n  }\n": types.DeleteCardFragmentDoc,
    "\n  mutation DeleteAccount {\n    deleteAccount {\n      viewer { id ...DeleteCard }\n      errors {\n        ...UserError\n        ... on AppsRemainError {\n          apps { id name }\n        }\n      }\n    }\n  }\n": types.DeleteAccountDocument,
    "\n  mutation DisableTwoFactor {\n    disableTwoFactor { viewer { id ...TwoFactorCard } errors { ...UserError } }\n  }\n": types.DisableTwoFactorDocument,
    "\n  query SudoUntil {\n    viewer { id sudoUntil }\n  }\n": types.SudoUntilDocument,
    "\n  fragment EmailCard on Viewer {\n    email\n    emailVerifiedAt\n    twoFactor { enabled }\n    emailChange { ...EmailChangeState }\n  }\n": types.EmailCardFragmentDoc,
    "\n  fragment EmailChangeState on EmailChange {\n    newEmail\n    newConfirmedAt\n    oldConfirmedAt\n    oldMailboxLost\n    dueAt\n    expiresAt\n  }\n": types.EmailChangeStateFragmentDoc,
    "\n  mutation CancelEmailChange {\n    cancelEmailChange { email errors { ...UserError } }\n  }\n": types.CancelEmailChangeDocument,
    "\n  mutation RequestEmailChange($input: RequestEmailChangeInput!) {\n    requestEmailChange(input: $input) {\n      viewer { id emailChange { ...EmailChangeState } }\n      errors { ...UserError }\n    }\n  }\n": types.RequestEmailChangeDocument,
    "\n  mutation RevokeOtherSessions {\n    revokeOtherSessions { revoked errors { ...UserError } }\n  }\n": types.RevokeOtherSessionsDocument,
    "\n  mutation ExportData {\n    exportData { dataExport { id ...ExportState } errors { ...UserError } }\n  }\n": types.ExportDataDocument,
    "\n  fragment ExportState on DataExport {\n    state\n    progress\n    size\n    requestedAt\n    expiresAt\n    url\n  }\n": types.ExportStateFragmentDoc,
    "\n  fragment GithubCard on Viewer {\n    github { login linkedAt }\n  }\n": types.GithubCardFragmentDoc,
    "\n  mutation StartGithubLink {\n    startGithubLink { url errors { ...UserError } }\n  }\n": types.StartGithubLinkDocument,
    "\n  mutation SendPasswordLink($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) { errors { ...UserError } }\n  }\n": types.SendPasswordLinkDocument,
    "\n  fragment PasskeyRow on Passkey {\n    id\n    name\n    createdAt\n    lastUsedAt\n    synced\n  }\n": types.PasskeyRowFragmentDoc,
    "\n  fragment PasskeysCard on Viewer {\n    passkeys { id ...PasskeyRow }\n  }\n": types.PasskeysCardFragmentDoc,
    "\n  fragment PasswordCard on Viewer {\n    email\n    loginMethods\n    twoFactor { enabled }\n  }\n": types.PasswordCardFragmentDoc,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) { viewer { id } endedSessions errors { ...UserError } }\n  }\n": types.ChangePasswordDocument,
    "\n  mutation RenewRecoveryCodes {\n    renewRecoveryCodes { recoveryCodes errors { ...UserError } }\n  }\n": types.RenewRecoveryCodesDocument,
    "\n  mutation RemovePasskey($id: ID!) {\n    removePasskey(id: $id) { removedId errors { ...UserError } }\n  }\n": types.RemovePasskeyDocument,
    "\n  mutation RenamePasskey($id: ID!, $input: RenamePasskeyInput!) {\n    renamePasskey(id: $id, input: $input) { passkey { id name } errors { ...UserError } }\n  }\n": types.RenamePasskeyDocument,
    "\n  fragment SessionRow on Session {\n    id\n    device\n    address\n    methods\n    createdAt\n    lastSeenAt\n    current\n  }\n": types.SessionRowFragmentDoc,
    "\n  mutation RevokeSession($id: ID!) {\n    revokeSession(id: $id) { revokedId errors { ...UserError } }\n  }\n": types.RevokeSessionDocument,
    "\n  mutation StartTotp {\n    startTotp { secret qrSvg errors { ...UserError } }\n  }\n": types.StartTotpDocument,
    "\n  mutation ConfirmTotp($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) { recoveryCodes errors { ...UserError } }\n  }\n": types.ConfirmTotpDocument,
    "\n  fragment TwoFactorCard on Viewer {\n    twoFactor {\n      enabled\n      enabledAt\n      recoveryCodesLeft\n      awaitsRecoveryCodes\n    }\n  }\n": types.TwoFactorCardFragmentDoc,
    "\n  mutation UnlinkGithub {\n    unlinkGithub { viewer { id loginMethods ...GithubCard } errors { ...UserError } }\n  }\n": types.UnlinkGithubDocument,
    "\n  mutation StartPasskey {\n    startPasskey { ceremony options errors { ...UserError } }\n  }\n": types.StartPasskeyDocument,
    "\n  mutation AddPasskey($input: AddPasskeyInput!) {\n    addPasskey(input: $input) { passkey { id name } errors { ...UserError } }\n  }\n": types.AddPasskeyDocument,
    "\n  query DataExport {\n    viewer {\n      id\n      dataExport { id ...ExportState }\n    }\n  }\n": types.DataExportDocument,
    "\n  mutation ResendVerification {\n    resendVerification { errors { ...UserError } }\n  }\n": types.ResendVerificationDocument,
    "\n  query Sessions($after: Cursor) {\n    viewer {\n      id\n      sessions(first: 20, after: $after) {\n        edges { cursor node { id ...SessionRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": types.SessionsDocument,
    "\n  mutation UpdateBillingProfile($input: UpdateBillingProfileInput!) {\n    updateBillingProfile(input: $input) {\n      billing { profile { vatNumber vatStatus } }\n      errors { ...UserError }\n    }\n  }\n": types.UpdateBillingProfileDocument,
    "\n  query BillingProfile {\n    viewer {\n      id\n      billing {\n        profile {\n          kind\n          legalName\n          addressLine1\n          addressLine2\n          postalCode\n          city\n          state\n          country\n          vatNumber\n          vatStatus\n          invoiceNote\n          recipients\n        }\n      }\n    }\n  }\n": types.BillingProfileDocument,
    "\n  query Profile {\n    viewer {\n      id\n      username\n      email\n      fullName\n      location\n      company\n      newsletter\n      language\n      theme\n      timeZone\n      createdAt\n    }\n  }\n": types.ProfileDocument,
    "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      viewer { id username fullName location company newsletter language theme timeZone }\n      errors { ...UserError }\n    }\n  }\n": types.UpdateProfileDocument,
    "\n  mutation CheckEmailChangeLink($input: MailedLinkInput!) {\n    checkEmailChangeLink(input: $input) { newEmail stepsLeft errors { message } }\n  }\n": types.CheckEmailChangeLinkDocument,
    "\n    mutation VerifyEmail($input: MailedLinkInput!) {\n      verifyEmail(input: $input) { email errors { ...UserError } }\n    }\n  ": types.VerifyEmailDocument,
    "\n    mutation ConfirmEmailChange($input: MailedLinkInput!) {\n      confirmEmailChange(input: $input) {\n        email: newEmail\n        stepsLeft\n        errors { ...UserError }\n      }\n    }\n  ": types.ConfirmEmailChangeDocument,
    "\n    mutation CancelEmailChangeByLink($input: MailedLinkInput!) {\n      cancelEmailChangeByLink(input: $input) { email errors { ...UserError } }\n    }\n  ": types.CancelEmailChangeByLinkDocument,
    "\n    mutation RevertEmailChange($input: MailedLinkInput!) {\n      revertEmailChange(input: $input) { email errors { ...UserError } }\n    }\n  ": types.RevertEmailChangeDocument,
    "\n    mutation UnlockSignIn($input: MailedLinkInput!) {\n      unlockSignIn(input: $input) { errors { ...UserError } }\n    }\n  ": types.UnlockSignInDocument,
    "\n    mutation ConfirmAccountDeletion($input: MailedLinkInput!) {\n      confirmAccountDeletion(input: $input) { dueAt errors { ...UserError } }\n    }\n  ": types.ConfirmAccountDeletionDocument,
    "\n    mutation CancelAccountDeletion($input: MailedLinkInput!) {\n      cancelAccountDeletion(input: $input) { username errors { ...UserError } }\n    }\n  ": types.CancelAccountDeletionDocument,
    "\n  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) { errors { ...UserError } }\n  }\n": types.RequestPasswordResetDocument,
    "\n  mutation StartGithubSignIn($input: StartGithubSignInInput!) {\n    startGithubSignIn(input: $input) { url errors { ...UserError } }\n  }\n": types.StartGithubSignInDocument,
    "\n  query Offers {\n    serverInfo { github }\n  }\n": types.OffersDocument,
    "\n  mutation SignInWithPasskey($input: PasskeyProofInput!) {\n    signInWithPasskey(input: $input) { viewer { id } errors { ...UserError } }\n  }\n": types.SignInWithPasskeyDocument,
    "\n  mutation StartPasskeySignIn {\n    startPasskeySignIn { ceremony options errors { ...UserError } }\n  }\n": types.StartPasskeySignInDocument,
    "\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) { username errors { ...UserError } }\n  }\n": types.ResetPasswordDocument,
    "\n  mutation VerifySecondFactor($input: VerifySecondFactorInput!) {\n    verifySecondFactor(input: $input) { viewer { id } errors { ...UserError } }\n  }\n": types.VerifySecondFactorDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer { id }\n      secondFactor { methods }\n      errors { ...UserError }\n    }\n  }\n": types.SignInDocument,
    "\n  mutation SignOut {\n    signOut { ended errors { message } }\n  }\n": types.SignOutDocument,
    "\n  mutation SignUp($input: SignUpInput!) {\n    signUp(input: $input) { viewer { id } errors { ...UserError } }\n  }\n": types.SignUpDocument,
    "\n  query DeletionGraceDays {\n    serverInfo { deletionGraceDays }\n  }\n": types.DeletionGraceDaysDocument,
    "\n  mutation AddSshKey($input: AddSshKeyInput!) {\n    addSshKey(input: $input) {\n      sshKey { id name }\n      errors {\n        ...UserError\n        ... on SshKeyTakenError { challenge namespace }\n      }\n    }\n  }\n": types.AddSshKeyDocument,
    "\n  fragment SshKeyRow on SshKey {\n    id\n    name\n    fingerprint\n    type\n    bits\n    createdAt\n    lastUsedAt\n    lastUsedAddress\n  }\n": types.SshKeyRowFragmentDoc,
    "\n  mutation ProveSshKey($input: ProveSshKeyInput!) {\n    proveSshKey(input: $input) { sshKey { id name } errors { ...UserError } }\n  }\n": types.ProveSshKeyDocument,
    "\n  mutation RemoveSshKey($id: ID!) {\n    removeSshKey(id: $id) { removedId errors { ...UserError } }\n  }\n": types.RemoveSshKeyDocument,
    "\n  mutation RenameSshKey($id: ID!, $input: RenameSshKeyInput!) {\n    renameSshKey(id: $id, input: $input) { sshKey { id name } errors { ...UserError } }\n  }\n": types.RenameSshKeyDocument,
    "\n  query SshKeys($after: Cursor) {\n    viewer {\n      id\n      sshKeys(first: 20, after: $after) {\n        edges { cursor node { id ...SshKeyRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": types.SshKeysDocument,
    "\n  query TimelineApps {\n    viewer {\n      id\n      apps(first: 100) {\n        edges { node { id name } }\n      }\n    }\n  }\n": types.TimelineAppsDocument,
    "\n  query TimelineHead {\n    viewer { id timelineHead }\n  }\n": types.TimelineHeadDocument,
    "\n  query TimelinePage($after: Cursor, $filter: TimelineFilter) {\n    viewer {\n      id\n      timeline(first: 30, after: $after, filter: $filter) {\n        edges { node { ...TimelineEventFields } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n": types.TimelinePageDocument,
    "\n  subscription FollowTimeline($after: Cursor) {\n    timeline(after: $after) {\n      __typename\n      ... on TimelineEdge { cursor node { ...TimelineEventFields } }\n      ... on TimelineReset { cursor }\n    }\n  }\n": types.FollowTimelineDocument,
    "\n  query UsageCsv($from: DateTime!, $to: DateTime!) {\n    viewer {\n      id\n      billing { usage(from: $from, to: $to, groupBy: RESOURCE) { csvUrl } }\n    }\n  }\n": types.UsageCsvDocument,
    "\n  query Usage($from: DateTime!, $to: DateTime!, $groupBy: UsageGroup!) {\n    viewer {\n      id\n      billing {\n        usage(from: $from, to: $to, groupBy: $groupBy) {\n          total { amount currency }\n          forecast { amount currency }\n          rows {\n            app { id name }\n            kind\n            resource\n            plan\n            unitMinutes\n            amount { amount currency }\n          }\n          days { day amount { amount } }\n        }\n      }\n    }\n  }\n": types.UsageDocument,
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
export function graphql(source: "\n  query Head {\n    viewer { id timelineHead }\n  }\n"): (typeof documents)["\n  query Head {\n    viewer { id timelineHead }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SandboxClock {\n    sandbox { now offsetSeconds nextDueAt }\n  }\n"): (typeof documents)["\n  query SandboxClock {\n    sandbox { now offsetSeconds nextDueAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SandboxAdvanceClock($input: SandboxAdvanceClockInput!) {\n    sandboxAdvanceClock(input: $input) {\n      sandbox { now offsetSeconds nextDueAt }\n      errors { ...UserError }\n    }\n  }\n"): (typeof documents)["\n  mutation SandboxAdvanceClock($input: SandboxAdvanceClockInput!) {\n    sandboxAdvanceClock(input: $input) {\n      sandbox { now offsetSeconds nextDueAt }\n      errors { ...UserError }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription Changes($after: Cursor) {\n    timeline(after: $after) {\n      ... on TimelineEdge { cursor node { id type } }\n      ... on TimelineReset { cursor }\n    }\n  }\n"): (typeof documents)["\n  subscription Changes($after: Cursor) {\n    timeline(after: $after) {\n      ... on TimelineEdge { cursor node { id type } }\n      ... on TimelineReset { cursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TimelineEventFields on TimelineEvent {\n    __typename\n    id\n    occurredAt\n    type\n    summary\n    actor {\n      kind\n      account { id username }\n    }\n    account { id }\n    app { id name }\n    ... on SecurityEvent { address device }\n    ... on ProfileUpdatedEvent { fields }\n    ... on AppDeployedEvent {\n      deployment {\n        id\n        commit\n        subject\n        ref\n        keyFingerprint\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment TimelineEventFields on TimelineEvent {\n    __typename\n    id\n    occurredAt\n    type\n    summary\n    actor {\n      kind\n      account { id username }\n    }\n    account { id }\n    app { id name }\n    ... on SecurityEvent { address device }\n    ... on ProfileUpdatedEvent { fields }\n    ... on AppDeployedEvent {\n      deployment {\n        id\n        commit\n        subject\n        ref\n        keyFingerprint\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment UserError on UserError {\n    message\n    code\n    path\n  }\n"): (typeof documents)["\n  fragment UserError on UserError {\n    message\n    code\n    path\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Sandbox {\n    serverInfo { sandbox simulated }\n  }\n"): (typeof documents)["\n  query Sandbox {\n    serverInfo { sandbox simulated }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SudoMethods {\n    viewer { id sudoMethods }\n  }\n"): (typeof documents)["\n  query SudoMethods {\n    viewer { id sudoMethods }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendSudoCode {\n    sendSudoCode { errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation SendSudoCode {\n    sendSudoCode { errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnterSudo($input: EnterSudoInput!) {\n    enterSudo(input: $input) { viewer { id } errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation EnterSudo($input: EnterSudoInput!) {\n    enterSudo(input: $input) { viewer { id } errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartGithubSudo {\n    startGithubSudo { url errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation StartGithubSudo {\n    startGithubSudo { url errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartPasskeySudo {\n    startPasskeySudo { ceremony options errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation StartPasskeySudo {\n    startPasskeySudo { ceremony options errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      id\n      username\n      fullName\n      email\n      emailVerifiedAt\n      language\n      theme\n      timeZone\n    }\n    serverInfo { sandbox simulated clockOffsetSeconds }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      id\n      username\n      fullName\n      email\n      emailVerifiedAt\n      language\n      theme\n      timeZone\n    }\n    serverInfo { sandbox simulated clockOffsetSeconds }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApiTokenApps {\n    viewer {\n      id\n      apps(first: 100) {\n        edges { node { id name } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ApiTokenApps {\n    viewer {\n      id\n      apps(first: 100) {\n        edges { node { id name } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) {\n      apiToken { id name scopes }\n      secret\n      errors { ...UserError }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateApiToken($input: CreateApiTokenInput!) {\n    createApiToken(input: $input) {\n      apiToken { id name scopes }\n      secret\n      errors { ...UserError }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenewApiToken($id: ID!) {\n    renewApiToken(id: $id) {\n      apiToken { id name scopes lastFour expiresAt }\n      secret\n      errors { ...UserError }\n    }\n  }\n"): (typeof documents)["\n  mutation RenewApiToken($id: ID!) {\n    renewApiToken(id: $id) {\n      apiToken { id name scopes lastFour expiresAt }\n      secret\n      errors { ...UserError }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeApiToken($id: ID!) {\n    revokeApiToken(id: $id) { revokedId errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation RevokeApiToken($id: ID!) {\n    revokeApiToken(id: $id) { revokedId errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ApiTokenRow on ApiToken {\n    id\n    name\n    lastFour\n    scopes\n    apps { id name }\n    createdAt\n    expiresAt\n    lastUsedAt\n    lastUsedAddress\n  }\n"): (typeof documents)["\n  fragment ApiTokenRow on ApiToken {\n    id\n    name\n    lastFour\n    scopes\n    apps { id name }\n    createdAt\n    expiresAt\n    lastUsedAt\n    lastUsedAddress\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApiTokens($after: Cursor) {\n    viewer {\n      id\n      apiTokens(first: 20, after: $after) {\n        edges { cursor node { id ...ApiTokenRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query ApiTokens($after: Cursor) {\n    viewer {\n      id\n      apiTokens(first: 20, after: $after) {\n        edges { cursor node { id ...ApiTokenRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AppTimeline($app: ID!, $after: Cursor) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        timeline(first: 30, after: $after) {\n          edges { node { ...TimelineEventFields } }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query AppTimeline($app: ID!, $after: Cursor) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        timeline(first: 30, after: $after) {\n          edges { node { ...TimelineEventFields } }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ProvisionAddon($appId: ID!, $input: ProvisionAddonInput!) {\n    provisionAddon(appId: $appId, input: $input) {\n      addon { id name }\n      errors { ...UserError }\n    }\n  }\n"): (typeof documents)["\n  mutation ProvisionAddon($appId: ID!, $input: ProvisionAddonInput!) {\n    provisionAddon(appId: $appId, input: $input) {\n      addon { id name }\n      errors { ...UserError }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AddonRow on Addon {\n    id\n    name\n    status\n    plan { name label kind price { microsPerHour monthly { amount currency } } }\n  }\n"): (typeof documents)["\n  fragment AddonRow on Addon {\n    id\n    name\n    status\n    plan { name label kind price { microsPerHour monthly { amount currency } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeAddon($id: ID!) {\n    resumeAddon(id: $id) { addon { id status } errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation ResumeAddon($id: ID!) {\n    resumeAddon(id: $id) { addon { id status } errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveAddon($id: ID!, $input: RemoveAddonInput!) {\n    removeAddon(id: $id, input: $input) { removedId errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation RemoveAddon($id: ID!, $input: RemoveAddonInput!) {\n    removeAddon(id: $id, input: $input) { removedId errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Addons($app: ID!) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        addons(first: 100) {\n          edges { node { ...AddonRow } }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Addons($app: ID!) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        addons(first: 100) {\n          edges { node { ...AddonRow } }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AppCost($app: ID!, $from: DateTime!, $to: DateTime!) {\n    viewer {\n      id\n      billing {\n        usage(from: $from, to: $to, app: $app) {\n          total { amount currency }\n          forecast { amount currency }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query AppCost($app: ID!, $from: DateTime!, $to: DateTime!) {\n    viewer {\n      id\n      billing {\n        usage(from: $from, to: $to, app: $app) {\n          total { amount currency }\n          forecast { amount currency }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AppRow on App {\n    id\n    name\n    viewerRole\n    status\n    owner { id username }\n    lastDeployment {\n      id\n      commit\n      subject\n      ref\n      createdAt\n    }\n  }\n"): (typeof documents)["\n  fragment AppRow on App {\n    id\n    name\n    viewerRole\n    status\n    owner { id username }\n    lastDeployment {\n      id\n      commit\n      subject\n      ref\n      createdAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AppPage($name: String!) {\n    app(name: $name) {\n      id\n      name\n      viewerRole\n      viewerCan\n      gitRemote\n      timelineHead\n      status\n      containers { type amount running plan { name label price { microsPerHour monthly { amount currency } } } }\n      owner { id username fullName }\n      branch\n      parent { id name }\n    }\n    serverInfo {\n      git { ...HostKey }\n    }\n  }\n"): (typeof documents)["\n  query AppPage($name: String!) {\n    app(name: $name) {\n      id\n      name\n      viewerRole\n      viewerCan\n      gitRemote\n      timelineHead\n      status\n      containers { type amount running plan { name label price { microsPerHour monthly { amount currency } } } }\n      owner { id username fullName }\n      branch\n      parent { id name }\n    }\n    serverInfo {\n      git { ...HostKey }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AppById($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on App {\n        name\n        gitRemote\n        viewerRole\n        viewerCan\n        status\n        containers { type amount running plan { name label price { microsPerHour monthly { amount currency } } } }\n        owner { id username fullName }\n        branch\n        parent { id name }\n      }\n    }\n  }\n"): (typeof documents)["\n  query AppById($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on App {\n        name\n        gitRemote\n        viewerRole\n        viewerCan\n        status\n        containers { type amount running plan { name label price { microsPerHour monthly { amount currency } } } }\n        owner { id username fullName }\n        branch\n        parent { id name }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Apps($after: Cursor, $filter: AppFilter) {\n    viewer {\n      id\n      apps(first: 50, after: $after, filter: $filter) {\n        edges { node { id name viewerRole lastDeployment { id } ...AppRow } }\n        pageInfo { hasNextPage endCursor }\n      }\n      invitations { id ...InvitationRow }\n      appTransfers { id ...TransferRow }\n    }\n    serverInfo {\n      git { host port user }\n    }\n  }\n"): (typeof documents)["\n  query Apps($after: Cursor, $filter: AppFilter) {\n    viewer {\n      id\n      apps(first: 50, after: $after, filter: $filter) {\n        edges { node { id name viewerRole lastDeployment { id } ...AppRow } }\n        pageInfo { hasNextPage endCursor }\n      }\n      invitations { id ...InvitationRow }\n      appTransfers { id ...TransferRow }\n    }\n    serverInfo {\n      git { host port user }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelAppTransfer($id: ID!) {\n    cancelAppTransfer(id: $id) { cancelledId errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation CancelAppTransfer($id: ID!) {\n    cancelAppTransfer(id: $id) { cancelledId errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeAddonPlan($id: ID!, $input: ChangeAddonPlanInput!) {\n    changeAddonPlan(id: $id, input: $input) {\n      addon { ...AddonRow }\n      errors { ...UserError }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeAddonPlan($id: ID!, $input: ChangeAddonPlanInput!) {\n    changeAddonPlan(id: $id, input: $input) {\n      addon { ...AddonRow }\n      errors { ...UserError }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeCollaboratorRole($id: ID!, $input: ChangeCollaboratorRoleInput!) {\n    changeCollaboratorRole(id: $id, input: $input) {\n      collaborator { id role }\n      errors { ...UserError }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeCollaboratorRole($id: ID!, $input: ChangeCollaboratorRoleInput!) {\n    changeCollaboratorRole(id: $id, input: $input) {\n      collaborator { id role }\n      errors { ...UserError }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CollaboratorRow on Collaborator {\n    id\n    role\n    invitedAt\n    acceptedAt\n    account { id username fullName }\n  }\n"): (typeof documents)["\n  fragment CollaboratorRow on Collaborator {\n    id\n    role\n    invitedAt\n    acceptedAt\n    account { id username fullName }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Collaborators($app: ID!) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        collaborators(first: 100) {\n          edges { node { ...CollaboratorRow } }\n          totalCount\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Collaborators($app: ID!) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        collaborators(first: 100) {\n          edges { node { ...CollaboratorRow } }\n          totalCount\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ScaleApp($id: ID!, $input: ScaleAppInput!) {\n    scaleApp(id: $id, input: $input) {\n      app { id status containers { type amount running plan { name label price { microsPerHour monthly { amount currency } } } } }\n      errors { ...UserError }\n    }\n  }\n"): (typeof documents)["\n  mutation ScaleApp($id: ID!, $input: ScaleAppInput!) {\n    scaleApp(id: $id, input: $input) {\n      app { id status containers { type amount running plan { name label price { microsPerHour monthly { amount currency } } } } }\n      errors { ...UserError }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestartApp($id: ID!) {\n    restartApp(id: $id) { app { id status } errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation RestartApp($id: ID!) {\n    restartApp(id: $id) { app { id status } errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StopApp($id: ID!) {\n    stopApp(id: $id) {\n      app { id status containers { type amount running plan { name label price { microsPerHour monthly { amount currency } } } } }\n      errors { ...UserError }\n    }\n  }\n"): (typeof documents)["\n  mutation StopApp($id: ID!) {\n    stopApp(id: $id) {\n      app { id status containers { type amount running plan { name label price { microsPerHour monthly { amount currency } } } } }\n      errors { ...UserError }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AppCosts($from: DateTime!, $to: DateTime!) {\n    viewer {\n      id\n      billing {\n        usage(from: $from, to: $to, groupBy: APP) {\n          total { amount currency }\n          rows {\n            app { id }\n            amount { amount currency }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query AppCosts($from: DateTime!, $to: DateTime!) {\n    viewer {\n      id\n      billing {\n        usage(from: $from, to: $to, groupBy: APP) {\n          total { amount currency }\n          rows {\n            app { id }\n            amount { amount currency }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApp($input: CreateAppInput!) {\n    createApp(input: $input) { app { id name } errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation CreateApp($input: CreateAppInput!) {\n    createApp(input: $input) { app { id name } errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeploymentRow on Deployment {\n    id\n    commit\n    subject\n    ref\n    pusherName\n    keyFingerprint\n    createdAt\n  }\n"): (typeof documents)["\n  fragment DeploymentRow on Deployment {\n    id\n    commit\n    subject\n    ref\n    pusherName\n    keyFingerprint\n    createdAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Deployments($app: ID!, $after: Cursor) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        deployments(first: 20, after: $after) {\n          edges { node { ...DeploymentRow } }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Deployments($app: ID!, $after: Cursor) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        deployments(first: 20, after: $after) {\n          edges { node { ...DeploymentRow } }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FoundApps($filter: AppFilter) {\n    viewer {\n      id\n      apps(first: 5, filter: $filter) {\n        edges { node { id name } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query FoundApps($filter: AppFilter) {\n    viewer {\n      id\n      apps(first: 5, filter: $filter) {\n        edges { node { id name } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment HostKey on GitEndpoint {\n    hostKeyFingerprint\n    knownHosts\n  }\n"): (typeof documents)["\n  fragment HostKey on GitEndpoint {\n    hostKeyFingerprint\n    knownHosts\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptInvitation($id: ID!) {\n    acceptInvitation(id: $id) { app { id name } errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation AcceptInvitation($id: ID!) {\n    acceptInvitation(id: $id) { app { id name } errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment InvitationRow on Invitation {\n    id\n    appName\n    role\n    invitedAt\n    owner { id username fullName }\n  }\n"): (typeof documents)["\n  fragment InvitationRow on Invitation {\n    id\n    appName\n    role\n    invitedAt\n    owner { id username fullName }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InviteCollaborator($appId: ID!, $input: InviteCollaboratorInput!) {\n    inviteCollaborator(appId: $appId, input: $input) {\n      collaborator { id account { id username } }\n      errors { ...UserError }\n    }\n  }\n"): (typeof documents)["\n  mutation InviteCollaborator($appId: ID!, $input: InviteCollaboratorInput!) {\n    inviteCollaborator(appId: $appId, input: $input) {\n      collaborator { id account { id username } }\n      errors { ...UserError }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OneOffRow on OneOff {\n    id\n    command\n    status\n    exitCode\n    endReason\n    startedAt\n    endedAt\n    plan { name }\n    startedBy { id username }\n  }\n"): (typeof documents)["\n  fragment OneOffRow on OneOff {\n    id\n    command\n    status\n    exitCode\n    endReason\n    startedAt\n    endedAt\n    plan { name }\n    startedBy { id username }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StopOneOff($id: ID!) {\n    stopOneOff(id: $id) { oneOff { id status exitCode endReason endedAt } errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation StopOneOff($id: ID!) {\n    stopOneOff(id: $id) { oneOff { id status exitCode endReason endedAt } errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OneOffs($app: ID!, $after: Cursor) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        oneOffs(first: 20, after: $after) {\n          edges { node { ...OneOffRow } }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query OneOffs($app: ID!, $after: Cursor) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        oneOffs(first: 20, after: $after) {\n          edges { node { ...OneOffRow } }\n          pageInfo { hasNextPage endCursor }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PlanOption on Plan {\n    name\n    label\n    kind\n    price { microsPerHour monthly { amount currency } }\n  }\n"): (typeof documents)["\n  fragment PlanOption on Plan {\n    name\n    label\n    kind\n    price { microsPerHour monthly { amount currency } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Plans {\n    plans { ...PlanOption }\n  }\n"): (typeof documents)["\n  query Plans {\n    plans { ...PlanOption }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveCollaborator($id: ID!) {\n    removeCollaborator(id: $id) { removedId errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation RemoveCollaborator($id: ID!) {\n    removeCollaborator(id: $id) { removedId errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReviewApps($app: ID!) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        reviewApps(first: 20) {\n          edges { node { id branch ...AppRow } }\n        }\n        deployments(first: 50) {\n          edges { node { id ref } }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReviewApps($app: ID!) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        reviewApps(first: 20) {\n          edges { node { id branch ...AppRow } }\n        }\n        deployments(first: 50) {\n          edges { node { id ref } }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateReviewApp($appId: ID!, $input: CreateReviewAppInput!) {\n    createReviewApp(appId: $appId, input: $input) { app { id name } errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation CreateReviewApp($appId: ID!, $input: CreateReviewAppInput!) {\n    createReviewApp(appId: $appId, input: $input) { app { id name } errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RunOneOff($appId: ID!, $input: RunOneOffInput!) {\n    runOneOff(appId: $appId, input: $input) {\n      oneOff { id }\n      errors { ...UserError }\n    }\n  }\n"): (typeof documents)["\n  mutation RunOneOff($appId: ID!, $input: RunOneOffInput!) {\n    runOneOff(appId: $appId, input: $input) {\n      oneOff { id }\n      errors { ...UserError }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteApp($id: ID!, $input: DeleteAppInput!) {\n    deleteApp(id: $id, input: $input) { deletedId errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation DeleteApp($id: ID!, $input: DeleteAppInput!) {\n    deleteApp(id: $id, input: $input) { deletedId errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenameApp($id: ID!, $input: RenameAppInput!) {\n    renameApp(id: $id, input: $input) {\n      app { id name gitRemote }\n      errors { ...UserError }\n    }\n  }\n"): (typeof documents)["\n  mutation RenameApp($id: ID!, $input: RenameAppInput!) {\n    renameApp(id: $id, input: $input) {\n      app { id name gitRemote }\n      errors { ...UserError }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnSshKeys {\n    viewer {\n      id\n      sshKeys(first: 100) {\n        edges { node { id name fingerprint } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query OwnSshKeys {\n    viewer {\n      id\n      sshKeys(first: 100) {\n        edges { node { id name fingerprint } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Transfer($app: ID!) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        transfer { id expiresAt to { id username } }\n        collaborators(first: 100) {\n          edges { node { id acceptedAt account { id username } } }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Transfer($app: ID!) {\n    node(id: $app) {\n      __typename\n      id\n      ... on App {\n        transfer { id expiresAt to { id username } }\n        collaborators(first: 100) {\n          edges { node { id acceptedAt account { id username } } }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TransferApp($id: ID!, $input: TransferAppInput!) {\n    transferApp(id: $id, input: $input) { transfer { id } errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation TransferApp($id: ID!, $input: TransferAppInput!) {\n    transferApp(id: $id, input: $input) { transfer { id } errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptAppTransfer($id: ID!, $input: AcceptAppTransferInput) {\n    acceptAppTransfer(id: $id, input: $input) {\n      app { id name viewerRole viewerCan owner { id username fullName } }\n      errors { ...UserError }\n    }\n  }\n"): (typeof documents)["\n  mutation AcceptAppTransfer($id: ID!, $input: AcceptAppTransferInput) {\n    acceptAppTransfer(id: $id, input: $input) {\n      app { id name viewerRole viewerCan owner { id username fullName } }\n      errors { ...UserError }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TransferRow on AppTransfer {\n    id\n    expiresAt\n    monthly { amount currency }\n    app { id name }\n    from { id username fullName }\n  }\n"): (typeof documents)["\n  fragment TransferRow on AppTransfer {\n    id\n    expiresAt\n    monthly { amount currency }\n    app { id name }\n    from { id username fullName }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FollowApp($app: ID!, $after: Cursor) {\n    appTimeline(app: $app, after: $after) {\n      __typename\n      ... on TimelineEdge { cursor node { ...TimelineEventFields } }\n      ... on TimelineReset { cursor }\n    }\n  }\n"): (typeof documents)["\n  subscription FollowApp($app: ID!, $after: Cursor) {\n    appTimeline(app: $app, after: $after) {\n      __typename\n      ... on TimelineEdge { cursor node { ...TimelineEventFields } }\n      ... on TimelineReset { cursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Authentication {\n    viewer {\n      id\n      ...EmailCard\n      ...PasswordCard\n      ...TwoFactorCard\n      ...PasskeysCard\n      ...GithubCard\n      ...DeleteCard\n    }\n  }\n"): (typeof documents)["\n  query Authentication {\n    viewer {\n      id\n      ...EmailCard\n      ...PasswordCard\n      ...TwoFactorCard\n      ...PasskeysCard\n      ...GithubCard\n      ...DeleteCard\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GithubOffer {\n    serverInfo { github }\n  }\n"): (typeof documents)["\n  query GithubOffer {\n    serverInfo { github }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmRecoveryCodes {\n    confirmRecoveryCodes { viewer { id ...TwoFactorCard } errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation ConfirmRecoveryCodes {\n    confirmRecoveryCodes { viewer { id ...TwoFactorCard } errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeleteCard on Viewer {\n    deletion {\n      ownedApps { id name }\n      linkExpiresAt\n      graceDays\n    }\n  }\n"): (typeof documents)["\n  fragment DeleteCard on Viewer {\n    deletion {\n      ownedApps { id name }\n      linkExpiresAt\n      graceDays\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteAccount {\n    deleteAccount {\n      viewer { id ...DeleteCard }\n      errors {\n        ...UserError\n        ... on AppsRemainError {\n          apps { id name }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteAccount {\n    deleteAccount {\n      viewer { id ...DeleteCard }\n      errors {\n        ...UserError\n        ... on AppsRemainError {\n          apps { id name }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DisableTwoFactor {\n    disableTwoFactor { viewer { id ...TwoFactorCard } errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation DisableTwoFactor {\n    disableTwoFactor { viewer { id ...TwoFactorCard } errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SudoUntil {\n    viewer { id sudoUntil }\n  }\n"): (typeof documents)["\n  query SudoUntil {\n    viewer { id sudoUntil }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EmailCard on Viewer {\n    email\n    emailVerifiedAt\n    twoFactor { enabled }\n    emailChange { ...EmailChangeState }\n  }\n"): (typeof documents)["\n  fragment EmailCard on Viewer {\n    email\n    emailVerifiedAt\n    twoFactor { enabled }\n    emailChange { ...EmailChangeState }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EmailChangeState on EmailChange {\n    newEmail\n    newConfirmedAt\n    oldConfirmedAt\n    oldMailboxLost\n    dueAt\n    expiresAt\n  }\n"): (typeof documents)["\n  fragment EmailChangeState on EmailChange {\n    newEmail\n    newConfirmedAt\n    oldConfirmedAt\n    oldMailboxLost\n    dueAt\n    expiresAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelEmailChange {\n    cancelEmailChange { email errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation CancelEmailChange {\n    cancelEmailChange { email errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestEmailChange($input: RequestEmailChangeInput!) {\n    requestEmailChange(input: $input) {\n      viewer { id emailChange { ...EmailChangeState } }\n      errors { ...UserError }\n    }\n  }\n"): (typeof documents)["\n  mutation RequestEmailChange($input: RequestEmailChangeInput!) {\n    requestEmailChange(input: $input) {\n      viewer { id emailChange { ...EmailChangeState } }\n      errors { ...UserError }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeOtherSessions {\n    revokeOtherSessions { revoked errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation RevokeOtherSessions {\n    revokeOtherSessions { revoked errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ExportData {\n    exportData { dataExport { id ...ExportState } errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation ExportData {\n    exportData { dataExport { id ...ExportState } errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ExportState on DataExport {\n    state\n    progress\n    size\n    requestedAt\n    expiresAt\n    url\n  }\n"): (typeof documents)["\n  fragment ExportState on DataExport {\n    state\n    progress\n    size\n    requestedAt\n    expiresAt\n    url\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment GithubCard on Viewer {\n    github { login linkedAt }\n  }\n"): (typeof documents)["\n  fragment GithubCard on Viewer {\n    github { login linkedAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartGithubLink {\n    startGithubLink { url errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation StartGithubLink {\n    startGithubLink { url errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendPasswordLink($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) { errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation SendPasswordLink($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) { errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PasskeyRow on Passkey {\n    id\n    name\n    createdAt\n    lastUsedAt\n    synced\n  }\n"): (typeof documents)["\n  fragment PasskeyRow on Passkey {\n    id\n    name\n    createdAt\n    lastUsedAt\n    synced\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PasskeysCard on Viewer {\n    passkeys { id ...PasskeyRow }\n  }\n"): (typeof documents)["\n  fragment PasskeysCard on Viewer {\n    passkeys { id ...PasskeyRow }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PasswordCard on Viewer {\n    email\n    loginMethods\n    twoFactor { enabled }\n  }\n"): (typeof documents)["\n  fragment PasswordCard on Viewer {\n    email\n    loginMethods\n    twoFactor { enabled }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) { viewer { id } endedSessions errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) { viewer { id } endedSessions errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenewRecoveryCodes {\n    renewRecoveryCodes { recoveryCodes errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation RenewRecoveryCodes {\n    renewRecoveryCodes { recoveryCodes errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemovePasskey($id: ID!) {\n    removePasskey(id: $id) { removedId errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation RemovePasskey($id: ID!) {\n    removePasskey(id: $id) { removedId errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenamePasskey($id: ID!, $input: RenamePasskeyInput!) {\n    renamePasskey(id: $id, input: $input) { passkey { id name } errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation RenamePasskey($id: ID!, $input: RenamePasskeyInput!) {\n    renamePasskey(id: $id, input: $input) { passkey { id name } errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SessionRow on Session {\n    id\n    device\n    address\n    methods\n    createdAt\n    lastSeenAt\n    current\n  }\n"): (typeof documents)["\n  fragment SessionRow on Session {\n    id\n    device\n    address\n    methods\n    createdAt\n    lastSeenAt\n    current\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeSession($id: ID!) {\n    revokeSession(id: $id) { revokedId errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation RevokeSession($id: ID!) {\n    revokeSession(id: $id) { revokedId errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartTotp {\n    startTotp { secret qrSvg errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation StartTotp {\n    startTotp { secret qrSvg errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmTotp($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) { recoveryCodes errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation ConfirmTotp($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) { recoveryCodes errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TwoFactorCard on Viewer {\n    twoFactor {\n      enabled\n      enabledAt\n      recoveryCodesLeft\n      awaitsRecoveryCodes\n    }\n  }\n"): (typeof documents)["\n  fragment TwoFactorCard on Viewer {\n    twoFactor {\n      enabled\n      enabledAt\n      recoveryCodesLeft\n      awaitsRecoveryCodes\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnlinkGithub {\n    unlinkGithub { viewer { id loginMethods ...GithubCard } errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation UnlinkGithub {\n    unlinkGithub { viewer { id loginMethods ...GithubCard } errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartPasskey {\n    startPasskey { ceremony options errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation StartPasskey {\n    startPasskey { ceremony options errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddPasskey($input: AddPasskeyInput!) {\n    addPasskey(input: $input) { passkey { id name } errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation AddPasskey($input: AddPasskeyInput!) {\n    addPasskey(input: $input) { passkey { id name } errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DataExport {\n    viewer {\n      id\n      dataExport { id ...ExportState }\n    }\n  }\n"): (typeof documents)["\n  query DataExport {\n    viewer {\n      id\n      dataExport { id ...ExportState }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResendVerification {\n    resendVerification { errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation ResendVerification {\n    resendVerification { errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Sessions($after: Cursor) {\n    viewer {\n      id\n      sessions(first: 20, after: $after) {\n        edges { cursor node { id ...SessionRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query Sessions($after: Cursor) {\n    viewer {\n      id\n      sessions(first: 20, after: $after) {\n        edges { cursor node { id ...SessionRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateBillingProfile($input: UpdateBillingProfileInput!) {\n    updateBillingProfile(input: $input) {\n      billing { profile { vatNumber vatStatus } }\n      errors { ...UserError }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateBillingProfile($input: UpdateBillingProfileInput!) {\n    updateBillingProfile(input: $input) {\n      billing { profile { vatNumber vatStatus } }\n      errors { ...UserError }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BillingProfile {\n    viewer {\n      id\n      billing {\n        profile {\n          kind\n          legalName\n          addressLine1\n          addressLine2\n          postalCode\n          city\n          state\n          country\n          vatNumber\n          vatStatus\n          invoiceNote\n          recipients\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query BillingProfile {\n    viewer {\n      id\n      billing {\n        profile {\n          kind\n          legalName\n          addressLine1\n          addressLine2\n          postalCode\n          city\n          state\n          country\n          vatNumber\n          vatStatus\n          invoiceNote\n          recipients\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Profile {\n    viewer {\n      id\n      username\n      email\n      fullName\n      location\n      company\n      newsletter\n      language\n      theme\n      timeZone\n      createdAt\n    }\n  }\n"): (typeof documents)["\n  query Profile {\n    viewer {\n      id\n      username\n      email\n      fullName\n      location\n      company\n      newsletter\n      language\n      theme\n      timeZone\n      createdAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      viewer { id username fullName location company newsletter language theme timeZone }\n      errors { ...UserError }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      viewer { id username fullName location company newsletter language theme timeZone }\n      errors { ...UserError }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CheckEmailChangeLink($input: MailedLinkInput!) {\n    checkEmailChangeLink(input: $input) { newEmail stepsLeft errors { message } }\n  }\n"): (typeof documents)["\n  mutation CheckEmailChangeLink($input: MailedLinkInput!) {\n    checkEmailChangeLink(input: $input) { newEmail stepsLeft errors { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation VerifyEmail($input: MailedLinkInput!) {\n      verifyEmail(input: $input) { email errors { ...UserError } }\n    }\n  "): (typeof documents)["\n    mutation VerifyEmail($input: MailedLinkInput!) {\n      verifyEmail(input: $input) { email errors { ...UserError } }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation ConfirmEmailChange($input: MailedLinkInput!) {\n      confirmEmailChange(input: $input) {\n        email: newEmail\n        stepsLeft\n        errors { ...UserError }\n      }\n    }\n  "): (typeof documents)["\n    mutation ConfirmEmailChange($input: MailedLinkInput!) {\n      confirmEmailChange(input: $input) {\n        email: newEmail\n        stepsLeft\n        errors { ...UserError }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation CancelEmailChangeByLink($input: MailedLinkInput!) {\n      cancelEmailChangeByLink(input: $input) { email errors { ...UserError } }\n    }\n  "): (typeof documents)["\n    mutation CancelEmailChangeByLink($input: MailedLinkInput!) {\n      cancelEmailChangeByLink(input: $input) { email errors { ...UserError } }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation RevertEmailChange($input: MailedLinkInput!) {\n      revertEmailChange(input: $input) { email errors { ...UserError } }\n    }\n  "): (typeof documents)["\n    mutation RevertEmailChange($input: MailedLinkInput!) {\n      revertEmailChange(input: $input) { email errors { ...UserError } }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation UnlockSignIn($input: MailedLinkInput!) {\n      unlockSignIn(input: $input) { errors { ...UserError } }\n    }\n  "): (typeof documents)["\n    mutation UnlockSignIn($input: MailedLinkInput!) {\n      unlockSignIn(input: $input) { errors { ...UserError } }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation ConfirmAccountDeletion($input: MailedLinkInput!) {\n      confirmAccountDeletion(input: $input) { dueAt errors { ...UserError } }\n    }\n  "): (typeof documents)["\n    mutation ConfirmAccountDeletion($input: MailedLinkInput!) {\n      confirmAccountDeletion(input: $input) { dueAt errors { ...UserError } }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation CancelAccountDeletion($input: MailedLinkInput!) {\n      cancelAccountDeletion(input: $input) { username errors { ...UserError } }\n    }\n  "): (typeof documents)["\n    mutation CancelAccountDeletion($input: MailedLinkInput!) {\n      cancelAccountDeletion(input: $input) { username errors { ...UserError } }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) { errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) { errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartGithubSignIn($input: StartGithubSignInInput!) {\n    startGithubSignIn(input: $input) { url errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation StartGithubSignIn($input: StartGithubSignInInput!) {\n    startGithubSignIn(input: $input) { url errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Offers {\n    serverInfo { github }\n  }\n"): (typeof documents)["\n  query Offers {\n    serverInfo { github }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignInWithPasskey($input: PasskeyProofInput!) {\n    signInWithPasskey(input: $input) { viewer { id } errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation SignInWithPasskey($input: PasskeyProofInput!) {\n    signInWithPasskey(input: $input) { viewer { id } errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartPasskeySignIn {\n    startPasskeySignIn { ceremony options errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation StartPasskeySignIn {\n    startPasskeySignIn { ceremony options errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) { username errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation ResetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) { username errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation VerifySecondFactor($input: VerifySecondFactorInput!) {\n    verifySecondFactor(input: $input) { viewer { id } errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation VerifySecondFactor($input: VerifySecondFactorInput!) {\n    verifySecondFactor(input: $input) { viewer { id } errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer { id }\n      secondFactor { methods }\n      errors { ...UserError }\n    }\n  }\n"): (typeof documents)["\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer { id }\n      secondFactor { methods }\n      errors { ...UserError }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut {\n    signOut { ended errors { message } }\n  }\n"): (typeof documents)["\n  mutation SignOut {\n    signOut { ended errors { message } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignUp($input: SignUpInput!) {\n    signUp(input: $input) { viewer { id } errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation SignUp($input: SignUpInput!) {\n    signUp(input: $input) { viewer { id } errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeletionGraceDays {\n    serverInfo { deletionGraceDays }\n  }\n"): (typeof documents)["\n  query DeletionGraceDays {\n    serverInfo { deletionGraceDays }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddSshKey($input: AddSshKeyInput!) {\n    addSshKey(input: $input) {\n      sshKey { id name }\n      errors {\n        ...UserError\n        ... on SshKeyTakenError { challenge namespace }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AddSshKey($input: AddSshKeyInput!) {\n    addSshKey(input: $input) {\n      sshKey { id name }\n      errors {\n        ...UserError\n        ... on SshKeyTakenError { challenge namespace }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SshKeyRow on SshKey {\n    id\n    name\n    fingerprint\n    type\n    bits\n    createdAt\n    lastUsedAt\n    lastUsedAddress\n  }\n"): (typeof documents)["\n  fragment SshKeyRow on SshKey {\n    id\n    name\n    fingerprint\n    type\n    bits\n    createdAt\n    lastUsedAt\n    lastUsedAddress\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ProveSshKey($input: ProveSshKeyInput!) {\n    proveSshKey(input: $input) { sshKey { id name } errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation ProveSshKey($input: ProveSshKeyInput!) {\n    proveSshKey(input: $input) { sshKey { id name } errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveSshKey($id: ID!) {\n    removeSshKey(id: $id) { removedId errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation RemoveSshKey($id: ID!) {\n    removeSshKey(id: $id) { removedId errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenameSshKey($id: ID!, $input: RenameSshKeyInput!) {\n    renameSshKey(id: $id, input: $input) { sshKey { id name } errors { ...UserError } }\n  }\n"): (typeof documents)["\n  mutation RenameSshKey($id: ID!, $input: RenameSshKeyInput!) {\n    renameSshKey(id: $id, input: $input) { sshKey { id name } errors { ...UserError } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SshKeys($after: Cursor) {\n    viewer {\n      id\n      sshKeys(first: 20, after: $after) {\n        edges { cursor node { id ...SshKeyRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query SshKeys($after: Cursor) {\n    viewer {\n      id\n      sshKeys(first: 20, after: $after) {\n        edges { cursor node { id ...SshKeyRow } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TimelineApps {\n    viewer {\n      id\n      apps(first: 100) {\n        edges { node { id name } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TimelineApps {\n    viewer {\n      id\n      apps(first: 100) {\n        edges { node { id name } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TimelineHead {\n    viewer { id timelineHead }\n  }\n"): (typeof documents)["\n  query TimelineHead {\n    viewer { id timelineHead }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TimelinePage($after: Cursor, $filter: TimelineFilter) {\n    viewer {\n      id\n      timeline(first: 30, after: $after, filter: $filter) {\n        edges { node { ...TimelineEventFields } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TimelinePage($after: Cursor, $filter: TimelineFilter) {\n    viewer {\n      id\n      timeline(first: 30, after: $after, filter: $filter) {\n        edges { node { ...TimelineEventFields } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription FollowTimeline($after: Cursor) {\n    timeline(after: $after) {\n      __typename\n      ... on TimelineEdge { cursor node { ...TimelineEventFields } }\n      ... on TimelineReset { cursor }\n    }\n  }\n"): (typeof documents)["\n  subscription FollowTimeline($after: Cursor) {\n    timeline(after: $after) {\n      __typename\n      ... on TimelineEdge { cursor node { ...TimelineEventFields } }\n      ... on TimelineReset { cursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UsageCsv($from: DateTime!, $to: DateTime!) {\n    viewer {\n      id\n      billing { usage(from: $from, to: $to, groupBy: RESOURCE) { csvUrl } }\n    }\n  }\n"): (typeof documents)["\n  query UsageCsv($from: DateTime!, $to: DateTime!) {\n    viewer {\n      id\n      billing { usage(from: $from, to: $to, groupBy: RESOURCE) { csvUrl } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Usage($from: DateTime!, $to: DateTime!, $groupBy: UsageGroup!) {\n    viewer {\n      id\n      billing {\n        usage(from: $from, to: $to, groupBy: $groupBy) {\n          total { amount currency }\n          forecast { amount currency }\n          rows {\n            app { id name }\n            kind\n            resource\n            plan\n            unitMinutes\n            amount { amount currency }\n          }\n          days { day amount { amount } }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Usage($from: DateTime!, $to: DateTime!, $groupBy: UsageGroup!) {\n    viewer {\n      id\n      billing {\n        usage(from: $from, to: $to, groupBy: $groupBy) {\n          total { amount currency }\n          forecast { amount currency }\n          rows {\n            app { id name }\n            kind\n            resource\n            plan\n            unitMinutes\n            amount { amount currency }\n          }\n          days { day amount { amount } }\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;