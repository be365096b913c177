-- +goose Up
-- modify "oauth_states" table
ALTER TABLE "oauth_states" ADD COLUMN "time_zone" character varying NULL;
-- modify "one_offs" table
ALTER TABLE "one_offs" ADD COLUMN "end_reason" character varying NULL;
