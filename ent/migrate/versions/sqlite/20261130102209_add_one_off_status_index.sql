-- +goose Up
-- create index "oneoff_app_id_status" to table: "one_offs"
CREATE INDEX `oneoff_app_id_status` ON `one_offs` (`app_id`, `status`);
