-- +goose Up
-- modify "usage_changes" table
ALTER TABLE "usage_changes" ADD COLUMN "app_name" character varying NOT NULL DEFAULT '';
