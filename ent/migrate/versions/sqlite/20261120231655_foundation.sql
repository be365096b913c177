-- +goose Up
-- create "accounts" table
CREATE TABLE `accounts` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `username` text NOT NULL, `email` text NOT NULL, `email_key` text NOT NULL, `password_hash` text NULL, `credential_version` integer NOT NULL DEFAULT (1), `full_name` text NOT NULL DEFAULT (''), `location` text NOT NULL DEFAULT (''), `company` text NOT NULL DEFAULT (''), `newsletter` bool NOT NULL DEFAULT (false), `language` text NOT NULL DEFAULT ('EN'), `theme` text NOT NULL DEFAULT ('SYSTEM'), `time_zone` text NOT NULL DEFAULT ('UTC'), `suspended_at` datetime NULL, PRIMARY KEY (`id`));
-- create index "accounts_username_key" to table: "accounts"
CREATE UNIQUE INDEX `accounts_username_key` ON `accounts` (`username`);
-- create index "accounts_email_key_key" to table: "accounts"
CREATE UNIQUE INDEX `accounts_email_key_key` ON `accounts` (`email_key`);
-- create "apps" table
CREATE TABLE `apps` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `name` text NOT NULL, `owner_id` uuid NOT NULL, `last_deployment_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `apps_accounts_owner` FOREIGN KEY (`owner_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `apps_deployments_last_deployment` FOREIGN KEY (`last_deployment_id`) REFERENCES `deployments` (`id`) ON DELETE SET NULL);
-- create index "apps_name_key" to table: "apps"
CREATE UNIQUE INDEX `apps_name_key` ON `apps` (`name`);
-- create index "app_owner_id_name" to table: "apps"
CREATE INDEX `app_owner_id_name` ON `apps` (`owner_id`, `name`);
-- create "collaborators" table
CREATE TABLE `collaborators` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `role` text NOT NULL, `accepted_at` datetime NULL, `app_id` uuid NOT NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `collaborators_apps_app` FOREIGN KEY (`app_id`) REFERENCES `apps` (`id`) ON DELETE CASCADE, CONSTRAINT `collaborators_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "collaborator_app_id_account_id" to table: "collaborators"
CREATE UNIQUE INDEX `collaborator_app_id_account_id` ON `collaborators` (`app_id`, `account_id`);
-- create index "collaborator_account_id" to table: "collaborators"
CREATE INDEX `collaborator_account_id` ON `collaborators` (`account_id`);
-- create "deployments" table
CREATE TABLE `deployments` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `push_id` uuid NOT NULL, `commit` text NOT NULL, `subject` text NOT NULL, `ref` text NOT NULL, `pusher_id` uuid NOT NULL, `pusher_name` text NOT NULL, `ssh_key_id` uuid NOT NULL, `key_fingerprint` text NOT NULL, `app_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `deployments_apps_app` FOREIGN KEY (`app_id`) REFERENCES `apps` (`id`) ON DELETE CASCADE);
-- create index "deployment_app_id_id" to table: "deployments"
CREATE INDEX `deployment_app_id_id` ON `deployments` (`app_id`, `id`);
-- create index "deployment_push_id_ref" to table: "deployments"
CREATE UNIQUE INDEX `deployment_push_id_ref` ON `deployments` (`push_id`, `ref`);
-- create index "deployment_pusher_id" to table: "deployments"
CREATE INDEX `deployment_pusher_id` ON `deployments` (`pusher_id`);
-- create "entries" table
CREATE TABLE `entries` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `seq` integer NOT NULL, `kind` text NOT NULL, `app_id` uuid NULL, `occurred_at` datetime NOT NULL, `stream_id` uuid NOT NULL, `event_id` uuid NOT NULL, CONSTRAINT `entries_streams_stream` FOREIGN KEY (`stream_id`) REFERENCES `streams` (`id`) ON DELETE RESTRICT, CONSTRAINT `entries_events_event` FOREIGN KEY (`event_id`) REFERENCES `events` (`id`) ON DELETE RESTRICT);
-- create index "entry_stream_id_seq" to table: "entries"
CREATE UNIQUE INDEX `entry_stream_id_seq` ON `entries` (`stream_id`, `seq`);
-- create index "entry_stream_id_kind_seq" to table: "entries"
CREATE INDEX `entry_stream_id_kind_seq` ON `entries` (`stream_id`, `kind`, `seq`);
-- create index "entry_stream_id_app_id_seq" to table: "entries"
CREATE INDEX `entry_stream_id_app_id_seq` ON `entries` (`stream_id`, `app_id`, `seq`);
-- create index "entry_event_id" to table: "entries"
CREATE INDEX `entry_event_id` ON `entries` (`event_id`);
-- create "events" table
CREATE TABLE `events` (`id` uuid NOT NULL, `occurred_at` datetime NOT NULL, `kind` text NOT NULL, `actor_kind` text NOT NULL, `actor_id` uuid NULL, `actor_name` text NOT NULL DEFAULT (''), `account_id` uuid NOT NULL, `account_name` text NOT NULL, `app_id` uuid NULL, `app_name` text NOT NULL DEFAULT (''), `data` json NOT NULL, PRIMARY KEY (`id`));
-- create index "event_actor_id" to table: "events"
CREATE INDEX `event_actor_id` ON `events` (`actor_id`);
-- create index "event_account_id" to table: "events"
CREATE INDEX `event_account_id` ON `events` (`account_id`);
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
-- create "streams" table
CREATE TABLE `streams` (`id` uuid NOT NULL, `seq` integer NOT NULL DEFAULT (0), `account_id` uuid NULL, `app_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `streams_apps_app` FOREIGN KEY (`app_id`) REFERENCES `apps` (`id`) ON DELETE SET NULL);
