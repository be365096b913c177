-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_accounts" table
CREATE TABLE `new_accounts` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `username` text NOT NULL, `email` text NOT NULL, `email_key` text NOT NULL, `email_verified_at` datetime NULL, `password_hash` text NULL, `password_short` bool NOT NULL DEFAULT (false), `credential_version` integer NOT NULL DEFAULT (1), `full_name` text NOT NULL DEFAULT (''), `location` text NOT NULL DEFAULT (''), `company` text NOT NULL DEFAULT (''), `newsletter` bool NOT NULL DEFAULT (false), `language` text NOT NULL DEFAULT ('EN'), `theme` text NOT NULL DEFAULT ('SYSTEM'), `time_zone` text NOT NULL DEFAULT ('UTC'), `suspended_at` datetime NULL, `closing_at` datetime NULL, `closed_at` datetime NULL, PRIMARY KEY (`id`));
-- copy rows from old table "accounts" to new temporary table "new_accounts"
INSERT INTO `new_accounts` (`id`, `created_at`, `username`, `email`, `email_key`, `password_hash`, `credential_version`, `full_name`, `location`, `company`, `newsletter`, `language`, `theme`, `time_zone`, `suspended_at`) SELECT `id`, `created_at`, `username`, `email`, `email_key`, `password_hash`, `credential_version`, `full_name`, `location`, `company`, `newsletter`, `language`, `theme`, `time_zone`, `suspended_at` FROM `accounts`;
-- drop "accounts" table after copying rows
DROP TABLE `accounts`;
-- rename temporary table "new_accounts" to "accounts"
ALTER TABLE `new_accounts` RENAME TO `accounts`;
-- create index "accounts_username_key" to table: "accounts"
CREATE UNIQUE INDEX `accounts_username_key` ON `accounts` (`username`);
-- create index "accounts_email_key_key" to table: "accounts"
CREATE UNIQUE INDEX `accounts_email_key_key` ON `accounts` (`email_key`);
-- create index "account_closing_at" to table: "accounts"
CREATE INDEX `account_closing_at` ON `accounts` (`closing_at`) WHERE closing_at is not null and closed_at is null;
-- create index "session_expires_at" to table: "sessions"
CREATE INDEX `session_expires_at` ON `sessions` (`expires_at`);
-- create "attempts" table
CREATE TABLE `attempts` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `kind` text NOT NULL, `subject` text NOT NULL, `count` integer NOT NULL DEFAULT (0), `since` datetime NOT NULL, `last_at` datetime NOT NULL, `next_at` datetime NOT NULL, `locked_at` datetime NULL, PRIMARY KEY (`id`));
-- create index "attempt_kind_subject" to table: "attempts"
CREATE UNIQUE INDEX `attempt_kind_subject` ON `attempts` (`kind`, `subject`);
-- create index "attempt_last_at" to table: "attempts"
CREATE INDEX `attempt_last_at` ON `attempts` (`last_at`);
-- create "ceremonies" table
CREATE TABLE `ceremonies` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `purpose` text NOT NULL, `account_id` uuid NULL, `data` json NOT NULL, `expires_at` datetime NOT NULL, PRIMARY KEY (`id`));
-- create index "ceremony_expires_at" to table: "ceremonies"
CREATE INDEX `ceremony_expires_at` ON `ceremonies` (`expires_at`);
-- create "data_exports" table
CREATE TABLE `data_exports` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `state` text NOT NULL DEFAULT ('PENDING'), `progress` integer NOT NULL DEFAULT (0), `size` integer NOT NULL DEFAULT (0), `due_at` datetime NOT NULL, `tries` integer NOT NULL DEFAULT (0), `ready_at` datetime NULL, `expires_at` datetime NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `data_exports_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "dataexport_account_id_id" to table: "data_exports"
CREATE INDEX `dataexport_account_id_id` ON `data_exports` (`account_id`, `id`);
-- create index "dataexport_state_due_at" to table: "data_exports"
CREATE INDEX `dataexport_state_due_at` ON `data_exports` (`state`, `due_at`);
-- create "devices" table
CREATE TABLE `devices` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `digest` blob NOT NULL, `last_seen_at` datetime NOT NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `devices_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "device_account_id_digest" to table: "devices"
CREATE UNIQUE INDEX `device_account_id_digest` ON `devices` (`account_id`, `digest`);
-- create "email_changes" table
CREATE TABLE `email_changes` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `state` text NOT NULL DEFAULT ('PENDING'), `old_email` text NOT NULL, `new_email` text NOT NULL, `new_key` text NOT NULL, `old_lost` bool NOT NULL, `old_confirmed_at` datetime NULL, `new_confirmed_at` datetime NULL, `due_at` datetime NULL, `noticed_at` datetime NULL, `expires_at` datetime NOT NULL, `applied_at` datetime NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `email_changes_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "emailchange_account_id_id" to table: "email_changes"
CREATE INDEX `emailchange_account_id_id` ON `email_changes` (`account_id`, `id`);
-- create index "emailchange_due_at" to table: "email_changes"
CREATE INDEX `emailchange_due_at` ON `email_changes` (`due_at`);
-- create "github_identities" table
CREATE TABLE `github_identities` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `github_id` integer NOT NULL, `login` text NOT NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `github_identities_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "github_identities_github_id_key" to table: "github_identities"
CREATE UNIQUE INDEX `github_identities_github_id_key` ON `github_identities` (`github_id`);
-- create index "githubidentity_account_id" to table: "github_identities"
CREATE UNIQUE INDEX `githubidentity_account_id` ON `github_identities` (`account_id`);
-- create "links" table
CREATE TABLE `links` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `purpose` text NOT NULL, `digest` blob NOT NULL, `subject` text NOT NULL DEFAULT (''), `expires_at` datetime NOT NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `links_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "links_digest_key" to table: "links"
CREATE UNIQUE INDEX `links_digest_key` ON `links` (`digest`);
-- create index "link_account_id_purpose" to table: "links"
CREATE INDEX `link_account_id_purpose` ON `links` (`account_id`, `purpose`);
-- create index "link_expires_at" to table: "links"
CREATE INDEX `link_expires_at` ON `links` (`expires_at`);
-- create "mails" table
CREATE TABLE `mails` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `account_id` uuid NULL, `kind` text NOT NULL, `to_address` text NOT NULL, `language` text NOT NULL, `sealed` blob NULL, `due_at` datetime NOT NULL, `tries` integer NOT NULL DEFAULT (0), `sent_at` datetime NULL, `failed_at` datetime NULL, `last_error` text NOT NULL DEFAULT (''), PRIMARY KEY (`id`));
-- create index "mail_due_at" to table: "mails"
CREATE INDEX `mail_due_at` ON `mails` (`due_at`) WHERE sent_at is null and failed_at is null;
-- create index "mail_account_id" to table: "mails"
CREATE INDEX `mail_account_id` ON `mails` (`account_id`);
-- create "oauth_states" table
CREATE TABLE `oauth_states` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `digest` blob NOT NULL, `browser` blob NOT NULL, `verifier` blob NOT NULL, `purpose` text NOT NULL, `session_id` uuid NULL, `page` text NOT NULL, `expires_at` datetime NOT NULL, PRIMARY KEY (`id`));
-- create index "oauth_states_digest_key" to table: "oauth_states"
CREATE UNIQUE INDEX `oauth_states_digest_key` ON `oauth_states` (`digest`);
-- create index "oauthstate_expires_at" to table: "oauth_states"
CREATE INDEX `oauthstate_expires_at` ON `oauth_states` (`expires_at`);
-- create "passkeys" table
CREATE TABLE `passkeys` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `name` text NOT NULL, `credential_id` blob NOT NULL, `credential` json NOT NULL, `last_used_at` datetime NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `passkeys_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "passkeys_credential_id_key" to table: "passkeys"
CREATE UNIQUE INDEX `passkeys_credential_id_key` ON `passkeys` (`credential_id`);
-- create index "passkey_account_id_id" to table: "passkeys"
CREATE INDEX `passkey_account_id_id` ON `passkeys` (`account_id`, `id`);
-- create "pending_sign_ins" table
CREATE TABLE `pending_sign_ins` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `token_digest` blob NOT NULL, `credential_version` integer NOT NULL, `method` text NOT NULL, `failures` integer NOT NULL DEFAULT (0), `expires_at` datetime NOT NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `pending_sign_ins_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "pending_sign_ins_token_digest_key" to table: "pending_sign_ins"
CREATE UNIQUE INDEX `pending_sign_ins_token_digest_key` ON `pending_sign_ins` (`token_digest`);
-- create index "pendingsignin_account_id" to table: "pending_sign_ins"
CREATE INDEX `pendingsignin_account_id` ON `pending_sign_ins` (`account_id`);
-- create index "pendingsignin_expires_at" to table: "pending_sign_ins"
CREATE INDEX `pendingsignin_expires_at` ON `pending_sign_ins` (`expires_at`);
-- create "recovery_codes" table
CREATE TABLE `recovery_codes` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `hash` text NOT NULL, `used_at` datetime NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `recovery_codes_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "recoverycode_account_id" to table: "recovery_codes"
CREATE INDEX `recoverycode_account_id` ON `recovery_codes` (`account_id`);
-- create "reset_requests" table
CREATE TABLE `reset_requests` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `email_key` text NOT NULL, `address` text NOT NULL, `device` text NOT NULL, PRIMARY KEY (`id`));
-- create "totps" table
CREATE TABLE `totps` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `secret` blob NOT NULL, `counter` integer NOT NULL DEFAULT (0), `proven_at` datetime NULL, `enabled_at` datetime NULL, `reset_at` datetime NULL, `noticed_at` datetime NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `totps_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "totp_account_id" to table: "totps"
CREATE UNIQUE INDEX `totp_account_id` ON `totps` (`account_id`);
-- create index "totp_reset_at" to table: "totps"
CREATE INDEX `totp_reset_at` ON `totps` (`reset_at`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
