-- +goose Up
-- create "catalog_revisions" table
CREATE TABLE "catalog_revisions" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "number" bigint NOT NULL, "text" character varying NOT NULL, PRIMARY KEY ("id"));
-- create index "catalog_revisions_number_key" to table: "catalog_revisions"
CREATE UNIQUE INDEX "catalog_revisions_number_key" ON "catalog_revisions" ("number");
-- create "plans" table
CREATE TABLE "plans" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "name" character varying NOT NULL, "kind" character varying NOT NULL, "label" character varying NOT NULL, "retired" boolean NOT NULL DEFAULT false, "position" bigint NOT NULL, PRIMARY KEY ("id"));
-- create index "plans_name_key" to table: "plans"
CREATE UNIQUE INDEX "plans_name_key" ON "plans" ("name");
-- create "plan_prices" table
CREATE TABLE "plan_prices" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "valid_from" timestamptz NOT NULL, "micros_per_hour" bigint NOT NULL, "plan_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "plan_prices_plans_plan" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT);
-- create index "planprice_plan_id_valid_from" to table: "plan_prices"
CREATE UNIQUE INDEX "planprice_plan_id_valid_from" ON "plan_prices" ("plan_id", "valid_from");
