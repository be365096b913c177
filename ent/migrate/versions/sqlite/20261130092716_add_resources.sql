-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_apps" table
CREATE TABLE `new_apps` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `name` text NOT NULL, `status` text NOT NULL DEFAULT ('NEW'), `branch` text NULL, `owner_id` uuid NOT NULL, `parent_id` uuid NULL, `last_deployment_id` uuid NULL, PRIMARY KEY (`id`), CONSTRAINT `apps_accounts_owner` FOREIGN KEY (`owner_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `apps_apps_review_apps` FOREIGN KEY (`parent_id`) REFERENCES `apps` (`id`) ON DELETE RESTRICT, CONSTRAINT `apps_deployments_last_deployment` FOREIGN KEY (`last_deployment_id`) REFERENCES `deployments` (`id`) ON DELETE SET NULL);
-- copy rows from old table "apps" to new temporary table "new_apps"
INSERT INTO `new_apps` (`id`, `created_at`, `name`, `owner_id`, `last_deployment_id`) SELECT `id`, `created_at`, `name`, `owner_id`, `last_deployment_id` FROM `apps`;
-- drop "apps" table after copying rows
DROP TABLE `apps`;
-- rename temporary table "new_apps" to "apps"
ALTER TABLE `new_apps` RENAME TO `apps`;
-- create index "apps_name_key" to table: "apps"
CREATE UNIQUE INDEX `apps_name_key` ON `apps` (`name`);
-- create index "app_owner_id_name" to table: "apps"
CREATE INDEX `app_owner_id_name` ON `apps` (`owner_id`, `name`);
-- create index "app_last_deployment_id" to table: "apps"
CREATE INDEX `app_last_deployment_id` ON `apps` (`last_deployment_id`);
-- create index "app_parent_id_branch" to table: "apps"
CREATE UNIQUE INDEX `app_parent_id_branch` ON `apps` (`parent_id`, `branch`);
-- create "addons" table
CREATE TABLE `addons` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `name` text NOT NULL, `kind` text NOT NULL, `plan` text NOT NULL, `status` text NOT NULL, `due_at` datetime NULL, `app_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `addons_apps_app` FOREIGN KEY (`app_id`) REFERENCES `apps` (`id`) ON DELETE CASCADE);
-- create index "addon_app_id_name" to table: "addons"
CREATE UNIQUE INDEX `addon_app_id_name` ON `addons` (`app_id`, `name`);
-- create index "addon_app_id_id" to table: "addons"
CREATE INDEX `addon_app_id_id` ON `addons` (`app_id`, `id`);
-- create index "addon_due_at" to table: "addons"
CREATE INDEX `addon_due_at` ON `addons` (`due_at`) WHERE due_at IS NOT NULL;
-- create "app_transfers" table
CREATE TABLE `app_transfers` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `expires_at` datetime NOT NULL, `app_id` uuid NOT NULL, `from_id` uuid NOT NULL, `to_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `app_transfers_apps_app` FOREIGN KEY (`app_id`) REFERENCES `apps` (`id`) ON DELETE CASCADE, CONSTRAINT `app_transfers_accounts_from` FOREIGN KEY (`from_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE, CONSTRAINT `app_transfers_accounts_to` FOREIGN KEY (`to_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "apptransfer_app_id" to table: "app_transfers"
CREATE UNIQUE INDEX `apptransfer_app_id` ON `app_transfers` (`app_id`);
-- create index "apptransfer_from_id" to table: "app_transfers"
CREATE INDEX `apptransfer_from_id` ON `app_transfers` (`from_id`);
-- create index "apptransfer_to_id" to table: "app_transfers"
CREATE INDEX `apptransfer_to_id` ON `app_transfers` (`to_id`);
-- create index "apptransfer_expires_at" to table: "app_transfers"
CREATE INDEX `apptransfer_expires_at` ON `app_transfers` (`expires_at`);
-- create "containers" table
CREATE TABLE `containers` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `type` text NOT NULL, `plan` text NOT NULL, `amount` integer NOT NULL, `running` integer NOT NULL DEFAULT (0), `due_at` datetime NULL, `app_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `containers_apps_app` FOREIGN KEY (`app_id`) REFERENCES `apps` (`id`) ON DELETE CASCADE);
-- create index "container_app_id_type" to table: "containers"
CREATE UNIQUE INDEX `container_app_id_type` ON `containers` (`app_id`, `type`);
-- create index "container_due_at" to table: "containers"
CREATE INDEX `container_due_at` ON `containers` (`due_at`) WHERE due_at IS NOT NULL;
-- create "lifespans" table
CREATE TABLE `lifespans` (`id` uuid NOT NULL, `app_id` uuid NOT NULL, `app_name` text NOT NULL, `kind` text NOT NULL, `resource` text NOT NULL, `resource_id` uuid NOT NULL, `plan` text NOT NULL, `quantity` integer NOT NULL, `started_at` datetime NOT NULL, `ended_at` datetime NULL, `end_reason` text NULL, `billed_from` datetime NOT NULL, `billed_to` datetime NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `lifespans_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "lifespan_account_id_id" to table: "lifespans"
CREATE INDEX `lifespan_account_id_id` ON `lifespans` (`account_id`, `id`);
-- create index "lifespan_account_id_billed_to" to table: "lifespans"
CREATE INDEX `lifespan_account_id_billed_to` ON `lifespans` (`account_id`, `billed_to`);
-- create index "lifespan_resource_id_started_at" to table: "lifespans"
CREATE INDEX `lifespan_resource_id_started_at` ON `lifespans` (`resource_id`, `started_at`);
-- create "one_offs" table
CREATE TABLE `one_offs` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `command` text NOT NULL, `plan` text NOT NULL, `status` text NOT NULL, `exit_code` integer NULL, `started_by_id` uuid NOT NULL, `started_by_name` text NOT NULL, `started_at` datetime NULL, `ended_at` datetime NULL, `due_at` datetime NULL, `app_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `one_offs_apps_app` FOREIGN KEY (`app_id`) REFERENCES `apps` (`id`) ON DELETE CASCADE);
-- create index "oneoff_app_id_id" to table: "one_offs"
CREATE INDEX `oneoff_app_id_id` ON `one_offs` (`app_id`, `id`);
-- create index "oneoff_started_by_id" to table: "one_offs"
CREATE INDEX `oneoff_started_by_id` ON `one_offs` (`started_by_id`);
-- create index "oneoff_due_at" to table: "one_offs"
CREATE INDEX `oneoff_due_at` ON `one_offs` (`due_at`) WHERE due_at IS NOT NULL;
-- create "operator_tokens" table
CREATE TABLE `operator_tokens` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `name` text NOT NULL, `digest` blob NOT NULL, `scopes` json NOT NULL, `last_used_at` datetime NULL, PRIMARY KEY (`id`));
-- create index "operator_tokens_name_key" to table: "operator_tokens"
CREATE UNIQUE INDEX `operator_tokens_name_key` ON `operator_tokens` (`name`);
-- create index "operator_tokens_digest_key" to table: "operator_tokens"
CREATE UNIQUE INDEX `operator_tokens_digest_key` ON `operator_tokens` (`digest`);
-- create "resources" table
CREATE TABLE `resources` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `app_id` uuid NOT NULL, `app_name` text NOT NULL, `kind` text NOT NULL, `name` text NOT NULL, `payer_id` uuid NOT NULL, `plan` text NOT NULL, `quantity` integer NOT NULL, PRIMARY KEY (`id`));
-- create index "resource_app_id" to table: "resources"
CREATE INDEX `resource_app_id` ON `resources` (`app_id`);
-- create index "resource_payer_id" to table: "resources"
CREATE INDEX `resource_payer_id` ON `resources` (`payer_id`);
-- create "usage_changes" table
CREATE TABLE `usage_changes` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `key` text NOT NULL, `source` text NOT NULL, `at` datetime NOT NULL, `payer_id` uuid NULL, `plan` text NOT NULL, `quantity` integer NOT NULL, `reason` text NOT NULL, `resource_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `usage_changes_resources_resource` FOREIGN KEY (`resource_id`) REFERENCES `resources` (`id`) ON DELETE RESTRICT);
-- create index "usage_changes_key_key" to table: "usage_changes"
CREATE UNIQUE INDEX `usage_changes_key_key` ON `usage_changes` (`key`);
-- create index "usagechange_resource_id_at" to table: "usage_changes"
CREATE INDEX `usagechange_resource_id_at` ON `usage_changes` (`resource_id`, `at`);
-- create index "usagechange_payer_id" to table: "usage_changes"
CREATE INDEX `usagechange_payer_id` ON `usage_changes` (`payer_id`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
