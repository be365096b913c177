-- +goose Up
-- create index "deployment_app_id_ref_id" to table: "deployments"
CREATE INDEX `deployment_app_id_ref_id` ON `deployments` (`app_id`, `ref`, `id`);
