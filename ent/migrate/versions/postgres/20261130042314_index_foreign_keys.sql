-- +goose Up
-- create index "app_last_deployment_id" to table: "apps"
CREATE INDEX "app_last_deployment_id" ON "apps" ("last_deployment_id");
-- create index "stream_app_id" to table: "streams"
CREATE INDEX "stream_app_id" ON "streams" ("app_id");
