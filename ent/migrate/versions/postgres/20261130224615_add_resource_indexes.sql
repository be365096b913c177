-- +goose Up
-- drop index "resource_app_id" from table: "resources"
DROP INDEX "resource_app_id";
-- create index "resource_app_id_kind_name" to table: "resources"
CREATE INDEX "resource_app_id_kind_name" ON "resources" ("app_id", "kind", "name");
-- create index "resource_app_id_quantity" to table: "resources"
CREATE INDEX "resource_app_id_quantity" ON "resources" ("app_id", "quantity");
