-- +goose Up
-- create "business_clocks" table
CREATE TABLE "business_clocks" ("id" uuid NOT NULL, "offset_micros" bigint NOT NULL, PRIMARY KEY ("id"));
