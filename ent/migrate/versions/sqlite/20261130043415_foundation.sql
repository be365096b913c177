-- +goose Up
-- create "api_tokens" table
CREATE TABLE `api_tokens` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `name` text NOT NULL, `digest` blob NOT NULL, `last_four` text NOT NULL, `scopes` json NOT NULL, `app_ids` json NOT NULL, `app_names` json NOT NULL, `renewed_at` datetime NOT NULL, `expires_at` datetime NOT NULL, `last_used_at` datetime NULL, `last_used_address` text NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `api_tokens_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "api_tokens_digest_key" to table: "api_tokens"
CREATE UNIQUE INDEX `api_tokens_digest_key` ON `api_tokens` (`digest`);
-- create index "apitoken_account_id_id" to table: "api_tokens"
CREATE INDEX `apitoken_account_id_id` ON `api_tokens` (`account_id`, `id`);
-- create "accounts" table
CREATE TABLE `accounts` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `username` text NOT NULL, `email` text NOT NULL, `email_key` text NOT NULL, `email_verified_at` datetime NULL, `password_hash` text NULL, `password_short` bool NOT NULL DEFAULT (false), `credential_version` integer NOT NULL DEFAULT (1), `full_name` text NOT NULL DEFAULT (''), `location` text NOT NULL DEFAULT (''), `company` text NOT NULL DEFAULT (''), `newsletter` bool NOT NULL DEFAULT (false), `language` text NOT NULL DEFAULT ('EN'), `theme` text NOT NULL DEFAULT ('SYSTEM'), `time_zone` text NOT NULL DEFAULT ('UTC'), `suspended_at` datetime NULL, `closing_at` datetime NULL, `closed_at` datetime NULL, PRIMARY KEY (`id`));
-- create index "accounts_username_key" to table: "accounts"
CREATE UNIQUE INDEX `accounts_username_key` ON `accounts` (`username`);
-- create index "accounts_email_key_key" to table: "accounts"
CREATE UNIQUE INDEX `accounts_email_key_key` ON `accounts` (`email_key`);
-- create index "account_closing_at" to table: "accounts"
CREATE INDEX `account_closing_at` ON `accounts` (`closing_at`) WHERE closing_at is not null and closed_at is null;
-- create "apps" table
CREATE TABLE `apps` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `name` text NOT NULL, `owner_id` uuid NOT NULL, `last_deployment_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `apps_accounts_owner` FOREIGN KEY (`owner_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `apps_deployments_last_deployment` FOREIGN KEY (`last_deployment_id`) REFERENCES `deployments` (`id`) ON DELETE SET NULL);
-- create index "apps_name_key" to table: "apps"
CREATE UNIQUE INDEX `apps_name_key` ON `apps` (`name`);
-- create index "app_owner_id_name" to table: "apps"
CREATE INDEX `app_owner_id_name` ON `apps` (`owner_id`, `name`);
-- create index "app_last_deployment_id" to table: "apps"
CREATE INDEX `app_last_deployment_id` ON `apps` (`last_deployment_id`);
-- create "attempts" table
CREATE TABLE `attempts` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `kind` text NOT NULL, `subject` text NOT NULL, `count` integer NOT NULL DEFAULT (0), `since` datetime NOT NULL, `last_at` datetime NOT NULL, `next_at` datetime NOT NULL, `locked_at` datetime NULL, PRIMARY KEY (`id`));
-- create index "attempt_kind_subject" to table: "attempts"
CREATE UNIQUE INDEX `attempt_kind_subject` ON `attempts` (`kind`, `subject`);
-- create index "attempt_last_at" to table: "attempts"
CREATE INDEX `attempt_last_at` ON `attempts` (`last_at`);
-- create "business_clocks" table
CREATE TABLE `business_clocks` (`id` uuid NOT NULL, `offset_micros` integer NOT NULL, PRIMARY KEY (`id`));
-- create "catalog_revisions" table
CREATE TABLE `catalog_revisions` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `number` integer NOT NULL, `text` text NOT NULL, PRIMARY KEY (`id`));
-- create index "catalog_revisions_number_key" to table: "catalog_revisions"
CREATE UNIQUE INDEX `catalog_revisions_number_key` ON `catalog_revisions` (`number`);
-- create "ceremonies" table
CREATE TABLE `ceremonies` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `purpose` text NOT NULL, `account_id` uuid NULL, `data` json NOT NULL, `expires_at` datetime NOT NULL, PRIMARY KEY (`id`));
-- create index "ceremony_expires_at" to table: "ceremonies"
CREATE INDEX `ceremony_expires_at` ON `ceremonies` (`expires_at`);
-- create "collaborators" table
CREATE TABLE `collaborators` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `role` text NOT NULL, `accepted_at` datetime NULL, `app_id` uuid NOT NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `collaborators_apps_app` FOREIGN KEY (`app_id`) REFERENCES `apps` (`id`) ON DELETE CASCADE, CONSTRAINT `collaborators_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "collaborator_app_id_account_id" to table: "collaborators"
CREATE UNIQUE INDEX `collaborator_app_id_account_id` ON `collaborators` (`app_id`, `account_id`);
-- create index "collaborator_account_id" to table: "collaborators"
CREATE INDEX `collaborator_account_id` ON `collaborators` (`account_id`);
-- create "data_exports" table
CREATE TABLE `data_exports` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `due_at` datetime NOT NULL, `tries` integer NOT NULL DEFAULT (0), `state` text NOT NULL DEFAULT ('PENDING'), `progress` integer NOT NULL DEFAULT (0), `size` integer NOT NULL DEFAULT (0), `ready_at` datetime NULL, `expires_at` datetime NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `data_exports_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "dataexport_state_due_at" to table: "data_exports"
CREATE INDEX `dataexport_state_due_at` ON `data_exports` (`state`, `due_at`);
-- create index "dataexport_account_id_id" to table: "data_exports"
CREATE INDEX `dataexport_account_id_id` ON `data_exports` (`account_id`, `id`);
-- create "deployments" table
CREATE TABLE `deployments` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `push_id` uuid NOT NULL, `commit` text NOT NULL, `subject` text NOT NULL, `ref` text NOT NULL, `pusher_id` uuid NOT NULL, `pusher_name` text NOT NULL, `ssh_key_id` uuid NOT NULL, `key_fingerprint` text NOT NULL, `app_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `deployments_apps_app` FOREIGN KEY (`app_id`) REFERENCES `apps` (`id`) ON DELETE CASCADE);
-- create index "deployment_app_id_id" to table: "deployments"
CREATE INDEX `deployment_app_id_id` ON `deployments` (`app_id`, `id`);
-- create index "deployment_push_id_ref" to table: "deployments"
CREATE UNIQUE INDEX `deployment_push_id_ref` ON `deployments` (`push_id`, `ref`);
-- create index "deployment_pusher_id" to table: "deployments"
CREATE INDEX `deployment_pusher_id` ON `deployments` (`pusher_id`);
-- create "devices" table
CREATE TABLE `devices` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `digest` blob NOT NULL, `last_seen_at` datetime NOT NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `devices_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "device_account_id_digest" to table: "devices"
CREATE UNIQUE INDEX `device_account_id_digest` ON `devices` (`account_id`, `digest`);
-- create "email_changes" table
CREATE TABLE `email_changes` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `state` text NOT NULL DEFAULT ('PENDING'), `old_email` text NOT NULL, `new_email` text NOT NULL, `new_key` text NOT NULL, `old_lost` bool NOT NULL, `old_confirmed_at` datetime NULL, `new_confirmed_at` datetime NULL, `due_at` datetime NULL, `notice_at` datetime NULL, `expires_at` datetime NOT NULL, `applied_at` datetime NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `email_changes_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "emailchange_account_id_id" to table: "email_changes"
CREATE INDEX `emailchange_account_id_id` ON `email_changes` (`account_id`, `id`);
-- create index "emailchange_state_due_at" to table: "email_changes"
CREATE INDEX `emailchange_state_due_at` ON `email_changes` (`state`, `due_at`);
-- create "entries" table
CREATE TABLE `entries` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `seq` integer NOT NULL, `type` text NOT NULL, `app_id` uuid NULL, `occurred_at` datetime NOT NULL, `stream_id` uuid NOT NULL, `event_id` uuid NOT NULL, CONSTRAINT `entries_streams_stream` FOREIGN KEY (`stream_id`) REFERENCES `streams` (`id`) ON DELETE RESTRICT, CONSTRAINT `entries_events_event` FOREIGN KEY (`event_id`) REFERENCES `events` (`id`) ON DELETE RESTRICT);
-- create index "entry_stream_id_seq" to table: "entries"
CREATE UNIQUE INDEX `entry_stream_id_seq` ON `entries` (`stream_id`, `seq`);
-- create index "entry_stream_id_type_seq" to table: "entries"
CREATE INDEX `entry_stream_id_type_seq` ON `entries` (`stream_id`, `type`, `seq`);
-- create index "entry_stream_id_app_id_seq" to table: "entries"
CREATE INDEX `entry_stream_id_app_id_seq` ON `entries` (`stream_id`, `app_id`, `seq`);
-- create index "entry_stream_id_app_id_type_seq" to table: "entries"
CREATE INDEX `entry_stream_id_app_id_type_seq` ON `entries` (`stream_id`, `app_id`, `type`, `seq`);
-- create index "entry_stream_id_occurred_at_seq" to table: "entries"
CREATE INDEX `entry_stream_id_occurred_at_seq` ON `entries` (`stream_id`, `occurred_at`, `seq`);
-- create index "entry_event_id" to table: "entries"
CREATE INDEX `entry_event_id` ON `entries` (`event_id`);
-- create "events" table
CREATE TABLE `events` (`id` uuid NOT NULL, `occurred_at` datetime NOT NULL, `type` text NOT NULL, `actor_kind` text NOT NULL, `actor_id` uuid NULL, `actor_name` text NOT NULL DEFAULT (''), `account_id` uuid NOT NULL, `account_name` text NOT NULL, `app_id` uuid NULL, `app_name` text NOT NULL DEFAULT (''), `data` json NOT NULL, PRIMARY KEY (`id`));
-- create index "event_actor_id" to table: "events"
CREATE INDEX `event_actor_id` ON `events` (`actor_id`);
-- create index "event_account_id" to table: "events"
CREATE INDEX `event_account_id` ON `events` (`account_id`);
-- create "github_identities" table
CREATE TABLE `github_identities` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `github_id` integer NOT NULL, `login` text NOT NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `github_identities_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "github_identities_github_id_key" to table: "github_identities"
CREATE UNIQUE INDEX `github_identities_github_id_key` ON `github_identities` (`github_id`);
-- create index "githubidentity_account_id" to table: "github_identities"
CREATE UNIQUE INDEX `githubidentity_account_id` ON `github_identities` (`account_id`);
-- create "links" table
CREATE TABLE `links` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `purpose` text NOT NULL, `digest` blob NOT NULL, `subject` text NOT NULL DEFAULT (''), `held_key` text NOT NULL DEFAULT (''), `expires_at` datetime NOT NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `links_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "links_digest_key" to table: "links"
CREATE UNIQUE INDEX `links_digest_key` ON `links` (`digest`);
-- create index "link_account_id_purpose" to table: "links"
CREATE INDEX `link_account_id_purpose` ON `links` (`account_id`, `purpose`);
-- create index "link_expires_at" to table: "links"
CREATE INDEX `link_expires_at` ON `links` (`expires_at`);
-- create index "link_held_key" to table: "links"
CREATE INDEX `link_held_key` ON `links` (`held_key`);
-- create "mails" table
CREATE TABLE `mails` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `due_at` datetime NOT NULL, `tries` integer NOT NULL DEFAULT (0), `account_id` uuid NULL, `kind` text NOT NULL, `to_address` text NOT NULL, `language` text NOT NULL, `sealed` blob NULL, `sent_at` datetime NULL, `failed_at` datetime NULL, `last_error` text NOT NULL DEFAULT (''), PRIMARY KEY (`id`));
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
-- create "plans" table
CREATE TABLE `plans` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `name` text NOT NULL, `kind` text NOT NULL, `label` text NOT NULL, `retired` bool NOT NULL DEFAULT (false), `position` integer NOT NULL, PRIMARY KEY (`id`));
-- create index "plans_name_key" to table: "plans"
CREATE UNIQUE INDEX `plans_name_key` ON `plans` (`name`);
-- create "plan_prices" table
CREATE TABLE `plan_prices` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `valid_from` datetime NOT NULL, `micros_per_hour` integer NOT NULL, `plan_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `plan_prices_plans_plan` FOREIGN KEY (`plan_id`) REFERENCES `plans` (`id`) ON DELETE RESTRICT);
-- create index "planprice_plan_id_valid_from" to table: "plan_prices"
CREATE UNIQUE INDEX `planprice_plan_id_valid_from` ON `plan_prices` (`plan_id`, `valid_from`);
-- create "recovery_codes" table
CREATE TABLE `recovery_codes` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `hash` text NOT NULL, `used_at` datetime NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `recovery_codes_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "recoverycode_account_id" to table: "recovery_codes"
CREATE INDEX `recoverycode_account_id` ON `recovery_codes` (`account_id`);
-- create "reset_requests" table
CREATE TABLE `reset_requests` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `due_at` datetime NOT NULL, `tries` integer NOT NULL DEFAULT (0), `email_key` text NOT NULL, `address` text NOT NULL, `device` text NOT NULL, PRIMARY KEY (`id`));
-- create index "resetrequest_due_at" to table: "reset_requests"
CREATE INDEX `resetrequest_due_at` ON `reset_requests` (`due_at`);
-- create "ssh_keys" table
CREATE TABLE `ssh_keys` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `name` text NOT NULL, `type` text NOT NULL, `blob` blob NOT NULL, `digest` blob NOT NULL, `bits` integer NOT NULL, `proven_at` datetime NULL, `last_used_at` datetime NULL, `last_used_address` text NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `ssh_keys_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "ssh_keys_digest_key" to table: "ssh_keys"
CREATE UNIQUE INDEX `ssh_keys_digest_key` ON `ssh_keys` (`digest`);
-- create index "sshkey_account_id_id" to table: "ssh_keys"
CREATE INDEX `sshkey_account_id_id` ON `ssh_keys` (`account_id`, `id`);
-- create "sessions" table
CREATE TABLE `sessions` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `token_digest` blob NOT NULL, `credential_version` integer NOT NULL, `last_seen_at` datetime NOT NULL, `idle_expires_at` datetime NOT NULL, `expires_at` datetime NOT NULL, `address` text NOT NULL, `user_agent` text NOT NULL, `methods` json NOT NULL, `sudo_until` datetime NOT NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `sessions_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "sessions_token_digest_key" to table: "sessions"
CREATE UNIQUE INDEX `sessions_token_digest_key` ON `sessions` (`token_digest`);
-- create index "session_account_id_id" to table: "sessions"
CREATE INDEX `session_account_id_id` ON `sessions` (`account_id`, `id`);
-- create index "session_expires_at" to table: "sessions"
CREATE INDEX `session_expires_at` ON `sessions` (`expires_at`);
-- create "streams" table
CREATE TABLE `streams` (`id` uuid NOT NULL, `seq` integer NOT NULL DEFAULT (0), `account_id` uuid NULL, `app_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `streams_apps_app` FOREIGN KEY (`app_id`) REFERENCES `apps` (`id`) ON DELETE SET NULL);
-- create index "stream_app_id" to table: "streams"
CREATE INDEX `stream_app_id` ON `streams` (`app_id`);
-- create "totps" table
CREATE TABLE `totps` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `secret` blob NOT NULL, `counter` integer NOT NULL DEFAULT (0), `proven_at` datetime NULL, `enabled_at` datetime NULL, `reset_at` datetime NULL, `notice_at` datetime NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `totps_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "totp_account_id" to table: "totps"
CREATE UNIQUE INDEX `totp_account_id` ON `totps` (`account_id`);
-- create index "totp_reset_at" to table: "totps"
CREATE INDEX `totp_reset_at` ON `totps` (`reset_at`);
