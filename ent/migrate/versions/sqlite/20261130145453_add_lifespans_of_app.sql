-- +goose Up
-- create index "lifespan_account_id_app_id_id" to table: "lifespans"
CREATE INDEX `lifespan_account_id_app_id_id` ON `lifespans` (`account_id`, `app_id`, `id`);
