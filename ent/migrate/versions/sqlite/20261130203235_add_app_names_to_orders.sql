-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_usage_changes" table
CREATE TABLE `new_usage_changes` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `key` text NOT NULL, `source` text NOT NULL, `at` datetime NOT NULL, `payer_id` uuid NULL, `app_name` text NOT NULL DEFAULT (''), `plan` text NOT NULL, `quantity` integer NOT NULL, `reason` text NOT NULL, `resource_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `usage_changes_resources_resource` FOREIGN KEY (`resource_id`) REFERENCES `resources` (`id`) ON DELETE RESTRICT);
-- copy rows from old table "usage_changes" to new temporary table "new_usage_changes"
INSERT INTO `new_usage_changes` (`id`, `created_at`, `key`, `source`, `at`, `payer_id`, `plan`, `quantity`, `reason`, `resource_id`) SELECT `id`, `created_at`, `key`, `source`, `at`, `payer_id`, `plan`, `quantity`, `reason`, `resource_id` FROM `usage_changes`;
-- drop "usage_changes" table after copying rows
DROP TABLE `usage_changes`;
-- rename temporary table "new_usage_changes" to "usage_changes"
ALTER TABLE `new_usage_changes` RENAME TO `usage_changes`;
-- create index "usage_changes_key_key" to table: "usage_changes"
CREATE UNIQUE INDEX `usage_changes_key_key` ON `usage_changes` (`key`);
-- create index "usagechange_resource_id_at" to table: "usage_changes"
CREATE INDEX `usagechange_resource_id_at` ON `usage_changes` (`resource_id`, `at`);
-- create index "usagechange_payer_id" to table: "usage_changes"
CREATE INDEX `usagechange_payer_id` ON `usage_changes` (`payer_id`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
