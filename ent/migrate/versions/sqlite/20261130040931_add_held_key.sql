-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_links" table
CREATE TABLE `new_links` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `purpose` text NOT NULL, `digest` blob NOT NULL, `subject` text NOT NULL DEFAULT (''), `held_key` text NOT NULL DEFAULT (''), `expires_at` datetime NOT NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `links_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- copy rows from old table "links" to new temporary table "new_links"
INSERT INTO `new_links` (`id`, `created_at`, `purpose`, `digest`, `subject`, `expires_at`, `account_id`) SELECT `id`, `created_at`, `purpose`, `digest`, `subject`, `expires_at`, `account_id` FROM `links`;
-- drop "links" table after copying rows
DROP TABLE `links`;
-- rename temporary table "new_links" to "links"
ALTER TABLE `new_links` RENAME TO `links`;
-- create index "links_digest_key" to table: "links"
CREATE UNIQUE INDEX `links_digest_key` ON `links` (`digest`);
-- create index "link_account_id_purpose" to table: "links"
CREATE INDEX `link_account_id_purpose` ON `links` (`account_id`, `purpose`);
-- create index "link_expires_at" to table: "links"
CREATE INDEX `link_expires_at` ON `links` (`expires_at`);
-- create index "link_held_key" to table: "links"
CREATE INDEX `link_held_key` ON `links` (`held_key`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
