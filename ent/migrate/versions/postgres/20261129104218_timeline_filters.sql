-- +goose Up
-- create index "entry_stream_id_app_id_kind_seq" to table: "entries"
CREATE INDEX "entry_stream_id_app_id_kind_seq" ON "entries" ("stream_id", "app_id", "kind", "seq");
-- create index "entry_stream_id_occurred_at_seq" to table: "entries"
CREATE INDEX "entry_stream_id_occurred_at_seq" ON "entries" ("stream_id", "occurred_at", "seq");
