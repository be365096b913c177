-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create index "session_expires_at" to table: "sessions"
CREATE INDEX `session_expires_at` ON `sessions` (`expires_at`);
-- create index "account_closing_at" to table: "accounts"
CREATE INDEX `account_closing_at` ON `accounts` (`closing_at`) WHERE closing_at is not null and closed_at is null;
-- create "new_data_exports" table
CREATE TABLE `new_data_exports` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `state` text NOT NULL DEFAULT ('PENDING'), `progress` integer NOT NULL DEFAULT (0), `size` integer NOT NULL DEFAULT (0), `due_at` datetime NOT NULL, `tries` integer NOT NULL DEFAULT (0), `ready_at` datetime NULL, `expires_at` datetime NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `data_exports_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- copy rows from old table "data_exports" to new temporary table "new_data_exports"
INSERT INTO `new_data_exports` (`id`, `created_at`, `state`, `progress`, `size`, `due_at`, `ready_at`, `expires_at`, `account_id`) SELECT `id`, `created_at`, `state`, `progress`, `size`, `due_at`, `ready_at`, `expires_at`, `account_id` FROM `data_exports`;
-- drop "data_exports" table after copying rows
DROP TABLE `data_exports`;
-- rename temporary table "new_data_exports" to "data_exports"
ALTER TABLE `new_data_exports` RENAME TO `data_exports`;
-- create index "dataexport_account_id_id" to table: "data_exports"
CREATE INDEX `dataexport_account_id_id` ON `data_exports` (`account_id`, `id`);
-- create index "dataexport_state_due_at" to table: "data_exports"
CREATE INDEX `dataexport_state_due_at` ON `data_exports` (`state`, `due_at`);
-- create index "pendingsignin_expires_at" to table: "pending_sign_ins"
CREATE INDEX `pendingsignin_expires_at` ON `pending_sign_ins` (`expires_at`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
