/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** On which condition an app is accepted. */
export type AcceptAppTransferInput = {
  /** What the app may cost a month, in cents: the `monthly` that was shown. If it costs more by now, nothing happens (`WRONG_STATE`). Null: no limit. */
  maxMonthly?: number | null | undefined;
};

/** The kind of actor. */
export type ActorKind =
  /** An account. */
  | 'ACCOUNT'
  /** A person who runs the platform. */
  | 'OPERATOR'
  /** The platform by itself. */
  | 'PLATFORM';

/** A passkey to add. */
export type AddPasskeyInput = {
  /** Which exchange. */
  ceremony: string;
  /** The credential as JSON text: `JSON.stringify(credential.toJSON())`. */
  credential: string;
  /** What to call it, 1 to 100 characters; left out: after the browser. */
  name?: string | null | undefined;
};

/** A key to add. */
export type AddSshKeyInput = {
  /** What to call it, at most 100 characters; empty: the comment at the end of the key's line. */
  name?: string;
  /** One line, as in a `.pub` file. */
  publicKey: string;
};

/** Whether an add-on runs. */
export type AddonStatus =
  /** The platform could not provide it. It costs nothing and can only be removed. */
  | 'FAILED'
  /** It is ordered and does not run yet. */
  | 'PROVISIONING'
  /** It was on hold and is being started again. */
  | 'RESUMING'
  /** It runs, and is paid for. */
  | 'RUNNING'
  /** It is on hold: its data is kept, and it costs nothing. `resumeAddon` starts it again. */
  | 'SUSPENDED';

/** Which apps to list: those that match all that is given. */
export type AppFilter = {
  /** Only apps whose name contains this, in uppercase or lowercase. `%` and `_` have no special meaning. */
  name?: string | null | undefined;
  /** Only apps with one of these statuses; an empty list matches none. */
  status?: Array<AppStatus> | null | undefined;
};

/** A right on an app. */
export type AppRight =
  /** Delete it. */
  | 'DELETE'
  /** Add add-ons, change their plans, resume and remove them. */
  | 'MANAGE_ADDONS'
  /** Invite collaborators, change their roles, remove them. */
  | 'MANAGE_COLLABORATORS'
  /** Create and delete review apps. */
  | 'MANAGE_REVIEW_APPS'
  /** Push to it. */
  | 'PUSH'
  /** See it, its deployments and its timeline. */
  | 'READ'
  /** Give it another name. */
  | 'RENAME'
  /** Run and stop one-off containers. */
  | 'RUN_ONE_OFF'
  /** Scale, restart, and stop its containers. */
  | 'SCALE'
  /** Transfer it to another account. */
  | 'TRANSFER';

/** What an account is to an app. */
export type AppRole =
  /** It reads, pushes, scales, and starts what the owner pays for. */
  | 'COLLABORATOR'
  /** It reads and pushes. */
  | 'LIMITED'
  /** It owns the app: everything. */
  | 'OWNER';

/** Whether an app runs. */
export type AppStatus =
  /** It never had containers. */
  | 'NEW'
  /** At least one container runs. */
  | 'RUNNING'
  /** Containers are ordered, and none runs yet. */
  | 'STARTING'
  /** No containers are ordered. */
  | 'STOPPED';

/** Another plan for an add-on. */
export type ChangeAddonPlanInput = {
  /** The name of a plan of the same product, which is what the name has before its last `-`: `postgresql-m` for a `postgresql-s`. */
  plan: string;
};

/** A collaborator's new role. */
export type ChangeCollaboratorRoleInput = {
  /** What they may do. */
  role: CollaboratorRole;
};

/** The current password and the new one. */
export type ChangePasswordInput = {
  /** The password now. */
  currentPassword: string;
  /** The password from now on: 15 to 1024 characters, 8 if the account has two-factor authentication. */
  newPassword: string;
};

/** What a collaborator may do. */
export type CollaboratorRole =
  /** Read and push. */
  | 'COLLABORATOR'
  /** Read and push. */
  | 'LIMITED';

/** A code of the authenticator app. */
export type ConfirmTotpInput = {
  /** The six digits. */
  code: string;
};

/** Containers of one type to order. */
export type ContainerInput = {
  /** How many: 0 to 10. */
  amount: number;
  /** The size, by its name in the catalog. Left out: the one that the type has, `M` for a new type. */
  size?: string | null | undefined;
  /** The type: 1 to 20 of `a-z 0-9 -`. */
  type: string;
};

/** An API token to create. */
export type CreateApiTokenInput = {
  /** The IDs of the apps to confine it to, 100 at most; empty: all of the account's. */
  appIds?: Array<string | number>;
  /** When it ends: 366 days from now at the latest. Left out: in 90 days. */
  expiresAt?: string | null | undefined;
  /** What to call it, 1 to 100 characters. */
  name: string;
  /** What it may look at and change; at least one. */
  scopes: Array<Scope>;
};

/** An app to make. */
export type CreateAppInput = {
  /** The name: 3 to 48 of `a-z 0-9 -`, a letter first, no dash at the end or twice in a row. */
  name: string;
};

/** A review app to create. */
export type CreateReviewAppInput = {
  /** A branch that was pushed to the app, without `refs/heads/`; each has one review app at most. */
  branch: string;
};

/** A currency, by its ISO 4217 code. */
export type Currency =
  /** The euro. */
  | 'EUR';

/** Who pays. */
export type CustomerKind =
  /** A business, or another organization. */
  | 'BUSINESS'
  /** A private person. */
  | 'PRIVATE';

/** How far an export is. */
export type DataExportState =
  /** It could not be made. Ask again. */
  | 'FAILED'
  /** It waits for its turn. */
  | 'PENDING'
  /** It can be downloaded. */
  | 'READY'
  /** It is being made. */
  | 'RUNNING';

/** The confirmation that an app shall be deleted. */
export type DeleteAppInput = {
  /** The app's name, typed by the user. */
  confirmName: string;
};

/** Something that an email change needs before it takes effect. */
export type EmailChangeStep =
  /** A confirmation by the link sent to the new email. */
  | 'CONFIRM_NEW_EMAIL'
  /** A confirmation by the link sent to the current email. Not needed if that email was never verified. */
  | 'CONFIRM_OLD_EMAIL'
  /** Seven days in which the current email can cancel the change, because its inbox was reported lost. */
  | 'WAIT';

/** The proof that opens sudo mode: exactly one of these. A recovery code is none. */
export type EnterSudoInput = {
  /** The six digits of the authenticator app. */
  code?: string | null | undefined;
  /** The emailed code. */
  mailedCode?: string | null | undefined;
  /** The answer of a passkey. */
  passkey?: PasskeyProofInput | null | undefined;
  /** The account's password. */
  password?: string | null | undefined;
};

/** Who is invited, as what. */
export type InviteCollaboratorInput = {
  /** What they may do. */
  role?: CollaboratorRole;
  /** The username to invite. */
  username: string;
};

/** A language of the interface. */
export type Language =
  /** English. */
  | 'EN'
  /** French. */
  | 'FR';

/** What can be used. */
export type LifespanKind =
  /** Another add-on. */
  | 'ADDON'
  /** Containers of one type. */
  | 'CONTAINER'
  /** A database. */
  | 'DATABASE'
  /** A one-off container. */
  | 'ONE_OFF';

/** A sign-in method. */
export type LoginMethod =
  /** GitHub. */
  | 'GITHUB'
  /** A passkey, which counts as both factors. */
  | 'PASSKEY'
  /** The password. */
  | 'PASSWORD'
  /** A recovery code, after the first step. */
  | 'RECOVERY_CODE'
  /** A code of the authenticator app, after the first step. */
  | 'TOTP';

/** A secret from an emailed link. Each works once. */
export type MailedLinkInput = {
  /** The part of the link after the `#`. */
  token: string;
};

/** Why a one-off container ended. */
export type OneOffEndReason =
  /** Its command exited. */
  | 'EXITED'
  /** The operator of the platform stopped it. */
  | 'OPERATOR'
  /** The owner's invoice was not paid. */
  | 'PAYMENT_FAILURE'
  /** A member of the app stopped it. */
  | 'USER';

/** Whether a one-off container runs. */
export type OneOffStatus =
  /** It has ended, and never runs again. */
  | 'ENDED'
  /** It runs. */
  | 'RUNNING'
  /** It is ordered and does not run yet. */
  | 'STARTING';

/** The proof by a passkey. */
export type PasskeyProofInput = {
  /** Which exchange. */
  ceremony: string;
  /** The credential as JSON text: `JSON.stringify(credential.toJSON())`. */
  credential: string;
};

/** What a plan is for. */
export type PlanKind =
  /** Another add-on. */
  | 'ADDON'
  /** A size of containers and one-off containers. */
  | 'CONTAINER'
  /** A database, which is added to an app. */
  | 'DATABASE';

/** A part of the profile. */
export type ProfileField =
  /** The company. */
  | 'COMPANY'
  /** The full name. */
  | 'FULL_NAME'
  /** The language. */
  | 'LANGUAGE'
  /** The location. */
  | 'LOCATION'
  /** The newsletter. */
  | 'NEWSLETTER'
  /** The theme of the dashboard. */
  | 'THEME'
  /** The time zone. */
  | 'TIME_ZONE'
  /** The username. */
  | 'USERNAME';

/** A key with the proof of holding its private half. */
export type ProveSshKeyInput = {
  /** The text that `startSshKeyProof` gave. */
  challenge: string;
  /** What to call it, at most 100 characters; empty: the comment at the end of the key's line. */
  name?: string;
  /** One line, as in a `.pub` file. */
  publicKey: string;
  /** What ssh-keygen printed, from BEGIN to END (OpenSSH's PROTOCOL.sshsig). */
  signature: string;
};

/** An add-on to order. */
export type ProvisionAddonInput = {
  /** The name, unique in the app: 1 to 30 of `a-z 0-9 -`, a letter first. Left out: made from the plan's name, such as `postgresql`, or `postgresql-2` where that is taken. */
  name?: string | null | undefined;
  /** The name of a plan for databases or other add-ons in the catalog. */
  plan: string;
};

/** The confirmation that an add-on shall be removed. */
export type RemoveAddonInput = {
  /** The add-on's name, typed by the user. */
  confirmName: string;
};

/** An app's new name. */
export type RenameAppInput = {
  /** The name: 3 to 48 of `a-z 0-9 -`, a letter first, no dash at the end or twice in a row. */
  name: string;
};

/** Another name for a passkey. */
export type RenamePasskeyInput = {
  /** The name, 1 to 100 characters. */
  name: string;
};

/** A key's new name. */
export type RenameSshKeyInput = {
  /** The name, 1 to 100 characters. */
  name: string;
};

/** A new email. */
export type RequestEmailChangeInput = {
  /** The new address. */
  email: string;
  /** Whether the old mailbox is lost and cannot confirm. */
  oldMailboxLost?: boolean;
};

/** Whose password shall be reset. */
export type RequestPasswordResetInput = {
  /** The email of the account. */
  email: string;
};

/** The emailed secret and the new password. */
export type ResetPasswordInput = {
  /** The new password: 15 to 1024 characters, 8 if the account has two-factor authentication. */
  password: string;
  /** The part of the link after the `#`. */
  token: string;
};

/** A one-off container to run. */
export type RunOneOffInput = {
  /** The command: one line of 1 to 1000 characters. Spaces around it are removed. */
  command: string;
  /** The size, by its name in the catalog. */
  size?: string;
};

/** Where to move the clock: exactly one of these, ahead of now by 400 days at most. */
export type SandboxAdvanceClockInput = {
  /** By this many seconds. */
  seconds?: number | null | undefined;
  /** To this instant. */
  to?: string | null | undefined;
  /** To this moment. */
  until?: SandboxMoment | null | undefined;
};

/** A moment that is named, not dated. */
export type SandboxMoment =
  /** The first instant of the next month, UTC. */
  | 'MONTH_END'
  /** The next instant at which something is due. */
  | 'NEXT_DUE';

/** Containers to order. */
export type ScaleAppInput = {
  /** The types to change, each once: 1 to 10. An app has at most 10 types that run. */
  containers: Array<ContainerInput>;
};

/** The areas of an account, and whether one may look or change. */
export type Scope =
  /** Look at apps, their collaborators and deployments. */
  | 'APPS_READ'
  /** Create, change and delete apps, and manage their collaborators; scale apps, add add-ons, and run one-off containers, all of which the owner pays for. */
  | 'APPS_WRITE'
  /** Read what the account's apps use and what it costs. Not available to tokens confined to apps. */
  | 'BILLING_READ'
  /** Change what the account is billed as. Not available to tokens confined to apps. */
  | 'BILLING_WRITE'
  /** Look at SSH keys. Not available to tokens confined to apps. */
  | 'KEYS_READ'
  /** Add, rename and remove SSH keys. Not available to tokens confined to apps. */
  | 'KEYS_WRITE'
  /** Look at the profile. */
  | 'PROFILE_READ'
  /** Change the profile. Not available to tokens confined to apps. */
  | 'PROFILE_WRITE'
  /** Move the clock of a sandbox. Not available to tokens confined to apps. */
  | 'SANDBOX'
  /** Read and follow timelines. */
  | 'TIMELINE_READ'
  /** Look at API tokens. Not available to tokens confined to apps. */
  | 'TOKENS_READ'
  /** Revoke API tokens. Not available to tokens confined to apps. */
  | 'TOKENS_WRITE';

/** A two-factor method. */
export type SecondFactorMethod =
  /** A passkey: by `signInWithPasskey`, which counts as both factors. */
  | 'PASSKEY'
  /** One of the recovery codes, each of which works once. */
  | 'RECOVERY_CODE'
  /** A code of the authenticator app. */
  | 'TOTP';

/** Who wants to sign in, and the proof. */
export type SignInInput = {
  /** The username or the email. */
  login: string;
  /** The password. */
  password: string;
};

/** The account to create. */
export type SignUpInput = {
  /** The email, case-insensitive. */
  email: string;
  /** The password: 15 to 1024 characters, and not one that is easy to guess. */
  password: string;
  /** The time zone, as in `updateProfile`. Left out or unknown: `UTC`. */
  timeZone?: string | null | undefined;
  /** The username: 3 to 39 of `a-z 0-9 -`, no dash at an end or twice in a row. */
  username: string;
};

/** Where to come back to after GitHub. */
export type StartGithubSignInInput = {
  /** The name of the page, as the dashboard's routes call it: `apps`, `timeline`, …; left out or unknown: `apps`. */
  page?: string | null | undefined;
  /** The time zone of an account that is created, as in `signUp`. */
  timeZone?: string | null | undefined;
};

/** A way to confirm the owner's identity. */
export type SudoMethod =
  /** A round trip to GitHub, begun by `startGithubSudo`; for an account that has none of the above. */
  | 'GITHUB'
  /** A code that `sendSudoCode` emails; for an account that has none of the above. */
  | 'MAILED_CODE'
  /** A passkey, begun by `startPasskeySudo`. */
  | 'PASSKEY'
  /** The password. */
  | 'PASSWORD'
  /** A code of the authenticator app. */
  | 'TOTP';

/** A look of the dashboard. */
export type Theme =
  /** Light on dark. */
  | 'DARK'
  /** Dark on light. */
  | 'LIGHT'
  /** As the device is set. */
  | 'SYSTEM';

/** The types of event. */
export type TimelineEventType =
  /** The account was created. */
  | 'ACCOUNT_CREATED'
  /** The account was deleted and its personal data removed. */
  | 'ACCOUNT_DELETED'
  /** The deletion of the account was canceled. */
  | 'ACCOUNT_DELETION_CANCELLED'
  /** Deletion was confirmed: the personal data goes at the end of a period of grace. */
  | 'ACCOUNT_DELETION_REQUESTED'
  /** The platform could not provide an add-on. */
  | 'ADDON_FAILED'
  /** Another plan was ordered for an add-on. */
  | 'ADDON_PLAN_CHANGED'
  /** An add-on that was ordered runs. */
  | 'ADDON_PROVISIONED'
  /** An add-on was removed. */
  | 'ADDON_REMOVED'
  /** An add-on was ordered. */
  | 'ADDON_REQUESTED'
  /** An add-on that was suspended runs again. */
  | 'ADDON_RESUMED'
  /** An add-on was suspended. */
  | 'ADDON_SUSPENDED'
  /** An API token was created. */
  | 'API_TOKEN_CREATED'
  /** An API token got a new secret. */
  | 'API_TOKEN_RENEWED'
  /** An API token was revoked, by its owner or by anyone who found it. */
  | 'API_TOKEN_REVOKED'
  /** An app was created. */
  | 'APP_CREATED'
  /** An app was deleted with its repository. */
  | 'APP_DELETED'
  /** A `git push` moved a branch of an app. */
  | 'APP_DEPLOYED'
  /** An app was renamed. */
  | 'APP_RENAMED'
  /** The containers of an app were restarted. */
  | 'APP_RESTARTED'
  /** Amounts or sizes of an app's containers were changed. */
  | 'APP_SCALED'
  /** All containers of an app were stopped. */
  | 'APP_STOPPED'
  /** An app was transferred to another account. */
  | 'APP_TRANSFERRED'
  /** The offer of an app was canceled or declined, or has expired. */
  | 'APP_TRANSFER_CANCELLED'
  /** An app was offered to another account. */
  | 'APP_TRANSFER_REQUESTED'
  /** The billing details were changed. */
  | 'BILLING_PROFILE_UPDATED'
  /** A user accepted the invitation to an app. */
  | 'COLLABORATOR_ACCEPTED'
  /** A user was invited to an app; `account` is who. */
  | 'COLLABORATOR_INVITED'
  /** A collaborator was removed, left, or declined; an invitation was canceled. `account` is who. */
  | 'COLLABORATOR_REMOVED'
  /** A collaborator may do other things than before; `account` is who. */
  | 'COLLABORATOR_ROLE_CHANGED'
  /** An export of the account's data can be downloaded. */
  | 'DATA_EXPORT_READY'
  /** An export of the account's data was requested. */
  | 'DATA_EXPORT_REQUESTED'
  /** The email was changed, or changed back. */
  | 'EMAIL_CHANGED'
  /** A change of email was requested. */
  | 'EMAIL_CHANGE_REQUESTED'
  /** The email was verified. */
  | 'EMAIL_VERIFIED'
  /** A GitHub account was linked. */
  | 'GITHUB_LINKED'
  /** The GitHub account was unlinked. */
  | 'GITHUB_UNLINKED'
  /** A `git push` was refused. */
  | 'GIT_PUSH_DENIED'
  /** A sign-in failed. */
  | 'LOGIN_FAILED'
  /** Sign-in was locked after too many wrong passwords or two-factor codes, until an emailed link is used. */
  | 'LOGIN_LOCKED'
  /** A sign-in to the account. */
  | 'LOGIN_SUCCEEDED'
  /** Sign-in was unlocked. */
  | 'LOGIN_UNLOCKED'
  /** A one-off container ended. */
  | 'ONE_OFF_ENDED'
  /** A one-off container was ordered. */
  | 'ONE_OFF_STARTED'
  /** A passkey was added. */
  | 'PASSKEY_ADDED'
  /** A passkey was removed. */
  | 'PASSKEY_REMOVED'
  /** The password was changed. */
  | 'PASSWORD_CHANGED'
  /** The password was reset by an emailed link. */
  | 'PASSWORD_RESET'
  /** A password reset was requested. */
  | 'PASSWORD_RESET_REQUESTED'
  /** The profile was changed. */
  | 'PROFILE_UPDATED'
  /** New recovery codes were generated. */
  | 'RECOVERY_CODES_RENEWED'
  /** A recovery code was used instead of the authenticator app. */
  | 'RECOVERY_CODE_USED'
  /** A review app was created. */
  | 'REVIEW_APP_CREATED'
  /** A review app was deleted. */
  | 'REVIEW_APP_DELETED'
  /** Sessions were ended from elsewhere. */
  | 'SESSION_REVOKED'
  /** An SSH key was added. */
  | 'SSH_KEY_ADDED'
  /** An SSH key was removed. */
  | 'SSH_KEY_REMOVED'
  /** An SSH key was renamed. */
  | 'SSH_KEY_RENAMED'
  /** Sudo mode was opened. */
  | 'SUDO_GRANTED'
  /** Two-factor authentication was turned off. */
  | 'TWO_FACTOR_DISABLED'
  /** Two-factor authentication was turned on. */
  | 'TWO_FACTOR_ENABLED';

