-- +goose Up
-- create "api_tokens" table
CREATE TABLE `api_tokens` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `name` text NOT NULL, `digest` blob NOT NULL, `last_four` text NOT NULL, `scopes` json NOT NULL, `app_ids` json NOT NULL, `app_names` json NOT NULL, `renewed_at` datetime NOT NULL, `expires_at` datetime NOT NULL, `last_used_at` datetime NULL, `last_used_address` text NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `api_tokens_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "api_tokens_digest_key" to table: "api_tokens"
CREATE UNIQUE INDEX `api_tokens_digest_key` ON `api_tokens` (`digest`);
-- create index "apitoken_account_id_id" to table: "api_tokens"
CREATE INDEX `apitoken_account_id_id` ON `api_tokens` (`account_id`, `id`);
