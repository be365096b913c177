-- +goose Up
-- add column "time_zone" to table: "oauth_states"
ALTER TABLE `oauth_states` ADD COLUMN `time_zone` text NULL;
-- add column "end_reason" to table: "one_offs"
ALTER TABLE `one_offs` ADD COLUMN `end_reason` text NULL;