/** Which events of a timeline; what is left out does not matter. */
export type TimelineFilter = {
  /** Events on this app, by its ID, even if it was deleted. */
  app?: string | number | null | undefined;
  /** Events at or after this instant. */
  from?: string | null | undefined;
  /** Events before this instant. */
  to?: string | null | undefined;
  /** Events of any of these types, 100 at most; an empty list matches nothing. */
  types?: Array<TimelineEventType> | null | undefined;
};

/** To whom an app is offered. */
export type TransferAppInput = {
  /** The username of a collaborator who has accepted. */
  to: string;
};

/** Which billing details to change. */
export type UpdateBillingProfileInput = {
  /** The first line of the address, 1 to 100 characters. */
  addressLine1?: string | null | undefined;
  /** The second line of the address, at most 100 characters. */
  addressLine2?: string | null | undefined;
  /** The city, 1 to 100 characters. */
  city?: string | null | undefined;
  /** The country, as in ISO 3166-1 alpha-2. Others are `COUNTRY_NOT_SUPPORTED`. */
  country?: string | null | undefined;
  /** What to print on each invoice, one line of at most 300 characters. */
  invoiceNote?: string | null | undefined;
  /** Whether the account pays as a private person or as a business. */
  kind?: CustomerKind | null | undefined;
  /** The full name of the person, or the registered name of the business: 1 to 100 characters. */
  legalName?: string | null | undefined;
  /** The postal code, at most 20 characters. */
  postalCode?: string | null | undefined;
  /** All email addresses that get invoices, in addition to the account's own: at most 5, each once. */
  recipients?: Array<string> | null | undefined;
  /** The state, province, or region, at most 100 characters. */
  state?: string | null | undefined;
  /** The VAT number, with or without its prefix and separators; empty: none. One whose check digits are wrong is `VAT_NUMBER_INVALID`. */
  vatNumber?: string | null | undefined;
};

/** What to change in the profile; a field that is left out, or null, stays as it is. */
export type UpdateProfileInput = {
  /** The company, at most 100 characters. */
  company?: string | null | undefined;
  /** The full name, at most 100 characters. */
  fullName?: string | null | undefined;
  /** The language of the interface. */
  language?: Language | null | undefined;
  /** The place, at most 100 characters. */
  location?: string | null | undefined;
  /** Whether to send the newsletter. */
  newsletter?: boolean | null | undefined;
  /** The theme of the dashboard. */
  theme?: Theme | null | undefined;
  /** A name of the IANA time zone database. */
  timeZone?: string | null | undefined;
  /** The new username: 3 to 39 of `a-z 0-9 -`, no dash at an end or twice in a row. */
  username?: string | null | undefined;
};

/** What each row of usage is about. */
export type UsageGroup =
  /** An app. */
  | 'APP'
  /** A line of an invoice: a container type, an add-on, or all one-off containers of a size, at one price. */
  | 'RESOURCE';

/** Every way in which an input can be wrong. The list is closed: a new value comes with a note in the changelog. */
export type UserErrorCode =
  /** The account is being deleted. The link in the email cancels the deletion. */
  | 'ACCOUNT_CLOSING'
  /** The account is suspended: it can read, but not make changes. */
  | 'ACCOUNT_SUSPENDED'
  /** This user is a collaborator already, is invited already, or is the owner. */
  | 'ALREADY_MEMBER'
  /** It is on, done or verified already. */
  | 'ALREADY_ON'
  /** The account owns apps. They must be deleted first. */
  | 'APPS_REMAIN'
  /** The owner of the app has to set up billing first. */
  | 'BILLING_REQUIRED'
  /** No country has this code. */
  | 'COUNTRY_NOT_SUPPORTED'
  /** The account's email is not verified: it can't invite others. */
  | 'EMAIL_NOT_VERIFIED'
  /** It is among what is guessed first: common, or made of the user's name or address, or of the product's name. */
  | 'GUESSABLE'
  /** Something else was reported with this key. */
  | 'IDEMPOTENCY_CONFLICT'
  /** It is the last way to sign in, so it can't be removed. */
  | 'LAST_LOGIN_METHOD'
  /** The limit is reached. */
  | 'LIMIT_REACHED'
  /** The emailed link was used, was replaced by a newer one, or its time is over. */
  | 'LINK_INVALID'
  /** It has the wrong format. */
  | 'MALFORMED'
  /** What was typed to confirm is not the name of what would be lost. */
  | 'NAME_MISMATCH'
  /** The account isn't a collaborator of the app who has accepted. */
  | 'NOT_A_COLLABORATOR'
  /** The scope reaches beyond any app, so a token confined to apps can't have it. */
  | 'NOT_CONFINABLE'
  /** Nothing of this type has this id. */
  | 'NOT_FOUND'
  /** It is not on, so there is nothing to turn off or to renew. */
  | 'NOT_ON'
  /** The account has no password that could be given: set one by the forgotten-password flow. */
  | 'NO_CURRENT_PASSWORD'
  /** No branch of this name was pushed to the app. */
  | 'NO_SUCH_BRANCH'
  /** No plan has this name, or it is no longer sold. */
  | 'NO_SUCH_PLAN'
  /** No user has this name. */
  | 'NO_SUCH_USER'
  /** It is outside of what is possible. */
  | 'OUT_OF_RANGE'
  /** The passkey's answer is not what was asked for, or came too late. */
  | 'PASSKEY_REFUSED'
  /** Nothing was given where something is needed. */
  | 'REQUIRED'
  /** It is a name that the platform keeps for itself. */
  | 'RESERVED'
  /** This requires two-factor authentication. */
  | 'SECOND_FACTOR_NEEDED'
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
  /** This type of key, such as DSA, is not accepted. */
  | 'SSH_KEY_UNSUPPORTED'
  /** It is already taken. */
  | 'TAKEN'
  /** It has more characters than allowed. */
  | 'TOO_LONG'
  /** It was too long ago. */
  | 'TOO_OLD'
  /** It is too short. */
  | 'TOO_SHORT'
  /** It is the same as before. */
  | 'UNCHANGED'
  /** This can't be a VAT number of a business in this country. */
  | 'VAT_NUMBER_INVALID'
  /** The code is wrong, or was used already. */
  | 'WRONG_CODE'
  /** The username, email or password is wrong; which one is not said. */
  | 'WRONG_CREDENTIALS'
  /** It can't be done in the state that things are in. */
  | 'WRONG_STATE';

/**
 * What is known about a VAT number. VIES, the service of the European Commission, is asked
 * within moments when a number is entered, and again every 90 days.
 */
export type VatStatus =
  /** VIES says that the number is valid. While VIES is unavailable, its last answer counts. */
  | 'CONFIRMED'
  /** There is no VAT number. */
  | 'NONE'
  /** VIES says that the number is not valid. It is asked again once another one is entered. */
  | 'REFUSED'
  /** VIES has not answered yet. It is asked again until it does. */
  | 'UNCHECKED';

/** The two-factor code: exactly one of the two. */
export type VerifySecondFactorInput = {
  /** The six digits of the authenticator app. */
  code?: string | null | undefined;
  /** A recovery code; dashes, spaces and upper case do not matter. */
  recoveryCode?: string | null | undefined;
};

export type HeadQueryVariables = Exact<{ [key: string]: never; }>;


export type HeadQuery = { viewer: { id: string, timelineHead: string } | null };

export type SandboxClockQueryVariables = Exact<{ [key: string]: never; }>;


export type SandboxClockQuery = { sandbox: { now: string, offsetSeconds: number, nextDueAt: string | null } | null };

export type SandboxAdvanceClockMutationVariables = Exact<{
  input: SandboxAdvanceClockInput;
}>;


