-- +goose Up
-- modify "links" table
ALTER TABLE "links" ADD COLUMN "held_key" character varying NOT NULL DEFAULT '';
-- create index "link_held_key" to table: "links"
CREATE INDEX "link_held_key" ON "links" ("held_key");