export type SandboxAdvanceClockMutation = { sandboxAdvanceClock: { sandbox: { now: string, offsetSeconds: number, nextDueAt: string | null } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type ChangesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ChangesSubscription = { timeline:
    | { cursor: string, node:
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
        | { id: string, type: TimelineEventType }
       }
    | { cursor: string }
   };

type TimelineEventFields_AccountCreatedEvent_Fragment = { __typename: 'AccountCreatedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_AccountCreatedEvent_Fragment' };

type TimelineEventFields_AccountDeletedEvent_Fragment = { __typename: 'AccountDeletedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_AccountDeletedEvent_Fragment' };

type TimelineEventFields_AccountDeletionCancelledEvent_Fragment = { __typename: 'AccountDeletionCancelledEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_AccountDeletionCancelledEvent_Fragment' };

type TimelineEventFields_AccountDeletionRequestedEvent_Fragment = { __typename: 'AccountDeletionRequestedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_AccountDeletionRequestedEvent_Fragment' };

type TimelineEventFields_AddonFailedEvent_Fragment = { __typename: 'AddonFailedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_AddonFailedEvent_Fragment' };

type TimelineEventFields_AddonPlanChangedEvent_Fragment = { __typename: 'AddonPlanChangedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_AddonPlanChangedEvent_Fragment' };

type TimelineEventFields_AddonProvisionedEvent_Fragment = { __typename: 'AddonProvisionedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_AddonProvisionedEvent_Fragment' };

type TimelineEventFields_AddonRemovedEvent_Fragment = { __typename: 'AddonRemovedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_AddonRemovedEvent_Fragment' };

type TimelineEventFields_AddonRequestedEvent_Fragment = { __typename: 'AddonRequestedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_AddonRequestedEvent_Fragment' };

type TimelineEventFields_AddonResumedEvent_Fragment = { __typename: 'AddonResumedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_AddonResumedEvent_Fragment' };

type TimelineEventFields_AddonSuspendedEvent_Fragment = { __typename: 'AddonSuspendedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_AddonSuspendedEvent_Fragment' };

type TimelineEventFields_ApiTokenCreatedEvent_Fragment = { __typename: 'ApiTokenCreatedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_ApiTokenCreatedEvent_Fragment' };

type TimelineEventFields_ApiTokenRenewedEvent_Fragment = { __typename: 'ApiTokenRenewedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_ApiTokenRenewedEvent_Fragment' };

type TimelineEventFields_ApiTokenRevokedEvent_Fragment = { __typename: 'ApiTokenRevokedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_ApiTokenRevokedEvent_Fragment' };

type TimelineEventFields_AppCreatedEvent_Fragment = { __typename: 'AppCreatedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_AppCreatedEvent_Fragment' };

type TimelineEventFields_AppDeletedEvent_Fragment = { __typename: 'AppDeletedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_AppDeletedEvent_Fragment' };

type TimelineEventFields_AppDeployedEvent_Fragment = { __typename: 'AppDeployedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, deployment: { id: string, commit: string, subject: string, ref: string, keyFingerprint: string }, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_AppDeployedEvent_Fragment' };

type TimelineEventFields_AppRenamedEvent_Fragment = { __typename: 'AppRenamedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_AppRenamedEvent_Fragment' };

type TimelineEventFields_AppRestartedEvent_Fragment = { __typename: 'AppRestartedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_AppRestartedEvent_Fragment' };

type TimelineEventFields_AppScaledEvent_Fragment = { __typename: 'AppScaledEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_AppScaledEvent_Fragment' };

type TimelineEventFields_AppStoppedEvent_Fragment = { __typename: 'AppStoppedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_AppStoppedEvent_Fragment' };

type TimelineEventFields_AppTransferCancelledEvent_Fragment = { __typename: 'AppTransferCancelledEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_AppTransferCancelledEvent_Fragment' };

type TimelineEventFields_AppTransferRequestedEvent_Fragment = { __typename: 'AppTransferRequestedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_AppTransferRequestedEvent_Fragment' };

type TimelineEventFields_AppTransferredEvent_Fragment = { __typename: 'AppTransferredEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_AppTransferredEvent_Fragment' };

type TimelineEventFields_BillingProfileUpdatedEvent_Fragment = { __typename: 'BillingProfileUpdatedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_BillingProfileUpdatedEvent_Fragment' };

type TimelineEventFields_CollaboratorAcceptedEvent_Fragment = { __typename: 'CollaboratorAcceptedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_CollaboratorAcceptedEvent_Fragment' };

type TimelineEventFields_CollaboratorInvitedEvent_Fragment = { __typename: 'CollaboratorInvitedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_CollaboratorInvitedEvent_Fragment' };

type TimelineEventFields_CollaboratorRemovedEvent_Fragment = { __typename: 'CollaboratorRemovedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_CollaboratorRemovedEvent_Fragment' };

type TimelineEventFields_CollaboratorRoleChangedEvent_Fragment = { __typename: 'CollaboratorRoleChangedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_CollaboratorRoleChangedEvent_Fragment' };

type TimelineEventFields_DataExportReadyEvent_Fragment = { __typename: 'DataExportReadyEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_DataExportReadyEvent_Fragment' };

type TimelineEventFields_DataExportRequestedEvent_Fragment = { __typename: 'DataExportRequestedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_DataExportRequestedEvent_Fragment' };

type TimelineEventFields_EmailChangeRequestedEvent_Fragment = { __typename: 'EmailChangeRequestedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_EmailChangeRequestedEvent_Fragment' };

type TimelineEventFields_EmailChangedEvent_Fragment = { __typename: 'EmailChangedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_EmailChangedEvent_Fragment' };

type TimelineEventFields_EmailVerifiedEvent_Fragment = { __typename: 'EmailVerifiedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_EmailVerifiedEvent_Fragment' };

type TimelineEventFields_GitPushDeniedEvent_Fragment = { __typename: 'GitPushDeniedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_GitPushDeniedEvent_Fragment' };

type TimelineEventFields_GithubLinkedEvent_Fragment = { __typename: 'GithubLinkedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_GithubLinkedEvent_Fragment' };

type TimelineEventFields_GithubUnlinkedEvent_Fragment = { __typename: 'GithubUnlinkedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_GithubUnlinkedEvent_Fragment' };

type TimelineEventFields_LoginFailedEvent_Fragment = { __typename: 'LoginFailedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_LoginFailedEvent_Fragment' };

type TimelineEventFields_LoginLockedEvent_Fragment = { __typename: 'LoginLockedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_LoginLockedEvent_Fragment' };

type TimelineEventFields_LoginSucceededEvent_Fragment = { __typename: 'LoginSucceededEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_LoginSucceededEvent_Fragment' };

type TimelineEventFields_LoginUnlockedEvent_Fragment = { __typename: 'LoginUnlockedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_LoginUnlockedEvent_Fragment' };

type TimelineEventFields_OneOffEndedEvent_Fragment = { __typename: 'OneOffEndedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_OneOffEndedEvent_Fragment' };

type TimelineEventFields_OneOffStartedEvent_Fragment = { __typename: 'OneOffStartedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_OneOffStartedEvent_Fragment' };

type TimelineEventFields_PasskeyAddedEvent_Fragment = { __typename: 'PasskeyAddedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_PasskeyAddedEvent_Fragment' };

type TimelineEventFields_PasskeyRemovedEvent_Fragment = { __typename: 'PasskeyRemovedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_PasskeyRemovedEvent_Fragment' };

type TimelineEventFields_PasswordChangedEvent_Fragment = { __typename: 'PasswordChangedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_PasswordChangedEvent_Fragment' };

type TimelineEventFields_PasswordResetEvent_Fragment = { __typename: 'PasswordResetEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_PasswordResetEvent_Fragment' };

type TimelineEventFields_PasswordResetRequestedEvent_Fragment = { __typename: 'PasswordResetRequestedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_PasswordResetRequestedEvent_Fragment' };

type TimelineEventFields_ProfileUpdatedEvent_Fragment = { __typename: 'ProfileUpdatedEvent', fields: Array<ProfileField>, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_ProfileUpdatedEvent_Fragment' };

type TimelineEventFields_RecoveryCodeUsedEvent_Fragment = { __typename: 'RecoveryCodeUsedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_RecoveryCodeUsedEvent_Fragment' };

type TimelineEventFields_RecoveryCodesRenewedEvent_Fragment = { __typename: 'RecoveryCodesRenewedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_RecoveryCodesRenewedEvent_Fragment' };

type TimelineEventFields_ReviewAppCreatedEvent_Fragment = { __typename: 'ReviewAppCreatedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_ReviewAppCreatedEvent_Fragment' };

type TimelineEventFields_ReviewAppDeletedEvent_Fragment = { __typename: 'ReviewAppDeletedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_ReviewAppDeletedEvent_Fragment' };

type TimelineEventFields_SessionRevokedEvent_Fragment = { __typename: 'SessionRevokedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_SessionRevokedEvent_Fragment' };

type TimelineEventFields_SshKeyAddedEvent_Fragment = { __typename: 'SshKeyAddedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_SshKeyAddedEvent_Fragment' };

type TimelineEventFields_SshKeyRemovedEvent_Fragment = { __typename: 'SshKeyRemovedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_SshKeyRemovedEvent_Fragment' };

type TimelineEventFields_SshKeyRenamedEvent_Fragment = { __typename: 'SshKeyRenamedEvent', id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_SshKeyRenamedEvent_Fragment' };

type TimelineEventFields_SudoGrantedEvent_Fragment = { __typename: 'SudoGrantedEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_SudoGrantedEvent_Fragment' };

type TimelineEventFields_TwoFactorDisabledEvent_Fragment = { __typename: 'TwoFactorDisabledEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_TwoFactorDisabledEvent_Fragment' };

type TimelineEventFields_TwoFactorEnabledEvent_Fragment = { __typename: 'TwoFactorEnabledEvent', address: string, device: string, id: string, occurredAt: string, type: TimelineEventType, summary: string, actor: { kind: ActorKind, account: { id: string, username: string } | null }, account: { id: string }, app: { id: string, name: string } | null } & { ' $fragmentName'?: 'TimelineEventFields_TwoFactorEnabledEvent_Fragment' };

export type TimelineEventFieldsFragment =
  | TimelineEventFields_AccountCreatedEvent_Fragment
  | TimelineEventFields_AccountDeletedEvent_Fragment
  | TimelineEventFields_AccountDeletionCancelledEvent_Fragment
  | TimelineEventFields_AccountDeletionRequestedEvent_Fragment
  | TimelineEventFields_AddonFailedEvent_Fragment
  | TimelineEventFields_AddonPlanChangedEvent_Fragment
  | TimelineEventFields_AddonProvisionedEvent_Fragment
  | TimelineEventFields_AddonRemovedEvent_Fragment
  | TimelineEventFields_AddonRequestedEvent_Fragment
  | TimelineEventFields_AddonResumedEvent_Fragment
  | TimelineEventFields_AddonSuspendedEvent_Fragment
  | TimelineEventFields_ApiTokenCreatedEvent_Fragment
  | TimelineEventFields_ApiTokenRenewedEvent_Fragment
  | TimelineEventFields_ApiTokenRevokedEvent_Fragment
  | TimelineEventFields_AppCreatedEvent_Fragment
  | TimelineEventFields_AppDeletedEvent_Fragment
  | TimelineEventFields_AppDeployedEvent_Fragment
  | TimelineEventFields_AppRenamedEvent_Fragment
  | TimelineEventFields_AppRestartedEvent_Fragment
  | TimelineEventFields_AppScaledEvent_Fragment
  | TimelineEventFields_AppStoppedEvent_Fragment
  | TimelineEventFields_AppTransferCancelledEvent_Fragment
  | TimelineEventFields_AppTransferRequestedEvent_Fragment
  | TimelineEventFields_AppTransferredEvent_Fragment
  | TimelineEventFields_BillingProfileUpdatedEvent_Fragment
  | TimelineEventFields_CollaboratorAcceptedEvent_Fragment
  | TimelineEventFields_CollaboratorInvitedEvent_Fragment
  | TimelineEventFields_CollaboratorRemovedEvent_Fragment
  | TimelineEventFields_CollaboratorRoleChangedEvent_Fragment
  | TimelineEventFields_DataExportReadyEvent_Fragment
  | TimelineEventFields_DataExportRequestedEvent_Fragment
  | TimelineEventFields_EmailChangeRequestedEvent_Fragment
  | TimelineEventFields_EmailChangedEvent_Fragment
  | TimelineEventFields_EmailVerifiedEvent_Fragment
  | TimelineEventFields_GitPushDeniedEvent_Fragment
  | TimelineEventFields_GithubLinkedEvent_Fragment
  | TimelineEventFields_GithubUnlinkedEvent_Fragment
  | TimelineEventFields_LoginFailedEvent_Fragment
  | TimelineEventFields_LoginLockedEvent_Fragment
  | TimelineEventFields_LoginSucceededEvent_Fragment
  | TimelineEventFields_LoginUnlockedEvent_Fragment
  | TimelineEventFields_OneOffEndedEvent_Fragment
  | TimelineEventFields_OneOffStartedEvent_Fragment
  | TimelineEventFields_PasskeyAddedEvent_Fragment
  | TimelineEventFields_PasskeyRemovedEvent_Fragment
  | TimelineEventFields_PasswordChangedEvent_Fragment
  | TimelineEventFields_PasswordResetEvent_Fragment
  | TimelineEventFields_PasswordResetRequestedEvent_Fragment
  | TimelineEventFields_ProfileUpdatedEvent_Fragment
  | TimelineEventFields_RecoveryCodeUsedEvent_Fragment
  | TimelineEventFields_RecoveryCodesRenewedEvent_Fragment
  | TimelineEventFields_ReviewAppCreatedEvent_Fragment
  | TimelineEventFields_ReviewAppDeletedEvent_Fragment
  | TimelineEventFields_SessionRevokedEvent_Fragment
  | TimelineEventFields_SshKeyAddedEvent_Fragment
  | TimelineEventFields_SshKeyRemovedEvent_Fragment
  | TimelineEventFields_SshKeyRenamedEvent_Fragment
  | TimelineEventFields_SudoGrantedEvent_Fragment
  | TimelineEventFields_TwoFactorDisabledEvent_Fragment
  | TimelineEventFields_TwoFactorEnabledEvent_Fragment
;

type UserError_AppsRemainError_Fragment = { message: string, code: UserErrorCode, path: Array<string> } & { ' $fragmentName'?: 'UserError_AppsRemainError_Fragment' };

type UserError_InputError_Fragment = { message: string, code: UserErrorCode, path: Array<string> } & { ' $fragmentName'?: 'UserError_InputError_Fragment' };

type UserError_SshKeyTakenError_Fragment = { message: string, code: UserErrorCode, path: Array<string> } & { ' $fragmentName'?: 'UserError_SshKeyTakenError_Fragment' };

export type UserErrorFragment =
  | UserError_AppsRemainError_Fragment
  | UserError_InputError_Fragment
  | UserError_SshKeyTakenError_Fragment
;

export type SandboxQueryVariables = Exact<{ [key: string]: never; }>;


export type SandboxQuery = { serverInfo: { sandbox: boolean, simulated: boolean } };

export type SudoMethodsQueryVariables = Exact<{ [key: string]: never; }>;


export type SudoMethodsQuery = { viewer: { id: string, sudoMethods: Array<SudoMethod> } | null };

export type SendSudoCodeMutationVariables = Exact<{ [key: string]: never; }>;


export type SendSudoCodeMutation = { sendSudoCode: { errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type EnterSudoMutationVariables = Exact<{
  input: EnterSudoInput;
}>;


export type EnterSudoMutation = { enterSudo: { viewer: { id: string } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type StartGithubSudoMutationVariables = Exact<{ [key: string]: never; }>;


export type StartGithubSudoMutation = { startGithubSudo: { url: string | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type StartPasskeySudoMutationVariables = Exact<{ [key: string]: never; }>;


export type StartPasskeySudoMutation = { startPasskeySudo: { ceremony: string | null, options: string | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, username: string, fullName: string, email: string, emailVerifiedAt: string | null, language: Language, theme: Theme, timeZone: string } | null, serverInfo: { sandbox: boolean, simulated: boolean, clockOffsetSeconds: number } };

export type ApiTokenAppsQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiTokenAppsQuery = { viewer: { id: string, apps: { edges: Array<{ node: { id: string, name: string } }> } } | null };

export type CreateApiTokenMutationVariables = Exact<{
  input: CreateApiTokenInput;
}>;


export type CreateApiTokenMutation = { createApiToken: { secret: string | null, apiToken: { id: string, name: string, scopes: Array<Scope> } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type RenewApiTokenMutationVariables = Exact<{
  id: string | number;
}>;


export type RenewApiTokenMutation = { renewApiToken: { secret: string | null, apiToken: { id: string, name: string, scopes: Array<Scope>, lastFour: string, expiresAt: string } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type RevokeApiTokenMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeApiTokenMutation = { revokeApiToken: { revokedId: string | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type ApiTokenRowFragment = { id: string, name: string, lastFour: string, scopes: Array<Scope>, createdAt: string, expiresAt: string, lastUsedAt: string | null, lastUsedAddress: string | null, apps: Array<{ id: string, name: string }> } & { ' $fragmentName'?: 'ApiTokenRowFragment' };

export type ApiTokensQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ApiTokensQuery = { viewer: { id: string, apiTokens: { totalCount: number, edges: Array<{ cursor: string, node: (
          { id: string }
          & { ' $fragmentRefs'?: { 'ApiTokenRowFragment': ApiTokenRowFragment } }
        ) }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type AppTimelineQueryVariables = Exact<{
  app: string | number;
  after?: string | null | undefined;
}>;


export type AppTimelineQuery = { node:
    | { __typename: 'Addon', id: string }
    | { __typename: 'ApiToken', id: string }
    | { __typename: 'App', id: string, timeline: { edges: Array<{ node:
            | { ' $fragmentRefs'?: { 'TimelineEventFields_AccountCreatedEvent_Fragment': TimelineEventFields_AccountCreatedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_AccountDeletedEvent_Fragment': TimelineEventFields_AccountDeletedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_AccountDeletionCancelledEvent_Fragment': TimelineEventFields_AccountDeletionCancelledEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_AccountDeletionRequestedEvent_Fragment': TimelineEventFields_AccountDeletionRequestedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonFailedEvent_Fragment': TimelineEventFields_AddonFailedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonPlanChangedEvent_Fragment': TimelineEventFields_AddonPlanChangedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonProvisionedEvent_Fragment': TimelineEventFields_AddonProvisionedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonRemovedEvent_Fragment': TimelineEventFields_AddonRemovedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonRequestedEvent_Fragment': TimelineEventFields_AddonRequestedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonResumedEvent_Fragment': TimelineEventFields_AddonResumedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonSuspendedEvent_Fragment': TimelineEventFields_AddonSuspendedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_ApiTokenCreatedEvent_Fragment': TimelineEventFields_ApiTokenCreatedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_ApiTokenRenewedEvent_Fragment': TimelineEventFields_ApiTokenRenewedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_ApiTokenRevokedEvent_Fragment': TimelineEventFields_ApiTokenRevokedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_AppCreatedEvent_Fragment': TimelineEventFields_AppCreatedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_AppDeletedEvent_Fragment': TimelineEventFields_AppDeletedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_AppDeployedEvent_Fragment': TimelineEventFields_AppDeployedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_AppRenamedEvent_Fragment': TimelineEventFields_AppRenamedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_AppRestartedEvent_Fragment': TimelineEventFields_AppRestartedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_AppScaledEvent_Fragment': TimelineEventFields_AppScaledEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_AppStoppedEvent_Fragment': TimelineEventFields_AppStoppedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_AppTransferCancelledEvent_Fragment': TimelineEventFields_AppTransferCancelledEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_AppTransferRequestedEvent_Fragment': TimelineEventFields_AppTransferRequestedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_AppTransferredEvent_Fragment': TimelineEventFields_AppTransferredEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_BillingProfileUpdatedEvent_Fragment': TimelineEventFields_BillingProfileUpdatedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_CollaboratorAcceptedEvent_Fragment': TimelineEventFields_CollaboratorAcceptedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_CollaboratorInvitedEvent_Fragment': TimelineEventFields_CollaboratorInvitedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_CollaboratorRemovedEvent_Fragment': TimelineEventFields_CollaboratorRemovedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_CollaboratorRoleChangedEvent_Fragment': TimelineEventFields_CollaboratorRoleChangedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_DataExportReadyEvent_Fragment': TimelineEventFields_DataExportReadyEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_DataExportRequestedEvent_Fragment': TimelineEventFields_DataExportRequestedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_EmailChangeRequestedEvent_Fragment': TimelineEventFields_EmailChangeRequestedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_EmailChangedEvent_Fragment': TimelineEventFields_EmailChangedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_EmailVerifiedEvent_Fragment': TimelineEventFields_EmailVerifiedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_GitPushDeniedEvent_Fragment': TimelineEventFields_GitPushDeniedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_GithubLinkedEvent_Fragment': TimelineEventFields_GithubLinkedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_GithubUnlinkedEvent_Fragment': TimelineEventFields_GithubUnlinkedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_LoginFailedEvent_Fragment': TimelineEventFields_LoginFailedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_LoginLockedEvent_Fragment': TimelineEventFields_LoginLockedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_LoginSucceededEvent_Fragment': TimelineEventFields_LoginSucceededEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_LoginUnlockedEvent_Fragment': TimelineEventFields_LoginUnlockedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_OneOffEndedEvent_Fragment': TimelineEventFields_OneOffEndedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_OneOffStartedEvent_Fragment': TimelineEventFields_OneOffStartedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_PasskeyAddedEvent_Fragment': TimelineEventFields_PasskeyAddedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_PasskeyRemovedEvent_Fragment': TimelineEventFields_PasskeyRemovedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_PasswordChangedEvent_Fragment': TimelineEventFields_PasswordChangedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_PasswordResetEvent_Fragment': TimelineEventFields_PasswordResetEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_PasswordResetRequestedEvent_Fragment': TimelineEventFields_PasswordResetRequestedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_ProfileUpdatedEvent_Fragment': TimelineEventFields_ProfileUpdatedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_RecoveryCodeUsedEvent_Fragment': TimelineEventFields_RecoveryCodeUsedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_RecoveryCodesRenewedEvent_Fragment': TimelineEventFields_RecoveryCodesRenewedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_ReviewAppCreatedEvent_Fragment': TimelineEventFields_ReviewAppCreatedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_ReviewAppDeletedEvent_Fragment': TimelineEventFields_ReviewAppDeletedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_SessionRevokedEvent_Fragment': TimelineEventFields_SessionRevokedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_SshKeyAddedEvent_Fragment': TimelineEventFields_SshKeyAddedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_SshKeyRemovedEvent_Fragment': TimelineEventFields_SshKeyRemovedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_SshKeyRenamedEvent_Fragment': TimelineEventFields_SshKeyRenamedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_SudoGrantedEvent_Fragment': TimelineEventFields_SudoGrantedEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_TwoFactorDisabledEvent_Fragment': TimelineEventFields_TwoFactorDisabledEvent_Fragment } }
            | { ' $fragmentRefs'?: { 'TimelineEventFields_TwoFactorEnabledEvent_Fragment': TimelineEventFields_TwoFactorEnabledEvent_Fragment } }
           }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { __typename: 'AppTransfer', id: string }
    | { __typename: 'Collaborator', id: string }
    | { __typename: 'DataExport', id: string }
    | { __typename: 'Deployment', id: string }
    | { __typename: 'Lifespan', id: string }
    | { __typename: 'OneOff', id: string }
    | { __typename: 'Passkey', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'SshKey', id: string }
    | { __typename: 'Viewer', id: string }
   | null };

export type ProvisionAddonMutationVariables = Exact<{
  appId: string | number;
  input: ProvisionAddonInput;
}>;


export type ProvisionAddonMutation = { provisionAddon: { addon: { id: string, name: string } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type AddonRowFragment = { id: string, name: string, status: AddonStatus, plan: { name: string, label: string, kind: PlanKind, price: { microsPerHour: number, monthly: { amount: number, currency: Currency } } } } & { ' $fragmentName'?: 'AddonRowFragment' };

export type ResumeAddonMutationVariables = Exact<{
  id: string | number;
}>;


export type ResumeAddonMutation = { resumeAddon: { addon: { id: string, status: AddonStatus } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type RemoveAddonMutationVariables = Exact<{
  id: string | number;
  input: RemoveAddonInput;
}>;


export type RemoveAddonMutation = { removeAddon: { removedId: string | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type AddonsQueryVariables = Exact<{
  app: string | number;
}>;


export type AddonsQuery = { node:
    | { __typename: 'Addon', id: string }
    | { __typename: 'ApiToken', id: string }
    | { __typename: 'App', id: string, addons: { edges: Array<{ node: { ' $fragmentRefs'?: { 'AddonRowFragment': AddonRowFragment } } }> } }
    | { __typename: 'AppTransfer', id: string }
    | { __typename: 'Collaborator', id: string }
    | { __typename: 'DataExport', id: string }
    | { __typename: 'Deployment', id: string }
    | { __typename: 'Lifespan', id: string }
    | { __typename: 'OneOff', id: string }
    | { __typename: 'Passkey', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'SshKey', id: string }
    | { __typename: 'Viewer', id: string }
   | null };

export type AppCostQueryVariables = Exact<{
  app: string | number;
  from: string;
  to: string;
}>;


export type AppCostQuery = { viewer: { id: string, billing: { usage: { total: { amount: number, currency: Currency }, forecast: { amount: number, currency: Currency } | null } } } | null };

export type AppRowFragment = { id: string, name: string, viewerRole: AppRole, status: AppStatus, owner: { id: string, username: string }, lastDeployment: { id: string, commit: string, subject: string, ref: string, createdAt: string } | null } & { ' $fragmentName'?: 'AppRowFragment' };

export type AppPageQueryVariables = Exact<{
  name: string;
}>;


export type AppPageQuery = { app: { id: string, name: string, viewerRole: AppRole, viewerCan: Array<AppRight>, gitRemote: string, timelineHead: string, status: AppStatus, branch: string | null, containers: Array<{ type: string, amount: number, running: number, plan: { name: string, label: string, price: { microsPerHour: number, monthly: { amount: number, currency: Currency } } } }>, owner: { id: string, username: string, fullName: string }, parent: { id: string, name: string } | null } | null, serverInfo: { git: { ' $fragmentRefs'?: { 'HostKeyFragment': HostKeyFragment } } } };

export type AppByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type AppByIdQuery = { node:
    | { __typename: 'Addon', id: string }
    | { __typename: 'ApiToken', id: string }
    | { __typename: 'App', name: string, gitRemote: string, viewerRole: AppRole, viewerCan: Array<AppRight>, status: AppStatus, branch: string | null, id: string, containers: Array<{ type: string, amount: number, running: number, plan: { name: string, label: string, price: { microsPerHour: number, monthly: { amount: number, currency: Currency } } } }>, owner: { id: string, username: string, fullName: string }, parent: { id: string, name: string } | null }
    | { __typename: 'AppTransfer', id: string }
    | { __typename: 'Collaborator', id: string }
    | { __typename: 'DataExport', id: string }
    | { __typename: 'Deployment', id: string }
    | { __typename: 'Lifespan', id: string }
    | { __typename: 'OneOff', id: string }
    | { __typename: 'Passkey', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'SshKey', id: string }
    | { __typename: 'Viewer', id: string }
   | null };

export type AppsQueryVariables = Exact<{
  after?: string | null | undefined;
  filter?: AppFilter | null | undefined;
}>;


export type AppsQuery = { viewer: { id: string, apps: { edges: Array<{ node: (
          { id: string, name: string, viewerRole: AppRole, lastDeployment: { id: string } | null }
          & { ' $fragmentRefs'?: { 'AppRowFragment': AppRowFragment } }
        ) }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, invitations: Array<(
      { id: string }
      & { ' $fragmentRefs'?: { 'InvitationRowFragment': InvitationRowFragment } }
    )>, appTransfers: Array<(
      { id: string }
      & { ' $fragmentRefs'?: { 'TransferRowFragment': TransferRowFragment } }
    )> } | null, serverInfo: { git: { host: string, port: number, user: string } } };

export type CancelAppTransferMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelAppTransferMutation = { cancelAppTransfer: { cancelledId: string | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type ChangeAddonPlanMutationVariables = Exact<{
  id: string | number;
  input: ChangeAddonPlanInput;
}>;


export type ChangeAddonPlanMutation = { changeAddonPlan: { addon: { ' $fragmentRefs'?: { 'AddonRowFragment': AddonRowFragment } } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type ChangeCollaboratorRoleMutationVariables = Exact<{
  id: string | number;
  input: ChangeCollaboratorRoleInput;
}>;


export type ChangeCollaboratorRoleMutation = { changeCollaboratorRole: { collaborator: { id: string, role: CollaboratorRole } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type CollaboratorRowFragment = { id: string, role: CollaboratorRole, invitedAt: string, acceptedAt: string | null, account: { id: string, username: string, fullName: string } } & { ' $fragmentName'?: 'CollaboratorRowFragment' };

export type CollaboratorsQueryVariables = Exact<{
  app: string | number;
}>;


export type CollaboratorsQuery = { node:
    | { __typename: 'Addon', id: string }
    | { __typename: 'ApiToken', id: string }
    | { __typename: 'App', id: string, collaborators: { totalCount: number, edges: Array<{ node: { ' $fragmentRefs'?: { 'CollaboratorRowFragment': CollaboratorRowFragment } } }> } }
    | { __typename: 'AppTransfer', id: string }
    | { __typename: 'Collaborator', id: string }
    | { __typename: 'DataExport', id: string }
    | { __typename: 'Deployment', id: string }
    | { __typename: 'Lifespan', id: string }
    | { __typename: 'OneOff', id: string }
    | { __typename: 'Passkey', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'SshKey', id: string }
    | { __typename: 'Viewer', id: string }
   | null };

export type ScaleAppMutationVariables = Exact<{
  id: string | number;
  input: ScaleAppInput;
}>;


export type ScaleAppMutation = { scaleApp: { app: { id: string, status: AppStatus, containers: Array<{ type: string, amount: number, running: number, plan: { name: string, label: string, price: { microsPerHour: number, monthly: { amount: number, currency: Currency } } } }> } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type RestartAppMutationVariables = Exact<{
  id: string | number;
}>;


export type RestartAppMutation = { restartApp: { app: { id: string, status: AppStatus } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type StopAppMutationVariables = Exact<{
  id: string | number;
}>;


export type StopAppMutation = { stopApp: { app: { id: string, status: AppStatus, containers: Array<{ type: string, amount: number, running: number, plan: { name: string, label: string, price: { microsPerHour: number, monthly: { amount: number, currency: Currency } } } }> } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type AppCostsQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type AppCostsQuery = { viewer: { id: string, billing: { usage: { total: { amount: number, currency: Currency }, rows: Array<{ app: { id: string }, amount: { amount: number, currency: Currency } }> } } } | null };

export type CreateAppMutationVariables = Exact<{
  input: CreateAppInput;
}>;


export type CreateAppMutation = { createApp: { app: { id: string, name: string } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type DeploymentRowFragment = { id: string, commit: string, subject: string, ref: string, pusherName: string, keyFingerprint: string, createdAt: string } & { ' $fragmentName'?: 'DeploymentRowFragment' };

export type DeploymentsQueryVariables = Exact<{
  app: string | number;
  after?: string | null | undefined;
}>;


export type DeploymentsQuery = { node:
    | { __typename: 'Addon', id: string }
    | { __typename: 'ApiToken', id: string }
    | { __typename: 'App', id: string, deployments: { edges: Array<{ node: { ' $fragmentRefs'?: { 'DeploymentRowFragment': DeploymentRowFragment } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { __typename: 'AppTransfer', id: string }
    | { __typename: 'Collaborator', id: string }
    | { __typename: 'DataExport', id: string }
    | { __typename: 'Deployment', id: string }
    | { __typename: 'Lifespan', id: string }
    | { __typename: 'OneOff', id: string }
    | { __typename: 'Passkey', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'SshKey', id: string }
    | { __typename: 'Viewer', id: string }
   | null };

export type FoundAppsQueryVariables = Exact<{
  filter?: AppFilter | null | undefined;
}>;


export type FoundAppsQuery = { viewer: { id: string, apps: { edges: Array<{ node: { id: string, name: string } }> } } | null };

export type HostKeyFragment = { hostKeyFingerprint: string, knownHosts: string } & { ' $fragmentName'?: 'HostKeyFragment' };

export type AcceptInvitationMutationVariables = Exact<{
  id: string | number;
}>;


export type AcceptInvitationMutation = { acceptInvitation: { app: { id: string, name: string } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type InvitationRowFragment = { id: string, appName: string, role: CollaboratorRole, invitedAt: string, owner: { id: string, username: string, fullName: string } } & { ' $fragmentName'?: 'InvitationRowFragment' };

export type InviteCollaboratorMutationVariables = Exact<{
  appId: string | number;
  input: InviteCollaboratorInput;
}>;


export type InviteCollaboratorMutation = { inviteCollaborator: { collaborator: { id: string, account: { id: string, username: string } } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type OneOffRowFragment = { id: string, command: string, status: OneOffStatus, exitCode: number | null, endReason: OneOffEndReason | null, startedAt: string | null, endedAt: string | null, plan: { name: string }, startedBy: { id: string, username: string } } & { ' $fragmentName'?: 'OneOffRowFragment' };

export type StopOneOffMutationVariables = Exact<{
  id: string | number;
}>;


export type StopOneOffMutation = { stopOneOff: { oneOff: { id: string, status: OneOffStatus, exitCode: number | null, endReason: OneOffEndReason | null, endedAt: string | null } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type OneOffsQueryVariables = Exact<{
  app: string | number;
  after?: string | null | undefined;
}>;


export type OneOffsQuery = { node:
    | { __typename: 'Addon', id: string }
    | { __typename: 'ApiToken', id: string }
    | { __typename: 'App', id: string, oneOffs: { edges: Array<{ node: { ' $fragmentRefs'?: { 'OneOffRowFragment': OneOffRowFragment } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { __typename: 'AppTransfer', id: string }
    | { __typename: 'Collaborator', id: string }
    | { __typename: 'DataExport', id: string }
    | { __typename: 'Deployment', id: string }
    | { __typename: 'Lifespan', id: string }
    | { __typename: 'OneOff', id: string }
    | { __typename: 'Passkey', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'SshKey', id: string }
    | { __typename: 'Viewer', id: string }
   | null };

export type PlanOptionFragment = { name: string, label: string, kind: PlanKind, price: { microsPerHour: number, monthly: { amount: number, currency: Currency } } } & { ' $fragmentName'?: 'PlanOptionFragment' };

export type PlansQueryVariables = Exact<{ [key: string]: never; }>;


export type PlansQuery = { plans: Array<{ ' $fragmentRefs'?: { 'PlanOptionFragment': PlanOptionFragment } }> };

export type RemoveCollaboratorMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveCollaboratorMutation = { removeCollaborator: { removedId: string | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type ReviewAppsQueryVariables = Exact<{
  app: string | number;
}>;


export type ReviewAppsQuery = { node:
    | { __typename: 'Addon', id: string }
    | { __typename: 'ApiToken', id: string }
    | { __typename: 'App', id: string, reviewApps: { edges: Array<{ node: (
            { id: string, branch: string | null }
            & { ' $fragmentRefs'?: { 'AppRowFragment': AppRowFragment } }
          ) }> }, deployments: { edges: Array<{ node: { id: string, ref: string } }> } }
    | { __typename: 'AppTransfer', id: string }
    | { __typename: 'Collaborator', id: string }
    | { __typename: 'DataExport', id: string }
    | { __typename: 'Deployment', id: string }
    | { __typename: 'Lifespan', id: string }
    | { __typename: 'OneOff', id: string }
    | { __typename: 'Passkey', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'SshKey', id: string }
    | { __typename: 'Viewer', id: string }
   | null };

export type CreateReviewAppMutationVariables = Exact<{
  appId: string | number;
  input: CreateReviewAppInput;
}>;


export type CreateReviewAppMutation = { createReviewApp: { app: { id: string, name: string } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type RunOneOffMutationVariables = Exact<{
  appId: string | number;
  input: RunOneOffInput;
}>;


export type RunOneOffMutation = { runOneOff: { oneOff: { id: string } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type DeleteAppMutationVariables = Exact<{
  id: string | number;
  input: DeleteAppInput;
}>;


export type DeleteAppMutation = { deleteApp: { deletedId: string | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type RenameAppMutationVariables = Exact<{
  id: string | number;
  input: RenameAppInput;
}>;


export type RenameAppMutation = { renameApp: { app: { id: string, name: string, gitRemote: string } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type OwnSshKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnSshKeysQuery = { viewer: { id: string, sshKeys: { edges: Array<{ node: { id: string, name: string, fingerprint: string } }> } } | null };

export type TransferQueryVariables = Exact<{
  app: string | number;
}>;


export type TransferQuery = { node:
    | { __typename: 'Addon', id: string }
    | { __typename: 'ApiToken', id: string }
    | { __typename: 'App', id: string, transfer: { id: string, expiresAt: string, to: { id: string, username: string } } | null, collaborators: { edges: Array<{ node: { id: string, acceptedAt: string | null, account: { id: string, username: string } } }> } }
    | { __typename: 'AppTransfer', id: string }
    | { __typename: 'Collaborator', id: string }
    | { __typename: 'DataExport', id: string }
    | { __typename: 'Deployment', id: string }
    | { __typename: 'Lifespan', id: string }
    | { __typename: 'OneOff', id: string }
    | { __typename: 'Passkey', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'SshKey', id: string }
    | { __typename: 'Viewer', id: string }
   | null };

export type TransferAppMutationVariables = Exact<{
  id: string | number;
  input: TransferAppInput;
}>;


export type TransferAppMutation = { transferApp: { transfer: { id: string } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type AcceptAppTransferMutationVariables = Exact<{
  id: string | number;
  input?: AcceptAppTransferInput | null | undefined;
}>;


export type AcceptAppTransferMutation = { acceptAppTransfer: { app: { id: string, name: string, viewerRole: AppRole, viewerCan: Array<AppRight>, owner: { id: string, username: string, fullName: string } } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type TransferRowFragment = { id: string, expiresAt: string, monthly: { amount: number, currency: Currency }, app: { id: string, name: string }, from: { id: string, username: string, fullName: string } } & { ' $fragmentName'?: 'TransferRowFragment' };

export type FollowAppSubscriptionVariables = Exact<{
  app: string | number;
  after?: string | null | undefined;
}>;


export type FollowAppSubscription = { appTimeline:
    | { __typename: 'TimelineEdge', cursor: string, node:
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AccountCreatedEvent_Fragment': TimelineEventFields_AccountCreatedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AccountDeletedEvent_Fragment': TimelineEventFields_AccountDeletedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AccountDeletionCancelledEvent_Fragment': TimelineEventFields_AccountDeletionCancelledEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AccountDeletionRequestedEvent_Fragment': TimelineEventFields_AccountDeletionRequestedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonFailedEvent_Fragment': TimelineEventFields_AddonFailedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonPlanChangedEvent_Fragment': TimelineEventFields_AddonPlanChangedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonProvisionedEvent_Fragment': TimelineEventFields_AddonProvisionedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonRemovedEvent_Fragment': TimelineEventFields_AddonRemovedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonRequestedEvent_Fragment': TimelineEventFields_AddonRequestedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonResumedEvent_Fragment': TimelineEventFields_AddonResumedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonSuspendedEvent_Fragment': TimelineEventFields_AddonSuspendedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_ApiTokenCreatedEvent_Fragment': TimelineEventFields_ApiTokenCreatedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_ApiTokenRenewedEvent_Fragment': TimelineEventFields_ApiTokenRenewedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_ApiTokenRevokedEvent_Fragment': TimelineEventFields_ApiTokenRevokedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AppCreatedEvent_Fragment': TimelineEventFields_AppCreatedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AppDeletedEvent_Fragment': TimelineEventFields_AppDeletedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AppDeployedEvent_Fragment': TimelineEventFields_AppDeployedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AppRenamedEvent_Fragment': TimelineEventFields_AppRenamedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AppRestartedEvent_Fragment': TimelineEventFields_AppRestartedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AppScaledEvent_Fragment': TimelineEventFields_AppScaledEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AppStoppedEvent_Fragment': TimelineEventFields_AppStoppedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AppTransferCancelledEvent_Fragment': TimelineEventFields_AppTransferCancelledEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AppTransferRequestedEvent_Fragment': TimelineEventFields_AppTransferRequestedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AppTransferredEvent_Fragment': TimelineEventFields_AppTransferredEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_BillingProfileUpdatedEvent_Fragment': TimelineEventFields_BillingProfileUpdatedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_CollaboratorAcceptedEvent_Fragment': TimelineEventFields_CollaboratorAcceptedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_CollaboratorInvitedEvent_Fragment': TimelineEventFields_CollaboratorInvitedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_CollaboratorRemovedEvent_Fragment': TimelineEventFields_CollaboratorRemovedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_CollaboratorRoleChangedEvent_Fragment': TimelineEventFields_CollaboratorRoleChangedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_DataExportReadyEvent_Fragment': TimelineEventFields_DataExportReadyEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_DataExportRequestedEvent_Fragment': TimelineEventFields_DataExportRequestedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_EmailChangeRequestedEvent_Fragment': TimelineEventFields_EmailChangeRequestedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_EmailChangedEvent_Fragment': TimelineEventFields_EmailChangedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_EmailVerifiedEvent_Fragment': TimelineEventFields_EmailVerifiedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_GitPushDeniedEvent_Fragment': TimelineEventFields_GitPushDeniedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_GithubLinkedEvent_Fragment': TimelineEventFields_GithubLinkedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_GithubUnlinkedEvent_Fragment': TimelineEventFields_GithubUnlinkedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_LoginFailedEvent_Fragment': TimelineEventFields_LoginFailedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_LoginLockedEvent_Fragment': TimelineEventFields_LoginLockedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_LoginSucceededEvent_Fragment': TimelineEventFields_LoginSucceededEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_LoginUnlockedEvent_Fragment': TimelineEventFields_LoginUnlockedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_OneOffEndedEvent_Fragment': TimelineEventFields_OneOffEndedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_OneOffStartedEvent_Fragment': TimelineEventFields_OneOffStartedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_PasskeyAddedEvent_Fragment': TimelineEventFields_PasskeyAddedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_PasskeyRemovedEvent_Fragment': TimelineEventFields_PasskeyRemovedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_PasswordChangedEvent_Fragment': TimelineEventFields_PasswordChangedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_PasswordResetEvent_Fragment': TimelineEventFields_PasswordResetEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_PasswordResetRequestedEvent_Fragment': TimelineEventFields_PasswordResetRequestedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_ProfileUpdatedEvent_Fragment': TimelineEventFields_ProfileUpdatedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_RecoveryCodeUsedEvent_Fragment': TimelineEventFields_RecoveryCodeUsedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_RecoveryCodesRenewedEvent_Fragment': TimelineEventFields_RecoveryCodesRenewedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_ReviewAppCreatedEvent_Fragment': TimelineEventFields_ReviewAppCreatedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_ReviewAppDeletedEvent_Fragment': TimelineEventFields_ReviewAppDeletedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_SessionRevokedEvent_Fragment': TimelineEventFields_SessionRevokedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_SshKeyAddedEvent_Fragment': TimelineEventFields_SshKeyAddedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_SshKeyRemovedEvent_Fragment': TimelineEventFields_SshKeyRemovedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_SshKeyRenamedEvent_Fragment': TimelineEventFields_SshKeyRenamedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_SudoGrantedEvent_Fragment': TimelineEventFields_SudoGrantedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_TwoFactorDisabledEvent_Fragment': TimelineEventFields_TwoFactorDisabledEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_TwoFactorEnabledEvent_Fragment': TimelineEventFields_TwoFactorEnabledEvent_Fragment } }
       }
    | { __typename: 'TimelineReset', cursor: string }
   };

export type AuthenticationQueryVariables = Exact<{ [key: string]: never; }>;


export type AuthenticationQuery = { viewer: (
    { id: string }
    & { ' $fragmentRefs'?: { 'EmailCardFragment': EmailCardFragment;'PasswordCardFragment': PasswordCardFragment;'TwoFactorCardFragment': TwoFactorCardFragment;'PasskeysCardFragment': PasskeysCardFragment;'GithubCardFragment': GithubCardFragment;'DeleteCardFragment': DeleteCardFragment } }
  ) | null };

export type GithubOfferQueryVariables = Exact<{ [key: string]: never; }>;


export type GithubOfferQuery = { serverInfo: { github: boolean } };

export type ConfirmRecoveryCodesMutationVariables = Exact<{ [key: string]: never; }>;


export type ConfirmRecoveryCodesMutation = { confirmRecoveryCodes: { viewer: (
      { id: string }
      & { ' $fragmentRefs'?: { 'TwoFactorCardFragment': TwoFactorCardFragment } }
    ) | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type DeleteCardFragment = { deletion: { linkExpiresAt: string | null, graceDays: number, ownedApps: Array<{ id: string, name: string }> } } & { ' $fragmentName'?: 'DeleteCardFragment' };

export type DeleteAccountMutationVariables = Exact<{ [key: string]: never; }>;


export type DeleteAccountMutation = { deleteAccount: { viewer: (
      { id: string }
      & { ' $fragmentRefs'?: { 'DeleteCardFragment': DeleteCardFragment } }
    ) | null, errors: Array<
      | (
        { apps: Array<{ id: string, name: string }> }
        & { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      )
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type DisableTwoFactorMutationVariables = Exact<{ [key: string]: never; }>;


export type DisableTwoFactorMutation = { disableTwoFactor: { viewer: (
      { id: string }
      & { ' $fragmentRefs'?: { 'TwoFactorCardFragment': TwoFactorCardFragment } }
    ) | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type SudoUntilQueryVariables = Exact<{ [key: string]: never; }>;


export type SudoUntilQuery = { viewer: { id: string, sudoUntil: string | null } | null };

export type EmailCardFragment = { email: string, emailVerifiedAt: string | null, twoFactor: { enabled: boolean }, emailChange: { ' $fragmentRefs'?: { 'EmailChangeStateFragment': EmailChangeStateFragment } } | null } & { ' $fragmentName'?: 'EmailCardFragment' };

export type EmailChangeStateFragment = { newEmail: string, newConfirmedAt: string | null, oldConfirmedAt: string | null, oldMailboxLost: boolean, dueAt: string | null, expiresAt: string } & { ' $fragmentName'?: 'EmailChangeStateFragment' };

export type CancelEmailChangeMutationVariables = Exact<{ [key: string]: never; }>;


export type CancelEmailChangeMutation = { cancelEmailChange: { email: string | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type RequestEmailChangeMutationVariables = Exact<{
  input: RequestEmailChangeInput;
}>;


export type RequestEmailChangeMutation = { requestEmailChange: { viewer: { id: string, emailChange: { ' $fragmentRefs'?: { 'EmailChangeStateFragment': EmailChangeStateFragment } } | null } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type RevokeOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type RevokeOtherSessionsMutation = { revokeOtherSessions: { revoked: number, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type ExportDataMutationVariables = Exact<{ [key: string]: never; }>;


export type ExportDataMutation = { exportData: { dataExport: (
      { id: string }
      & { ' $fragmentRefs'?: { 'ExportStateFragment': ExportStateFragment } }
    ) | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type ExportStateFragment = { state: DataExportState, progress: number, size: number, requestedAt: string, expiresAt: string | null, url: string | null } & { ' $fragmentName'?: 'ExportStateFragment' };

export type GithubCardFragment = { github: { login: string, linkedAt: string } | null } & { ' $fragmentName'?: 'GithubCardFragment' };

export type StartGithubLinkMutationVariables = Exact<{ [key: string]: never; }>;


export type StartGithubLinkMutation = { startGithubLink: { url: string | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type SendPasswordLinkMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type SendPasswordLinkMutation = { requestPasswordReset: { errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type PasskeyRowFragment = { id: string, name: string, createdAt: string, lastUsedAt: string | null, synced: boolean } & { ' $fragmentName'?: 'PasskeyRowFragment' };

export type PasskeysCardFragment = { passkeys: Array<(
    { id: string }
    & { ' $fragmentRefs'?: { 'PasskeyRowFragment': PasskeyRowFragment } }
  )> } & { ' $fragmentName'?: 'PasskeysCardFragment' };

export type PasswordCardFragment = { email: string, loginMethods: Array<LoginMethod>, twoFactor: { enabled: boolean } } & { ' $fragmentName'?: 'PasswordCardFragment' };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: { endedSessions: number, viewer: { id: string } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type RenewRecoveryCodesMutationVariables = Exact<{ [key: string]: never; }>;


export type RenewRecoveryCodesMutation = { renewRecoveryCodes: { recoveryCodes: Array<string> | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type RemovePasskeyMutationVariables = Exact<{
  id: string | number;
}>;


export type RemovePasskeyMutation = { removePasskey: { removedId: string | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type RenamePasskeyMutationVariables = Exact<{
  id: string | number;
  input: RenamePasskeyInput;
}>;


export type RenamePasskeyMutation = { renamePasskey: { passkey: { id: string, name: string } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type SessionRowFragment = { id: string, device: string, address: string, methods: Array<LoginMethod>, createdAt: string, lastSeenAt: string, current: boolean } & { ' $fragmentName'?: 'SessionRowFragment' };

export type RevokeSessionMutationVariables = Exact<{
  id: string | number;
}>;


export type RevokeSessionMutation = { revokeSession: { revokedId: string | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type StartTotpMutationVariables = Exact<{ [key: string]: never; }>;


export type StartTotpMutation = { startTotp: { secret: string | null, qrSvg: string | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type ConfirmTotpMutationVariables = Exact<{
  input: ConfirmTotpInput;
}>;


export type ConfirmTotpMutation = { confirmTotp: { recoveryCodes: Array<string> | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type TwoFactorCardFragment = { twoFactor: { enabled: boolean, enabledAt: string | null, recoveryCodesLeft: number, awaitsRecoveryCodes: boolean } } & { ' $fragmentName'?: 'TwoFactorCardFragment' };

export type UnlinkGithubMutationVariables = Exact<{ [key: string]: never; }>;


export type UnlinkGithubMutation = { unlinkGithub: { viewer: (
      { id: string, loginMethods: Array<LoginMethod> }
      & { ' $fragmentRefs'?: { 'GithubCardFragment': GithubCardFragment } }
    ) | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type StartPasskeyMutationVariables = Exact<{ [key: string]: never; }>;


export type StartPasskeyMutation = { startPasskey: { ceremony: string | null, options: string | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type AddPasskeyMutationVariables = Exact<{
  input: AddPasskeyInput;
}>;


export type AddPasskeyMutation = { addPasskey: { passkey: { id: string, name: string } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type DataExportQueryVariables = Exact<{ [key: string]: never; }>;


export type DataExportQuery = { viewer: { id: string, dataExport: (
      { id: string }
      & { ' $fragmentRefs'?: { 'ExportStateFragment': ExportStateFragment } }
    ) | null } | null };

export type ResendVerificationMutationVariables = Exact<{ [key: string]: never; }>;


export type ResendVerificationMutation = { resendVerification: { errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type SessionsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type SessionsQuery = { viewer: { id: string, sessions: { totalCount: number, edges: Array<{ cursor: string, node: (
          { id: string }
          & { ' $fragmentRefs'?: { 'SessionRowFragment': SessionRowFragment } }
        ) }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type UpdateBillingProfileMutationVariables = Exact<{
  input: UpdateBillingProfileInput;
}>;


export type UpdateBillingProfileMutation = { updateBillingProfile: { billing: { profile: { vatNumber: string, vatStatus: VatStatus } | null } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type BillingProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type BillingProfileQuery = { viewer: { id: string, billing: { profile: { kind: CustomerKind, legalName: string, addressLine1: string, addressLine2: string, postalCode: string, city: string, state: string, country: string, vatNumber: string, vatStatus: VatStatus, invoiceNote: string, recipients: Array<string> } | null } } | null };

export type ProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type ProfileQuery = { viewer: { id: string, username: string, email: string, fullName: string, location: string, company: string, newsletter: boolean, language: Language, theme: Theme, timeZone: string, createdAt: string } | null };

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateProfileInput;
}>;


export type UpdateProfileMutation = { updateProfile: { viewer: { id: string, username: string, fullName: string, location: string, company: string, newsletter: boolean, language: Language, theme: Theme, timeZone: string } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type CheckEmailChangeLinkMutationVariables = Exact<{
  input: MailedLinkInput;
}>;


export type CheckEmailChangeLinkMutation = { checkEmailChangeLink: { newEmail: string | null, stepsLeft: Array<EmailChangeStep>, errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type VerifyEmailMutationVariables = Exact<{
  input: MailedLinkInput;
}>;


export type VerifyEmailMutation = { verifyEmail: { email: string | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type ConfirmEmailChangeMutationVariables = Exact<{
  input: MailedLinkInput;
}>;


export type ConfirmEmailChangeMutation = { confirmEmailChange: { stepsLeft: Array<EmailChangeStep>, email: string | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type CancelEmailChangeByLinkMutationVariables = Exact<{
  input: MailedLinkInput;
}>;


export type CancelEmailChangeByLinkMutation = { cancelEmailChangeByLink: { email: string | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type RevertEmailChangeMutationVariables = Exact<{
  input: MailedLinkInput;
}>;


export type RevertEmailChangeMutation = { revertEmailChange: { email: string | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type UnlockSignInMutationVariables = Exact<{
  input: MailedLinkInput;
}>;


export type UnlockSignInMutation = { unlockSignIn: { errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type ConfirmAccountDeletionMutationVariables = Exact<{
  input: MailedLinkInput;
}>;


export type ConfirmAccountDeletionMutation = { confirmAccountDeletion: { dueAt: string | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type CancelAccountDeletionMutationVariables = Exact<{
  input: MailedLinkInput;
}>;


export type CancelAccountDeletionMutation = { cancelAccountDeletion: { username: string | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type RequestPasswordResetMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset: { errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type StartGithubSignInMutationVariables = Exact<{
  input: StartGithubSignInInput;
}>;


export type StartGithubSignInMutation = { startGithubSignIn: { url: string | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type OffersQueryVariables = Exact<{ [key: string]: never; }>;


export type OffersQuery = { serverInfo: { github: boolean } };

export type SignInWithPasskeyMutationVariables = Exact<{
  input: PasskeyProofInput;
}>;


export type SignInWithPasskeyMutation = { signInWithPasskey: { viewer: { id: string } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type StartPasskeySignInMutationVariables = Exact<{ [key: string]: never; }>;


export type StartPasskeySignInMutation = { startPasskeySignIn: { ceremony: string | null, options: string | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type ResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetPasswordMutation = { resetPassword: { username: string | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type VerifySecondFactorMutationVariables = Exact<{
  input: VerifySecondFactorInput;
}>;


export type VerifySecondFactorMutation = { verifySecondFactor: { viewer: { id: string } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { viewer: { id: string } | null, secondFactor: { methods: Array<SecondFactorMethod> } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { ended: boolean, errors: Array<
      | { message: string }
      | { message: string }
      | { message: string }
    > } };

export type SignUpMutationVariables = Exact<{
  input: SignUpInput;
}>;


export type SignUpMutation = { signUp: { viewer: { id: string } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type DeletionGraceDaysQueryVariables = Exact<{ [key: string]: never; }>;


export type DeletionGraceDaysQuery = { serverInfo: { deletionGraceDays: number } };

export type AddSshKeyMutationVariables = Exact<{
  input: AddSshKeyInput;
}>;


export type AddSshKeyMutation = { addSshKey: { sshKey: { id: string, name: string } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | (
        { challenge: string, namespace: string }
        & { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
      )
    > } };

export type SshKeyRowFragment = { id: string, name: string, fingerprint: string, type: string, bits: number, createdAt: string, lastUsedAt: string | null, lastUsedAddress: string | null } & { ' $fragmentName'?: 'SshKeyRowFragment' };

export type ProveSshKeyMutationVariables = Exact<{
  input: ProveSshKeyInput;
}>;


export type ProveSshKeyMutation = { proveSshKey: { sshKey: { id: string, name: string } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type RemoveSshKeyMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveSshKeyMutation = { removeSshKey: { removedId: string | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type RenameSshKeyMutationVariables = Exact<{
  id: string | number;
  input: RenameSshKeyInput;
}>;


export type RenameSshKeyMutation = { renameSshKey: { sshKey: { id: string, name: string } | null, errors: Array<
      | { ' $fragmentRefs'?: { 'UserError_AppsRemainError_Fragment': UserError_AppsRemainError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_InputError_Fragment': UserError_InputError_Fragment } }
      | { ' $fragmentRefs'?: { 'UserError_SshKeyTakenError_Fragment': UserError_SshKeyTakenError_Fragment } }
    > } };

export type SshKeysQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type SshKeysQuery = { viewer: { id: string, sshKeys: { totalCount: number, edges: Array<{ cursor: string, node: (
          { id: string }
          & { ' $fragmentRefs'?: { 'SshKeyRowFragment': SshKeyRowFragment } }
        ) }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type TimelineAppsQueryVariables = Exact<{ [key: string]: never; }>;


export type TimelineAppsQuery = { viewer: { id: string, apps: { edges: Array<{ node: { id: string, name: string } }> } } | null };

export type TimelineHeadQueryVariables = Exact<{ [key: string]: never; }>;


export type TimelineHeadQuery = { viewer: { id: string, timelineHead: string } | null };

export type TimelinePageQueryVariables = Exact<{
  after?: string | null | undefined;
  filter?: TimelineFilter | null | undefined;
}>;


export type TimelinePageQuery = { viewer: { id: string, timeline: { edges: Array<{ node:
          | { ' $fragmentRefs'?: { 'TimelineEventFields_AccountCreatedEvent_Fragment': TimelineEventFields_AccountCreatedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_AccountDeletedEvent_Fragment': TimelineEventFields_AccountDeletedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_AccountDeletionCancelledEvent_Fragment': TimelineEventFields_AccountDeletionCancelledEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_AccountDeletionRequestedEvent_Fragment': TimelineEventFields_AccountDeletionRequestedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonFailedEvent_Fragment': TimelineEventFields_AddonFailedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonPlanChangedEvent_Fragment': TimelineEventFields_AddonPlanChangedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonProvisionedEvent_Fragment': TimelineEventFields_AddonProvisionedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonRemovedEvent_Fragment': TimelineEventFields_AddonRemovedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonRequestedEvent_Fragment': TimelineEventFields_AddonRequestedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonResumedEvent_Fragment': TimelineEventFields_AddonResumedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonSuspendedEvent_Fragment': TimelineEventFields_AddonSuspendedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_ApiTokenCreatedEvent_Fragment': TimelineEventFields_ApiTokenCreatedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_ApiTokenRenewedEvent_Fragment': TimelineEventFields_ApiTokenRenewedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_ApiTokenRevokedEvent_Fragment': TimelineEventFields_ApiTokenRevokedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_AppCreatedEvent_Fragment': TimelineEventFields_AppCreatedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_AppDeletedEvent_Fragment': TimelineEventFields_AppDeletedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_AppDeployedEvent_Fragment': TimelineEventFields_AppDeployedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_AppRenamedEvent_Fragment': TimelineEventFields_AppRenamedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_AppRestartedEvent_Fragment': TimelineEventFields_AppRestartedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_AppScaledEvent_Fragment': TimelineEventFields_AppScaledEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_AppStoppedEvent_Fragment': TimelineEventFields_AppStoppedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_AppTransferCancelledEvent_Fragment': TimelineEventFields_AppTransferCancelledEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_AppTransferRequestedEvent_Fragment': TimelineEventFields_AppTransferRequestedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_AppTransferredEvent_Fragment': TimelineEventFields_AppTransferredEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_BillingProfileUpdatedEvent_Fragment': TimelineEventFields_BillingProfileUpdatedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_CollaboratorAcceptedEvent_Fragment': TimelineEventFields_CollaboratorAcceptedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_CollaboratorInvitedEvent_Fragment': TimelineEventFields_CollaboratorInvitedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_CollaboratorRemovedEvent_Fragment': TimelineEventFields_CollaboratorRemovedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_CollaboratorRoleChangedEvent_Fragment': TimelineEventFields_CollaboratorRoleChangedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_DataExportReadyEvent_Fragment': TimelineEventFields_DataExportReadyEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_DataExportRequestedEvent_Fragment': TimelineEventFields_DataExportRequestedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_EmailChangeRequestedEvent_Fragment': TimelineEventFields_EmailChangeRequestedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_EmailChangedEvent_Fragment': TimelineEventFields_EmailChangedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_EmailVerifiedEvent_Fragment': TimelineEventFields_EmailVerifiedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_GitPushDeniedEvent_Fragment': TimelineEventFields_GitPushDeniedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_GithubLinkedEvent_Fragment': TimelineEventFields_GithubLinkedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_GithubUnlinkedEvent_Fragment': TimelineEventFields_GithubUnlinkedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_LoginFailedEvent_Fragment': TimelineEventFields_LoginFailedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_LoginLockedEvent_Fragment': TimelineEventFields_LoginLockedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_LoginSucceededEvent_Fragment': TimelineEventFields_LoginSucceededEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_LoginUnlockedEvent_Fragment': TimelineEventFields_LoginUnlockedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_OneOffEndedEvent_Fragment': TimelineEventFields_OneOffEndedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_OneOffStartedEvent_Fragment': TimelineEventFields_OneOffStartedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_PasskeyAddedEvent_Fragment': TimelineEventFields_PasskeyAddedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_PasskeyRemovedEvent_Fragment': TimelineEventFields_PasskeyRemovedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_PasswordChangedEvent_Fragment': TimelineEventFields_PasswordChangedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_PasswordResetEvent_Fragment': TimelineEventFields_PasswordResetEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_PasswordResetRequestedEvent_Fragment': TimelineEventFields_PasswordResetRequestedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_ProfileUpdatedEvent_Fragment': TimelineEventFields_ProfileUpdatedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_RecoveryCodeUsedEvent_Fragment': TimelineEventFields_RecoveryCodeUsedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_RecoveryCodesRenewedEvent_Fragment': TimelineEventFields_RecoveryCodesRenewedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_ReviewAppCreatedEvent_Fragment': TimelineEventFields_ReviewAppCreatedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_ReviewAppDeletedEvent_Fragment': TimelineEventFields_ReviewAppDeletedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_SessionRevokedEvent_Fragment': TimelineEventFields_SessionRevokedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_SshKeyAddedEvent_Fragment': TimelineEventFields_SshKeyAddedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_SshKeyRemovedEvent_Fragment': TimelineEventFields_SshKeyRemovedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_SshKeyRenamedEvent_Fragment': TimelineEventFields_SshKeyRenamedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_SudoGrantedEvent_Fragment': TimelineEventFields_SudoGrantedEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_TwoFactorDisabledEvent_Fragment': TimelineEventFields_TwoFactorDisabledEvent_Fragment } }
          | { ' $fragmentRefs'?: { 'TimelineEventFields_TwoFactorEnabledEvent_Fragment': TimelineEventFields_TwoFactorEnabledEvent_Fragment } }
         }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type FollowTimelineSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FollowTimelineSubscription = { timeline:
    | { __typename: 'TimelineEdge', cursor: string, node:
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AccountCreatedEvent_Fragment': TimelineEventFields_AccountCreatedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AccountDeletedEvent_Fragment': TimelineEventFields_AccountDeletedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AccountDeletionCancelledEvent_Fragment': TimelineEventFields_AccountDeletionCancelledEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AccountDeletionRequestedEvent_Fragment': TimelineEventFields_AccountDeletionRequestedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonFailedEvent_Fragment': TimelineEventFields_AddonFailedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonPlanChangedEvent_Fragment': TimelineEventFields_AddonPlanChangedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonProvisionedEvent_Fragment': TimelineEventFields_AddonProvisionedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonRemovedEvent_Fragment': TimelineEventFields_AddonRemovedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonRequestedEvent_Fragment': TimelineEventFields_AddonRequestedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonResumedEvent_Fragment': TimelineEventFields_AddonResumedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AddonSuspendedEvent_Fragment': TimelineEventFields_AddonSuspendedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_ApiTokenCreatedEvent_Fragment': TimelineEventFields_ApiTokenCreatedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_ApiTokenRenewedEvent_Fragment': TimelineEventFields_ApiTokenRenewedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_ApiTokenRevokedEvent_Fragment': TimelineEventFields_ApiTokenRevokedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AppCreatedEvent_Fragment': TimelineEventFields_AppCreatedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AppDeletedEvent_Fragment': TimelineEventFields_AppDeletedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AppDeployedEvent_Fragment': TimelineEventFields_AppDeployedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AppRenamedEvent_Fragment': TimelineEventFields_AppRenamedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AppRestartedEvent_Fragment': TimelineEventFields_AppRestartedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AppScaledEvent_Fragment': TimelineEventFields_AppScaledEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AppStoppedEvent_Fragment': TimelineEventFields_AppStoppedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AppTransferCancelledEvent_Fragment': TimelineEventFields_AppTransferCancelledEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AppTransferRequestedEvent_Fragment': TimelineEventFields_AppTransferRequestedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_AppTransferredEvent_Fragment': TimelineEventFields_AppTransferredEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_BillingProfileUpdatedEvent_Fragment': TimelineEventFields_BillingProfileUpdatedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_CollaboratorAcceptedEvent_Fragment': TimelineEventFields_CollaboratorAcceptedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_CollaboratorInvitedEvent_Fragment': TimelineEventFields_CollaboratorInvitedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_CollaboratorRemovedEvent_Fragment': TimelineEventFields_CollaboratorRemovedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_CollaboratorRoleChangedEvent_Fragment': TimelineEventFields_CollaboratorRoleChangedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_DataExportReadyEvent_Fragment': TimelineEventFields_DataExportReadyEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_DataExportRequestedEvent_Fragment': TimelineEventFields_DataExportRequestedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_EmailChangeRequestedEvent_Fragment': TimelineEventFields_EmailChangeRequestedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_EmailChangedEvent_Fragment': TimelineEventFields_EmailChangedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_EmailVerifiedEvent_Fragment': TimelineEventFields_EmailVerifiedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_GitPushDeniedEvent_Fragment': TimelineEventFields_GitPushDeniedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_GithubLinkedEvent_Fragment': TimelineEventFields_GithubLinkedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_GithubUnlinkedEvent_Fragment': TimelineEventFields_GithubUnlinkedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_LoginFailedEvent_Fragment': TimelineEventFields_LoginFailedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_LoginLockedEvent_Fragment': TimelineEventFields_LoginLockedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_LoginSucceededEvent_Fragment': TimelineEventFields_LoginSucceededEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_LoginUnlockedEvent_Fragment': TimelineEventFields_LoginUnlockedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_OneOffEndedEvent_Fragment': TimelineEventFields_OneOffEndedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_OneOffStartedEvent_Fragment': TimelineEventFields_OneOffStartedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_PasskeyAddedEvent_Fragment': TimelineEventFields_PasskeyAddedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_PasskeyRemovedEvent_Fragment': TimelineEventFields_PasskeyRemovedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_PasswordChangedEvent_Fragment': TimelineEventFields_PasswordChangedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_PasswordResetEvent_Fragment': TimelineEventFields_PasswordResetEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_PasswordResetRequestedEvent_Fragment': TimelineEventFields_PasswordResetRequestedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_ProfileUpdatedEvent_Fragment': TimelineEventFields_ProfileUpdatedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_RecoveryCodeUsedEvent_Fragment': TimelineEventFields_RecoveryCodeUsedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_RecoveryCodesRenewedEvent_Fragment': TimelineEventFields_RecoveryCodesRenewedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_ReviewAppCreatedEvent_Fragment': TimelineEventFields_ReviewAppCreatedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_ReviewAppDeletedEvent_Fragment': TimelineEventFields_ReviewAppDeletedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_SessionRevokedEvent_Fragment': TimelineEventFields_SessionRevokedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_SshKeyAddedEvent_Fragment': TimelineEventFields_SshKeyAddedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_SshKeyRemovedEvent_Fragment': TimelineEventFields_SshKeyRemovedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_SshKeyRenamedEvent_Fragment': TimelineEventFields_SshKeyRenamedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_SudoGrantedEvent_Fragment': TimelineEventFields_SudoGrantedEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_TwoFactorDisabledEvent_Fragment': TimelineEventFields_TwoFactorDisabledEvent_Fragment } }
        | { ' $fragmentRefs'?: { 'TimelineEventFields_TwoFactorEnabledEvent_Fragment': TimelineEventFields_TwoFactorEnabledEvent_Fragment } }
       }
    | { __typename: 'TimelineReset', cursor: string }
   };

export type UsageCsvQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type UsageCsvQuery = { viewer: { id: string, billing: { usage: { csvUrl: string } } } | null };

export type UsageQueryVariables = Exact<{
  from: string;
  to: string;
  groupBy: UsageGroup;
}>;


export type UsageQuery = { viewer: { id: string, billing: { usage: { total: { amount: number, currency: Currency }, forecast: { amount: number, currency: Currency } | null, rows: Array<{ kind: LifespanKind | null, resource: string | null, plan: string | null, unitMinutes: number | null, app: { id: string, name: string }, amount: { amount: number, currency: Currency } }>, days: Array<{ day: string, amount: { amount: number } }> } } } | null };

export const TimelineEventFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TimelineEventFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"app"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SecurityEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"device"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ProfileUpdatedEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AppDeployedEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deployment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"commit"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"ref"}},{"kind":"Field","name":{"kind":"Name","value":"keyFingerprint"}}]}}]}}]}}]} as unknown as DocumentNode<TimelineEventFieldsFragment, unknown>;
export const UserErrorFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<UserErrorFragment, unknown>;
export const ApiTokenRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApiTokenRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApiToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"apps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAddress"}}]}}]} as unknown as DocumentNode<ApiTokenRowFragment, unknown>;
export const AddonRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AddonRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Addon"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"microsPerHour"}},{"kind":"Field","name":{"kind":"Name","value":"monthly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AddonRowFragment, unknown>;
export const AppRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AppRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"App"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"viewerRole"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastDeployment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"commit"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"ref"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}}]} as unknown as DocumentNode<AppRowFragment, unknown>;
export const CollaboratorRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CollaboratorRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Collaborator"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"invitedAt"}},{"kind":"Field","name":{"kind":"Name","value":"acceptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}}]} as unknown as DocumentNode<CollaboratorRowFragment, unknown>;
export const DeploymentRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeploymentRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Deployment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"commit"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"ref"}},{"kind":"Field","name":{"kind":"Name","value":"pusherName"}},{"kind":"Field","name":{"kind":"Name","value":"keyFingerprint"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<DeploymentRowFragment, unknown>;
export const HostKeyFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HostKey"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GitEndpoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hostKeyFingerprint"}},{"kind":"Field","name":{"kind":"Name","value":"knownHosts"}}]}}]} as unknown as DocumentNode<HostKeyFragment, unknown>;
export const InvitationRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InvitationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Invitation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"appName"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"invitedAt"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}}]} as unknown as DocumentNode<InvitationRowFragment, unknown>;
export const OneOffRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OneOffRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OneOff"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"command"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"exitCode"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"startedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}}]} as unknown as DocumentNode<OneOffRowFragment, unknown>;
export const PlanOptionFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanOption"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Plan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"microsPerHour"}},{"kind":"Field","name":{"kind":"Name","value":"monthly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]} as unknown as DocumentNode<PlanOptionFragment, unknown>;
export const TransferRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TransferRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AppTransfer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"monthly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"app"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}}]} as unknown as DocumentNode<TransferRowFragment, unknown>;
export const DeleteCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeleteCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ownedApps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"linkExpiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"graceDays"}}]}}]}}]} as unknown as DocumentNode<DeleteCardFragment, unknown>;
export const EmailChangeStateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EmailChangeState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EmailChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"newEmail"}},{"kind":"Field","name":{"kind":"Name","value":"newConfirmedAt"}},{"kind":"Field","name":{"kind":"Name","value":"oldConfirmedAt"}},{"kind":"Field","name":{"kind":"Name","value":"oldMailboxLost"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]} as unknown as DocumentNode<EmailChangeStateFragment, unknown>;
export const EmailCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EmailCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"twoFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enabled"}}]}},{"kind":"Field","name":{"kind":"Name","value":"emailChange"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EmailChangeState"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EmailChangeState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EmailChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"newEmail"}},{"kind":"Field","name":{"kind":"Name","value":"newConfirmedAt"}},{"kind":"Field","name":{"kind":"Name","value":"oldConfirmedAt"}},{"kind":"Field","name":{"kind":"Name","value":"oldMailboxLost"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]} as unknown as DocumentNode<EmailCardFragment, unknown>;
export const ExportStateFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExportState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataExport"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]} as unknown as DocumentNode<ExportStateFragment, unknown>;
export const GithubCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"GithubCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"github"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"linkedAt"}}]}}]}}]} as unknown as DocumentNode<GithubCardFragment, unknown>;
export const PasskeyRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PasskeyRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Passkey"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"synced"}}]}}]} as unknown as DocumentNode<PasskeyRowFragment, unknown>;
export const PasskeysCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PasskeysCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passkeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PasskeyRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PasskeyRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Passkey"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"synced"}}]}}]} as unknown as DocumentNode<PasskeysCardFragment, unknown>;
export const PasswordCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PasswordCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"loginMethods"}},{"kind":"Field","name":{"kind":"Name","value":"twoFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enabled"}}]}}]}}]} as unknown as DocumentNode<PasswordCardFragment, unknown>;
export const SessionRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Session"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"methods"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"current"}}]}}]} as unknown as DocumentNode<SessionRowFragment, unknown>;
export const TwoFactorCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TwoFactorCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"twoFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"enabledAt"}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"awaitsRecoveryCodes"}}]}}]}}]} as unknown as DocumentNode<TwoFactorCardFragment, unknown>;
export const SshKeyRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SshKeyRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SshKey"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"fingerprint"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"bits"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAddress"}}]}}]} as unknown as DocumentNode<SshKeyRowFragment, unknown>;
export const HeadDocument = {"__meta__":{"hash":"sha256:a72d7b0e274fc809d14972fa4aecbb4852ad3f90bd3db0d1cae863716aa6aa1d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Head"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"timelineHead"}}]}}]}}]} as unknown as DocumentNode<HeadQuery, HeadQueryVariables>;
export const SandboxClockDocument = {"__meta__":{"hash":"sha256:0b04c16afa24302c771ca973d1e345ebc46ea4bdb08d4d288fd20b461906988b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SandboxClock"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sandbox"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"now"}},{"kind":"Field","name":{"kind":"Name","value":"offsetSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"nextDueAt"}}]}}]}}]} as unknown as DocumentNode<SandboxClockQuery, SandboxClockQueryVariables>;
export const SandboxAdvanceClockDocument = {"__meta__":{"hash":"sha256:374aa22d7a2919f0d294d1545e4dc4f65944a6ae90783bdae0b2a95b497bd956"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SandboxAdvanceClock"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SandboxAdvanceClockInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sandboxAdvanceClock"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sandbox"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"now"}},{"kind":"Field","name":{"kind":"Name","value":"offsetSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"nextDueAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<SandboxAdvanceClockMutation, SandboxAdvanceClockMutationVariables>;
export const ChangesDocument = {"__meta__":{"hash":"sha256:d4fcbe1b9651f9d19bc831b96bb06d23b85ea6bf832014600e263fed1b666cd4"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"Changes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEdge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineReset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}}]}}]} as unknown as DocumentNode<ChangesSubscription, ChangesSubscriptionVariables>;
export const SandboxDocument = {"__meta__":{"hash":"sha256:c8a454347571c19ce1bb0fcff05979da85d4793ea26c05bbfe8abd3d66b2ac83"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Sandbox"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"serverInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sandbox"}},{"kind":"Field","name":{"kind":"Name","value":"simulated"}}]}}]}}]} as unknown as DocumentNode<SandboxQuery, SandboxQueryVariables>;
export const SudoMethodsDocument = {"__meta__":{"hash":"sha256:fd611dfd905cef637a98c85507d888648ddc067b2d88e00bd579fcae7b784ce3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SudoMethods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sudoMethods"}}]}}]}}]} as unknown as DocumentNode<SudoMethodsQuery, SudoMethodsQueryVariables>;
export const SendSudoCodeDocument = {"__meta__":{"hash":"sha256:9f4936ba76bc5a2fa9b444a186b893e21d191d0fc8beb543d2e3dc4cce490674"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendSudoCode"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendSudoCode"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<SendSudoCodeMutation, SendSudoCodeMutationVariables>;
export const EnterSudoDocument = {"__meta__":{"hash":"sha256:6a6e56991c5150a25226617d6b8433b198bc6ff77994d8d6b2e1a3e49a0a20c7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EnterSudo"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EnterSudoInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enterSudo"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<EnterSudoMutation, EnterSudoMutationVariables>;
export const StartGithubSudoDocument = {"__meta__":{"hash":"sha256:5ed9258f7aa777dc931abaaa44b4809748d2e9a97f7f43596eaeff3a2c6ba747"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartGithubSudo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startGithubSudo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<StartGithubSudoMutation, StartGithubSudoMutationVariables>;
export const StartPasskeySudoDocument = {"__meta__":{"hash":"sha256:89bc099be01cc798cd82247be579be42045aa7845230373b22b21481b03509e4"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartPasskeySudo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startPasskeySudo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ceremony"}},{"kind":"Field","name":{"kind":"Name","value":"options"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<StartPasskeySudoMutation, StartPasskeySudoMutationVariables>;
export const ViewerDocument = {"__meta__":{"hash":"sha256:c7cd088a6caa1957d79aa855f8732fd6345789bcd40d0354647b93e2784a0e15"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"serverInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sandbox"}},{"kind":"Field","name":{"kind":"Name","value":"simulated"}},{"kind":"Field","name":{"kind":"Name","value":"clockOffsetSeconds"}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
export const ApiTokenAppsDocument = {"__meta__":{"hash":"sha256:523616a3ab1e5c7b72a73e5ae731b44f0ee742eae203dbf1b87bdbbc75001a2e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ApiTokenApps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"apps"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ApiTokenAppsQuery, ApiTokenAppsQueryVariables>;
export const CreateApiTokenDocument = {"__meta__":{"hash":"sha256:11127d72e8f6a85e7794ec34ed3119770577c2a199cd74a127f0b5c3a15b5ef8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateApiToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateApiTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createApiToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiToken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<CreateApiTokenMutation, CreateApiTokenMutationVariables>;
export const RenewApiTokenDocument = {"__meta__":{"hash":"sha256:267faf682ee80a2bcf726abbeb9830c7af5e8dadd54156aa7409750915895e7c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenewApiToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"renewApiToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiToken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<RenewApiTokenMutation, RenewApiTokenMutationVariables>;
export const RevokeApiTokenDocument = {"__meta__":{"hash":"sha256:dd8daadb2f2b9bc8e10b9dab6f0fa61a1020f6480f79c2c6af984b1273e1cd98"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeApiToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeApiToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokedId"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<RevokeApiTokenMutation, RevokeApiTokenMutationVariables>;
export const ApiTokensDocument = {"__meta__":{"hash":"sha256:06d986e316525cd9843207a0bf939489dd08262867fde62afd745ada38b461c0"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ApiTokens"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"apiTokens"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ApiTokenRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ApiTokenRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ApiToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"lastFour"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"apps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAddress"}}]}}]} as unknown as DocumentNode<ApiTokensQuery, ApiTokensQueryVariables>;
export const AppTimelineDocument = {"__meta__":{"hash":"sha256:c46d87c091f3c8feffe762c2f782d10c2b1321d6e34c781aa616e14220865dd9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AppTimeline"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"app"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"app"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"App"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"30"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TimelineEventFields"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TimelineEventFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"app"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SecurityEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"device"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ProfileUpdatedEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AppDeployedEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deployment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"commit"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"ref"}},{"kind":"Field","name":{"kind":"Name","value":"keyFingerprint"}}]}}]}}]}}]} as unknown as DocumentNode<AppTimelineQuery, AppTimelineQueryVariables>;
export const ProvisionAddonDocument = {"__meta__":{"hash":"sha256:a23b7cb33f3a511671f09caeae7c2052c25e035f7321b5f04da58405e8b1ad92"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ProvisionAddon"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"appId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProvisionAddonInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"provisionAddon"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"appId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"appId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addon"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<ProvisionAddonMutation, ProvisionAddonMutationVariables>;
export const ResumeAddonDocument = {"__meta__":{"hash":"sha256:b74b4f91af5e992d4ab1366d49ae4b6d69288f838825e3637843ec7222de2b48"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResumeAddon"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resumeAddon"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addon"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<ResumeAddonMutation, ResumeAddonMutationVariables>;
export const RemoveAddonDocument = {"__meta__":{"hash":"sha256:2edc751a06c344c41a8bd43a5e14052f9008e145c21b06cd1e4f4efa1706d6c3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveAddon"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveAddonInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeAddon"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removedId"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<RemoveAddonMutation, RemoveAddonMutationVariables>;
export const AddonsDocument = {"__meta__":{"hash":"sha256:0daa32dce29e0057bf6a1a72545594d0320e86ec849956cad5014881999ef363"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Addons"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"app"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"app"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"App"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addons"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AddonRow"}}]}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AddonRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Addon"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"microsPerHour"}},{"kind":"Field","name":{"kind":"Name","value":"monthly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AddonsQuery, AddonsQueryVariables>;
export const AppCostDocument = {"__meta__":{"hash":"sha256:010737384b2f7e9f3b2a80d79db3b787065313dbbd1533b09deb7cf298d0af68"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AppCost"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"app"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"billing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"usage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"app"},"value":{"kind":"Variable","name":{"kind":"Name","value":"app"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"forecast"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<AppCostQuery, AppCostQueryVariables>;
export const AppPageDocument = {"__meta__":{"hash":"sha256:ac30f07780979d2d33b6748887bdf781561e986e754072a8f159709b3ca9633c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AppPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"app"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"viewerRole"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"gitRemote"}},{"kind":"Field","name":{"kind":"Name","value":"timelineHead"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"containers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"microsPerHour"}},{"kind":"Field","name":{"kind":"Name","value":"monthly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"branch"}},{"kind":"Field","name":{"kind":"Name","value":"parent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"serverInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"git"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HostKey"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HostKey"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"GitEndpoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hostKeyFingerprint"}},{"kind":"Field","name":{"kind":"Name","value":"knownHosts"}}]}}]} as unknown as DocumentNode<AppPageQuery, AppPageQueryVariables>;
export const AppByIdDocument = {"__meta__":{"hash":"sha256:2f12ee22b3ffa063659b41314d61d6f0157822b224950d2df2b8d2cb8abc8459"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AppById"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"App"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"gitRemote"}},{"kind":"Field","name":{"kind":"Name","value":"viewerRole"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"containers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"microsPerHour"}},{"kind":"Field","name":{"kind":"Name","value":"monthly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"branch"}},{"kind":"Field","name":{"kind":"Name","value":"parent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AppByIdQuery, AppByIdQueryVariables>;
export const AppsDocument = {"__meta__":{"hash":"sha256:52baf5e295128f0beb10fa743d603f36df7a1003ecb1d37e4817d001a7052c40"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Apps"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AppFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"apps"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"viewerRole"}},{"kind":"Field","name":{"kind":"Name","value":"lastDeployment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AppRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"invitations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"InvitationRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"appTransfers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TransferRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"serverInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"git"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"host"}},{"kind":"Field","name":{"kind":"Name","value":"port"}},{"kind":"Field","name":{"kind":"Name","value":"user"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AppRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"App"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"viewerRole"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastDeployment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"commit"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"ref"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"InvitationRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Invitation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"appName"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"invitedAt"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TransferRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AppTransfer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"monthly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"app"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}}]} as unknown as DocumentNode<AppsQuery, AppsQueryVariables>;
export const CancelAppTransferDocument = {"__meta__":{"hash":"sha256:bba36b0839d2083b43a2135d59e550f107be86bf98057980e056ed994c9da22b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelAppTransfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelAppTransfer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelledId"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<CancelAppTransferMutation, CancelAppTransferMutationVariables>;
export const ChangeAddonPlanDocument = {"__meta__":{"hash":"sha256:787bcd6ca6bef6a2dfaa6314f540e6c8bf2af5d23f313b355c48c0b7673c92e7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeAddonPlan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeAddonPlanInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeAddonPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addon"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AddonRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AddonRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Addon"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"microsPerHour"}},{"kind":"Field","name":{"kind":"Name","value":"monthly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<ChangeAddonPlanMutation, ChangeAddonPlanMutationVariables>;
export const ChangeCollaboratorRoleDocument = {"__meta__":{"hash":"sha256:1bf5eeca51b4b8184726563da01f37ad2b044e15d143c891893d9c3ae944c6b2"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeCollaboratorRole"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeCollaboratorRoleInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeCollaboratorRole"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"collaborator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<ChangeCollaboratorRoleMutation, ChangeCollaboratorRoleMutationVariables>;
export const CollaboratorsDocument = {"__meta__":{"hash":"sha256:1e39a2bd079b2a03d769e29d91406bb4efb09fdfd83df40c0296a75faa3f090e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Collaborators"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"app"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"app"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"App"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"collaborators"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CollaboratorRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CollaboratorRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Collaborator"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"invitedAt"}},{"kind":"Field","name":{"kind":"Name","value":"acceptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}}]} as unknown as DocumentNode<CollaboratorsQuery, CollaboratorsQueryVariables>;
export const ScaleAppDocument = {"__meta__":{"hash":"sha256:6ed2c06afe2edaca037027ed5291646d9ddc458029eafea67ca5e965a775e596"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ScaleApp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ScaleAppInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scaleApp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"app"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"containers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"microsPerHour"}},{"kind":"Field","name":{"kind":"Name","value":"monthly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<ScaleAppMutation, ScaleAppMutationVariables>;
export const RestartAppDocument = {"__meta__":{"hash":"sha256:51f258f8b44ebfa2456b99f8f0af0b0968df24774a0dfab14e841f3a38939a6c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestartApp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restartApp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"app"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<RestartAppMutation, RestartAppMutationVariables>;
export const StopAppDocument = {"__meta__":{"hash":"sha256:8a0184541b0a6ec34f39c1935948b2f7bee900f037b144b74add49649e9ab65d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StopApp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stopApp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"app"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"containers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"running"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"microsPerHour"}},{"kind":"Field","name":{"kind":"Name","value":"monthly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<StopAppMutation, StopAppMutationVariables>;
export const AppCostsDocument = {"__meta__":{"hash":"sha256:dd78c1949f49834147482af922588c4326f2ce09d8bc9a14122481f6d70253f0"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AppCosts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"billing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"usage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"EnumValue","value":"APP"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"app"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<AppCostsQuery, AppCostsQueryVariables>;
export const CreateAppDocument = {"__meta__":{"hash":"sha256:30b2753325e5abb6c1caf4f5c36b50379da8c1ae4942d7e221f687f92489e1a3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateApp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateAppInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createApp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"app"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<CreateAppMutation, CreateAppMutationVariables>;
export const DeploymentsDocument = {"__meta__":{"hash":"sha256:e23b76608a33fc4bc8b3b72b032a9560712104c9202bf2b57b22f5d637889d37"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Deployments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"app"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"app"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"App"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deployments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeploymentRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeploymentRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Deployment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"commit"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"ref"}},{"kind":"Field","name":{"kind":"Name","value":"pusherName"}},{"kind":"Field","name":{"kind":"Name","value":"keyFingerprint"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<DeploymentsQuery, DeploymentsQueryVariables>;
export const FoundAppsDocument = {"__meta__":{"hash":"sha256:b92b21969a1253a2e5fca4cc82b94876c91f6362a3a450e1cbdac61f93f6c62e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FoundApps"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AppFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"apps"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<FoundAppsQuery, FoundAppsQueryVariables>;
export const AcceptInvitationDocument = {"__meta__":{"hash":"sha256:a67e1b0d648cfc5b2a35d73ca89d78fe37a33a02f88e594f206bf6b829e59c5c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcceptInvitation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acceptInvitation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"app"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const InviteCollaboratorDocument = {"__meta__":{"hash":"sha256:c229aaee4b47d224531d7430afe2de69d44ca60e3e6858957fe279236f4309b7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"InviteCollaborator"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"appId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InviteCollaboratorInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inviteCollaborator"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"appId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"appId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"collaborator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<InviteCollaboratorMutation, InviteCollaboratorMutationVariables>;
export const StopOneOffDocument = {"__meta__":{"hash":"sha256:d4c87df234786e7c66ed817a162d37e58b8258c472336938c16c0f353aa96d6e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StopOneOff"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stopOneOff"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"oneOff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"exitCode"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<StopOneOffMutation, StopOneOffMutationVariables>;
export const OneOffsDocument = {"__meta__":{"hash":"sha256:3fb6dc375aa4e5c370f93db99f9c5f161165be53b9b9a088580535f4f2aac776"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OneOffs"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"app"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"app"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"App"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"oneOffs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OneOffRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OneOffRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OneOff"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"command"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"exitCode"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"startedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}}]} as unknown as DocumentNode<OneOffsQuery, OneOffsQueryVariables>;
export const PlansDocument = {"__meta__":{"hash":"sha256:a8bd6efb14ac42f188787e53df7989c1cb52dbcc9713c306c2e9a707567f30ac"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Plans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlanOption"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlanOption"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Plan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"microsPerHour"}},{"kind":"Field","name":{"kind":"Name","value":"monthly"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]}}]} as unknown as DocumentNode<PlansQuery, PlansQueryVariables>;
export const RemoveCollaboratorDocument = {"__meta__":{"hash":"sha256:4738f552efe23f19e88bf3e702c9908c488a57b625bd0e9157269f5d0a091783"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveCollaborator"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeCollaborator"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removedId"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<RemoveCollaboratorMutation, RemoveCollaboratorMutationVariables>;
export const ReviewAppsDocument = {"__meta__":{"hash":"sha256:b59804af2d9b011e3aa9349c211592c40925b1a99fb7b65a8d933c86f4efe5aa"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReviewApps"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"app"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"app"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"App"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reviewApps"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"branch"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AppRow"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"deployments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"ref"}}]}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AppRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"App"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"viewerRole"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastDeployment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"commit"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"ref"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}}]} as unknown as DocumentNode<ReviewAppsQuery, ReviewAppsQueryVariables>;
export const CreateReviewAppDocument = {"__meta__":{"hash":"sha256:65d28248f57f1e319f0c85368fde98c1352194d12827dd87c2b149aec5779d6c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateReviewApp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"appId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateReviewAppInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createReviewApp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"appId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"appId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"app"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<CreateReviewAppMutation, CreateReviewAppMutationVariables>;
export const RunOneOffDocument = {"__meta__":{"hash":"sha256:1cb458a7ecc12be13dbf7b58d2ed5b85d68fceb3a0c9556042f0aad1fa70b48d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RunOneOff"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"appId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RunOneOffInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runOneOff"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"appId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"appId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"oneOff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<RunOneOffMutation, RunOneOffMutationVariables>;
export const DeleteAppDocument = {"__meta__":{"hash":"sha256:2f54207bb0d9b5fa4842e8028cc16892679547f7e665350f951f4f20033d5849"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteApp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteAppInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteApp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedId"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<DeleteAppMutation, DeleteAppMutationVariables>;
export const RenameAppDocument = {"__meta__":{"hash":"sha256:8448e28a1c895442b9cee95fcec2e2cd2ae4f92852144ce25461b810b91810b2"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenameApp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RenameAppInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"renameApp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"app"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"gitRemote"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<RenameAppMutation, RenameAppMutationVariables>;
export const OwnSshKeysDocument = {"__meta__":{"hash":"sha256:880ff7cc523f8afc08b488525797a6a5d1a8b94afbf1f218b3b03df94fc78776"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OwnSshKeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sshKeys"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"fingerprint"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<OwnSshKeysQuery, OwnSshKeysQueryVariables>;
export const TransferDocument = {"__meta__":{"hash":"sha256:7ff12f778c0d02e85b04a43031036eec30a8dc55a48de23865d1e55ffb25821d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Transfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"app"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"app"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"App"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transfer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"collaborators"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"acceptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<TransferQuery, TransferQueryVariables>;
export const TransferAppDocument = {"__meta__":{"hash":"sha256:3545879b32096bc3b6be6a593b835e386ae867b198f9e526ddff2e8afbf16ac5"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TransferApp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TransferAppInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transferApp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transfer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<TransferAppMutation, TransferAppMutationVariables>;
export const AcceptAppTransferDocument = {"__meta__":{"hash":"sha256:dcb584b120a8dd0feaf34756a913b49a64ba6d85e4f57fc71b07e71d6fa0c175"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcceptAppTransfer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AcceptAppTransferInput"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acceptAppTransfer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"app"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"viewerRole"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCan"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<AcceptAppTransferMutation, AcceptAppTransferMutationVariables>;
export const FollowAppDocument = {"__meta__":{"hash":"sha256:1a24ac427320d4269c5033ee1e94c30aadbd7101fb8b355fd914e433b64b824e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"FollowApp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"app"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"appTimeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"app"},"value":{"kind":"Variable","name":{"kind":"Name","value":"app"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEdge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TimelineEventFields"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineReset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TimelineEventFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"app"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SecurityEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"device"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ProfileUpdatedEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AppDeployedEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deployment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"commit"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"ref"}},{"kind":"Field","name":{"kind":"Name","value":"keyFingerprint"}}]}}]}}]}}]} as unknown as DocumentNode<FollowAppSubscription, FollowAppSubscriptionVariables>;
export const AuthenticationDocument = {"__meta__":{"hash":"sha256:dfc1489012250b6e4c3047ed0869dcb2ad7865a3c05f8df0a2e893a3d0ce341b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Authentication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"EmailCard"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PasswordCard"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TwoFactorCard"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PasskeysCard"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"GithubCard"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeleteCard"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EmailChangeState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EmailChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"newEmail"}},{"kind":"Field","name":{"kind":"Name","value":"newConfirmedAt"}},{"kind":"Field","name":{"kind":"Name","value":"oldConfirmedAt"}},{"kind":"Field","name":{"kind":"Name","value":"oldMailboxLost"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PasskeyRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Passkey"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"synced"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EmailCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"twoFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enabled"}}]}},{"kind":"Field","name":{"kind":"Name","value":"emailChange"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EmailChangeState"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PasswordCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"loginMethods"}},{"kind":"Field","name":{"kind":"Name","value":"twoFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enabled"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TwoFactorCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"twoFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"enabledAt"}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"awaitsRecoveryCodes"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PasskeysCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passkeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PasskeyRow"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"GithubCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"github"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"linkedAt"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeleteCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ownedApps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"linkExpiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"graceDays"}}]}}]}}]} as unknown as DocumentNode<AuthenticationQuery, AuthenticationQueryVariables>;
export const GithubOfferDocument = {"__meta__":{"hash":"sha256:46399bd85b148eb37ef82f51534ca613dc0e36da7cc472cd682c60fee36742f9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GithubOffer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"serverInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"github"}}]}}]}}]} as unknown as DocumentNode<GithubOfferQuery, GithubOfferQueryVariables>;
export const ConfirmRecoveryCodesDocument = {"__meta__":{"hash":"sha256:bdd7bf9581064fb7ccfb4b261f3c51df2e7fac397ee07f4ded07b2f9507e652a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmRecoveryCodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmRecoveryCodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TwoFactorCard"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TwoFactorCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"twoFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"enabledAt"}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"awaitsRecoveryCodes"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<ConfirmRecoveryCodesMutation, ConfirmRecoveryCodesMutationVariables>;
export const DeleteAccountDocument = {"__meta__":{"hash":"sha256:a051313f8a81a4af11ecaa3e6281b9ce036a30e09c198bb881b9200cb4d5fa4b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeleteCard"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AppsRemainError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeleteCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ownedApps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"linkExpiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"graceDays"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<DeleteAccountMutation, DeleteAccountMutationVariables>;
export const DisableTwoFactorDocument = {"__meta__":{"hash":"sha256:87876eeb8e6cca7f1f8b217e9e5753d5b7a5d9a9aa1e62883e8de6effeb131ef"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DisableTwoFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"disableTwoFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TwoFactorCard"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TwoFactorCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"twoFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"enabledAt"}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodesLeft"}},{"kind":"Field","name":{"kind":"Name","value":"awaitsRecoveryCodes"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<DisableTwoFactorMutation, DisableTwoFactorMutationVariables>;
export const SudoUntilDocument = {"__meta__":{"hash":"sha256:3bcc00699f2493d9e0da1a429f04074d2d5af6591ca29d7030482ebb1e0b9669"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SudoUntil"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sudoUntil"}}]}}]}}]} as unknown as DocumentNode<SudoUntilQuery, SudoUntilQueryVariables>;
export const CancelEmailChangeDocument = {"__meta__":{"hash":"sha256:d4f6f214138613cfee5726b38fb4079f3c50de239c2a428aa7ec0f6fae921d39"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelEmailChange"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelEmailChange"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<CancelEmailChangeMutation, CancelEmailChangeMutationVariables>;
export const RequestEmailChangeDocument = {"__meta__":{"hash":"sha256:8daef97b7f52f0ede419d0009748c113127059886d02d8371fee2aa5179b5550"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestEmailChange"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestEmailChangeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestEmailChange"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"emailChange"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EmailChangeState"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EmailChangeState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EmailChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"newEmail"}},{"kind":"Field","name":{"kind":"Name","value":"newConfirmedAt"}},{"kind":"Field","name":{"kind":"Name","value":"oldConfirmedAt"}},{"kind":"Field","name":{"kind":"Name","value":"oldMailboxLost"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<RequestEmailChangeMutation, RequestEmailChangeMutationVariables>;
export const RevokeOtherSessionsDocument = {"__meta__":{"hash":"sha256:5337feebf11a4dbe9d64e8467af8526e71165f8d29e42aaa28baa55901bab919"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeOtherSessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeOtherSessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revoked"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<RevokeOtherSessionsMutation, RevokeOtherSessionsMutationVariables>;
export const ExportDataDocument = {"__meta__":{"hash":"sha256:6af439fb4c5d63c7b6a3624c2706503f42ec8a13ce4839e19a5c5d12767333c9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExportData"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exportData"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataExport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExportState"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExportState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataExport"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<ExportDataMutation, ExportDataMutationVariables>;
export const StartGithubLinkDocument = {"__meta__":{"hash":"sha256:06110b62450e7a60e5540dedaaddb89fa6620bb9aecba585b84b74e002cbb945"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartGithubLink"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startGithubLink"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<StartGithubLinkMutation, StartGithubLinkMutationVariables>;
export const SendPasswordLinkDocument = {"__meta__":{"hash":"sha256:7043857e2cc48b7f2f70463c837fbce2454167a76d21b8b433bf71e084662865"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendPasswordLink"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestPasswordResetInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestPasswordReset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<SendPasswordLinkMutation, SendPasswordLinkMutationVariables>;
export const ChangePasswordDocument = {"__meta__":{"hash":"sha256:205ee9a1731342875e5aed929a490ad868954666a03fbea8eae449c9f8a07dfd"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangePassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangePasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changePassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"endedSessions"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const RenewRecoveryCodesDocument = {"__meta__":{"hash":"sha256:dd2565f773eed1535d5a98344ed8d0fee755773bc63c5a21770cc1e019c28673"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenewRecoveryCodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"renewRecoveryCodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recoveryCodes"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<RenewRecoveryCodesMutation, RenewRecoveryCodesMutationVariables>;
export const RemovePasskeyDocument = {"__meta__":{"hash":"sha256:15fe22daf78d30e6f7761551ac2a80e8991858f19caec05ce578d9cf32e0a1ea"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemovePasskey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removePasskey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removedId"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<RemovePasskeyMutation, RemovePasskeyMutationVariables>;
export const RenamePasskeyDocument = {"__meta__":{"hash":"sha256:bd26e2aa14daa69e3a249fae8d4e2e2fde15e4bcede17f5db404ae72152668f0"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenamePasskey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RenamePasskeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"renamePasskey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passkey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<RenamePasskeyMutation, RenamePasskeyMutationVariables>;
export const RevokeSessionDocument = {"__meta__":{"hash":"sha256:7697e37c98458ef163c32344aad6083c0633a8b49ed63ab7ee2758601c94aa1a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokedId"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<RevokeSessionMutation, RevokeSessionMutationVariables>;
export const StartTotpDocument = {"__meta__":{"hash":"sha256:3b78577e6935a3bfefcb362a687d8fc977f7666a3370b46123a27fd0dd91b444"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartTotp"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startTotp"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"qrSvg"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<StartTotpMutation, StartTotpMutationVariables>;
export const ConfirmTotpDocument = {"__meta__":{"hash":"sha256:dd9c8e68f7c96c3860b5706efb8fdea20b020343da9425e43894ee2f09fd1005"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmTotp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmTotpInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmTotp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recoveryCodes"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<ConfirmTotpMutation, ConfirmTotpMutationVariables>;
export const UnlinkGithubDocument = {"__meta__":{"hash":"sha256:c45c8ac3eda6874bd46705d832fc21e47dae057f6bab572d32c2b01b2b81b3c2"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UnlinkGithub"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unlinkGithub"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"loginMethods"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"GithubCard"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"GithubCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"github"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"login"}},{"kind":"Field","name":{"kind":"Name","value":"linkedAt"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<UnlinkGithubMutation, UnlinkGithubMutationVariables>;
export const StartPasskeyDocument = {"__meta__":{"hash":"sha256:0ec1230afcf6a36425a074cae9b3c22d925df97a65c3b5813ad59f689d98eaa8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartPasskey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startPasskey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ceremony"}},{"kind":"Field","name":{"kind":"Name","value":"options"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<StartPasskeyMutation, StartPasskeyMutationVariables>;
export const AddPasskeyDocument = {"__meta__":{"hash":"sha256:bc60b164cc00efadf496a5d4210acf68f67d6d6d2399ec9342bb073aea3129f6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddPasskey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddPasskeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addPasskey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passkey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<AddPasskeyMutation, AddPasskeyMutationVariables>;
export const DataExportDocument = {"__meta__":{"hash":"sha256:8fce112974e6d3cd76cd5f71076f083ad75d0d3a47dd7ba9fb54562085edce90"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DataExport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"dataExport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExportState"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExportState"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DataExport"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]} as unknown as DocumentNode<DataExportQuery, DataExportQueryVariables>;
export const ResendVerificationDocument = {"__meta__":{"hash":"sha256:5785d9179c1259aeac0f274c20828939a01184b15cdce312fbd5cac8d8165360"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResendVerification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resendVerification"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<ResendVerificationMutation, ResendVerificationMutationVariables>;
export const SessionsDocument = {"__meta__":{"hash":"sha256:3452d1bdb8687d5bd4b83f6980afe43cb3ebce4af82674c9614b925eaec75b6e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Sessions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sessions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SessionRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Session"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"methods"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"current"}}]}}]} as unknown as DocumentNode<SessionsQuery, SessionsQueryVariables>;
export const UpdateBillingProfileDocument = {"__meta__":{"hash":"sha256:707eb4dcc464c94928947500c443e7ca564b6110e41f7c6307f2ca8f1e894b14"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateBillingProfile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateBillingProfileInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateBillingProfile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"billing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"profile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"vatNumber"}},{"kind":"Field","name":{"kind":"Name","value":"vatStatus"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<UpdateBillingProfileMutation, UpdateBillingProfileMutationVariables>;
export const BillingProfileDocument = {"__meta__":{"hash":"sha256:51b811419b0810e41a8361c1af3b7d0cacd2d5bfbe247ae7a532c786dd1f904b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BillingProfile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"billing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"profile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"legalName"}},{"kind":"Field","name":{"kind":"Name","value":"addressLine1"}},{"kind":"Field","name":{"kind":"Name","value":"addressLine2"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"vatNumber"}},{"kind":"Field","name":{"kind":"Name","value":"vatStatus"}},{"kind":"Field","name":{"kind":"Name","value":"invoiceNote"}},{"kind":"Field","name":{"kind":"Name","value":"recipients"}}]}}]}}]}}]}}]} as unknown as DocumentNode<BillingProfileQuery, BillingProfileQueryVariables>;
export const ProfileDocument = {"__meta__":{"hash":"sha256:ba4a60d39969964d44cc777e4d0d696a223628e695189703b42d7f46ad87e33e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Profile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"newsletter"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}}]} as unknown as DocumentNode<ProfileQuery, ProfileQueryVariables>;
export const UpdateProfileDocument = {"__meta__":{"hash":"sha256:c062f552960f85972c3e4358f5fc583328c5a6e6eaa230635b564b5373debbc7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateProfile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateProfileInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateProfile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"location"}},{"kind":"Field","name":{"kind":"Name","value":"company"}},{"kind":"Field","name":{"kind":"Name","value":"newsletter"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"theme"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<UpdateProfileMutation, UpdateProfileMutationVariables>;
export const CheckEmailChangeLinkDocument = {"__meta__":{"hash":"sha256:5b982f596f608e06009f271d152976372af0431a81483a773de8f474492cba14"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CheckEmailChangeLink"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MailedLinkInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"checkEmailChangeLink"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"newEmail"}},{"kind":"Field","name":{"kind":"Name","value":"stepsLeft"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CheckEmailChangeLinkMutation, CheckEmailChangeLinkMutationVariables>;
export const VerifyEmailDocument = {"__meta__":{"hash":"sha256:f941577e83fed8709adbb02b33bead1394c379921af1cdb70d8a0abeb6fa0e7a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"VerifyEmail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MailedLinkInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifyEmail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<VerifyEmailMutation, VerifyEmailMutationVariables>;
export const ConfirmEmailChangeDocument = {"__meta__":{"hash":"sha256:6bcbfe38148be57713e1638e30489ea52fe72f9c85a226cf97dad6b373c17b62"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmEmailChange"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MailedLinkInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmEmailChange"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"email"},"name":{"kind":"Name","value":"newEmail"}},{"kind":"Field","name":{"kind":"Name","value":"stepsLeft"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<ConfirmEmailChangeMutation, ConfirmEmailChangeMutationVariables>;
export const CancelEmailChangeByLinkDocument = {"__meta__":{"hash":"sha256:3ab60df33bda9aac6986ce1f9806d190311590248f5b4c4663b2fb3296ce4028"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelEmailChangeByLink"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MailedLinkInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelEmailChangeByLink"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<CancelEmailChangeByLinkMutation, CancelEmailChangeByLinkMutationVariables>;
export const RevertEmailChangeDocument = {"__meta__":{"hash":"sha256:19a8e2fa6f840847f7b59ea5253f67c4a288908fa582a348ddd6e3b1ea9ccd3c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevertEmailChange"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MailedLinkInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revertEmailChange"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<RevertEmailChangeMutation, RevertEmailChangeMutationVariables>;
export const UnlockSignInDocument = {"__meta__":{"hash":"sha256:07364c29a328e4ebdd0bf5d47dc784e29f3fb11160a98aecedf09fae35e6601a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UnlockSignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MailedLinkInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unlockSignIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<UnlockSignInMutation, UnlockSignInMutationVariables>;
export const ConfirmAccountDeletionDocument = {"__meta__":{"hash":"sha256:88f231ede3b15ec659bcec7353fbd1a2883b38d40130b3690ca7906ddd2f7aec"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmAccountDeletion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MailedLinkInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmAccountDeletion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<ConfirmAccountDeletionMutation, ConfirmAccountDeletionMutationVariables>;
export const CancelAccountDeletionDocument = {"__meta__":{"hash":"sha256:7345414ee3d5dff8a2f40774420edaef6d191e6ffde4f6480ee348c23d86c515"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelAccountDeletion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MailedLinkInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelAccountDeletion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<CancelAccountDeletionMutation, CancelAccountDeletionMutationVariables>;
export const RequestPasswordResetDocument = {"__meta__":{"hash":"sha256:633584c465e52ec14aabacf109f4c49b64e6ec6e107f8d82a66a058af6d15f4c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestPasswordReset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestPasswordResetInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestPasswordReset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>;
export const StartGithubSignInDocument = {"__meta__":{"hash":"sha256:8b8713d699375bad076e52a21d5c388285ef62773141126087214dff8770497a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartGithubSignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StartGithubSignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startGithubSignIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<StartGithubSignInMutation, StartGithubSignInMutationVariables>;
export const OffersDocument = {"__meta__":{"hash":"sha256:0a8e004363eb3523d532fd918232b4c3e5a6db707b15b83c59b24b25e12d9a1e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Offers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"serverInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"github"}}]}}]}}]} as unknown as DocumentNode<OffersQuery, OffersQueryVariables>;
export const SignInWithPasskeyDocument = {"__meta__":{"hash":"sha256:548ab909e147584b2a4ca0852574c33f8816ef191700936578dbd208f642b4d9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignInWithPasskey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PasskeyProofInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signInWithPasskey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<SignInWithPasskeyMutation, SignInWithPasskeyMutationVariables>;
export const StartPasskeySignInDocument = {"__meta__":{"hash":"sha256:e2fef4d287416c4302c1f5b9a3efbda704646070471c240552b48829d6f063ef"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartPasskeySignIn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startPasskeySignIn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ceremony"}},{"kind":"Field","name":{"kind":"Name","value":"options"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<StartPasskeySignInMutation, StartPasskeySignInMutationVariables>;
export const ResetPasswordDocument = {"__meta__":{"hash":"sha256:a5ca7d3c5d8d74656e1e71a9af8ed1ac55613dbdd316560f8b9f017e0efeabca"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResetPassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResetPasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resetPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const VerifySecondFactorDocument = {"__meta__":{"hash":"sha256:ae8f733766d5503ea9b92fa0ab06d942549bb7d78ab88fa8fcf447b1d1f79f20"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"VerifySecondFactor"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"VerifySecondFactorInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifySecondFactor"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<VerifySecondFactorMutation, VerifySecondFactorMutationVariables>;
export const SignInDocument = {"__meta__":{"hash":"sha256:b0242e56ada289715f147dd6c7875e7576398ea901e973294173a214668afee1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"secondFactor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"methods"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<SignInMutation, SignInMutationVariables>;
export const SignOutDocument = {"__meta__":{"hash":"sha256:437220cafe4a11e1b01f822875678610b83d7f27028dffcb9395293b748e3ed1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ended"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SignOutMutation, SignOutMutationVariables>;
export const SignUpDocument = {"__meta__":{"hash":"sha256:1f81ce10926c8e8a6051a0aae7df22fb74e86498e85b83b403db07c7eb97fed1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignUpInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<SignUpMutation, SignUpMutationVariables>;
export const DeletionGraceDaysDocument = {"__meta__":{"hash":"sha256:2adddde6331360c27c0f05305c76e9821991b7c8249581e748eed1ee4d2c39de"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DeletionGraceDays"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"serverInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletionGraceDays"}}]}}]}}]} as unknown as DocumentNode<DeletionGraceDaysQuery, DeletionGraceDaysQueryVariables>;
export const AddSshKeyDocument = {"__meta__":{"hash":"sha256:66d04b7a0c0e4b50b2d937816d9817e56b76f172e44a1b3cc5247fb4e90287ac"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddSshKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddSshKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"addSshKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sshKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SshKeyTakenError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"challenge"}},{"kind":"Field","name":{"kind":"Name","value":"namespace"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<AddSshKeyMutation, AddSshKeyMutationVariables>;
export const ProveSshKeyDocument = {"__meta__":{"hash":"sha256:5dcbf67c66e0750c514281591c85dd0770af4a08d2facd10179a76903d251187"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ProveSshKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ProveSshKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"proveSshKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sshKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<ProveSshKeyMutation, ProveSshKeyMutationVariables>;
export const RemoveSshKeyDocument = {"__meta__":{"hash":"sha256:b9f8cd1c2c552d640d41b99e1ad83f4fa3249105c9ee841bc27c25ed47f439e8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveSshKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeSshKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removedId"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<RemoveSshKeyMutation, RemoveSshKeyMutationVariables>;
export const RenameSshKeyDocument = {"__meta__":{"hash":"sha256:52be1acefdc96278c5a81dddfea0cc74cc6a3d0081ac403daed26fa87ad13ca9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenameSshKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RenameSshKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"renameSshKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sshKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserError"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserError"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]} as unknown as DocumentNode<RenameSshKeyMutation, RenameSshKeyMutationVariables>;
export const SshKeysDocument = {"__meta__":{"hash":"sha256:7d77606bbf73e76fdc195d4719e4333e42d5f8359a952d4efc5a4b3f6480f143"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SshKeys"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sshKeys"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SshKeyRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SshKeyRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SshKey"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"fingerprint"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"bits"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAddress"}}]}}]} as unknown as DocumentNode<SshKeysQuery, SshKeysQueryVariables>;
export const TimelineAppsDocument = {"__meta__":{"hash":"sha256:b2b5ca4204b37386ddf6e7bfe085f674ec0c9be729555013bae157bc707d7450"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TimelineApps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"apps"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<TimelineAppsQuery, TimelineAppsQueryVariables>;
export const TimelineHeadDocument = {"__meta__":{"hash":"sha256:0244659c4de4db852721688ab1e3d2b8234d1744384796e8aed3fb2e08fb430b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TimelineHead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"timelineHead"}}]}}]}}]} as unknown as DocumentNode<TimelineHeadQuery, TimelineHeadQueryVariables>;
export const TimelinePageDocument = {"__meta__":{"hash":"sha256:e5f99813104cd69eaa833b3f3d8b091898dfc2e5d49e20c3c9931342afe1058d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TimelinePage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"30"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TimelineEventFields"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TimelineEventFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"app"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SecurityEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"device"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ProfileUpdatedEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AppDeployedEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deployment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"commit"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"ref"}},{"kind":"Field","name":{"kind":"Name","value":"keyFingerprint"}}]}}]}}]}}]} as unknown as DocumentNode<TimelinePageQuery, TimelinePageQueryVariables>;
export const FollowTimelineDocument = {"__meta__":{"hash":"sha256:74b609ae6be5570cf6873427169c52e83c839f2aeded40eeea7da90f146e6e23"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"FollowTimeline"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEdge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TimelineEventFields"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineReset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TimelineEventFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"app"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SecurityEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"device"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ProfileUpdatedEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fields"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AppDeployedEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deployment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"commit"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"ref"}},{"kind":"Field","name":{"kind":"Name","value":"keyFingerprint"}}]}}]}}]}}]} as unknown as DocumentNode<FollowTimelineSubscription, FollowTimelineSubscriptionVariables>;
export const UsageCsvDocument = {"__meta__":{"hash":"sha256:9ea2d330a5d4917dc371eddb9356a19cee581b6273a4bf829399ada84a391d7d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UsageCsv"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"billing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"usage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"EnumValue","value":"RESOURCE"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"csvUrl"}}]}}]}}]}}]}}]} as unknown as DocumentNode<UsageCsvQuery, UsageCsvQueryVariables>;
export const UsageDocument = {"__meta__":{"hash":"sha256:cd6e917d505d0b41c3c57cb1393809d401602cbb024c965256b4f3cb9c2013ed"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Usage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"groupBy"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UsageGroup"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"billing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"usage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"groupBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"forecast"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"app"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"resource"}},{"kind":"Field","name":{"kind":"Name","value":"plan"}},{"kind":"Field","name":{"kind":"Name","value":"unitMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"days"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<UsageQuery, UsageQueryVariables>;