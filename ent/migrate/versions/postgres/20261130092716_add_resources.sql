-- +goose Up
-- modify "apps" table
ALTER TABLE "apps" ADD COLUMN "status" character varying NOT NULL DEFAULT 'NEW', ADD COLUMN "branch" character varying NULL, ADD COLUMN "parent_id" uuid NULL, ADD CONSTRAINT "apps_apps_review_apps" FOREIGN KEY ("parent_id") REFERENCES "apps" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- create index "app_parent_id_branch" to table: "apps"
CREATE UNIQUE INDEX "app_parent_id_branch" ON "apps" ("parent_id", "branch");
-- create "operator_tokens" table
CREATE TABLE "operator_tokens" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "name" character varying NOT NULL, "digest" bytea NOT NULL, "scopes" jsonb NOT NULL, "last_used_at" timestamptz NULL, PRIMARY KEY ("id"));
-- create index "operator_tokens_digest_key" to table: "operator_tokens"
CREATE UNIQUE INDEX "operator_tokens_digest_key" ON "operator_tokens" ("digest");
-- create index "operator_tokens_name_key" to table: "operator_tokens"
CREATE UNIQUE INDEX "operator_tokens_name_key" ON "operator_tokens" ("name");
-- create "addons" table
CREATE TABLE "addons" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "name" character varying NOT NULL, "kind" character varying NOT NULL, "plan" character varying NOT NULL, "status" character varying NOT NULL, "due_at" timestamptz NULL, "app_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "addons_apps_app" FOREIGN KEY ("app_id") REFERENCES "apps" ("id") ON UPDATE NO ACTION ON DELETE CASCADE);
-- create index "addon_app_id_id" to table: "addons"
CREATE INDEX "addon_app_id_id" ON "addons" ("app_id", "id");
-- create index "addon_app_id_name" to table: "addons"
CREATE UNIQUE INDEX "addon_app_id_name" ON "addons" ("app_id", "name");
-- create index "addon_due_at" to table: "addons"
CREATE INDEX "addon_due_at" ON "addons" ("due_at") WHERE (due_at IS NOT NULL);
-- create "app_transfers" table
CREATE TABLE "app_transfers" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "expires_at" timestamptz NOT NULL, "app_id" uuid NOT NULL, "from_id" uuid NOT NULL, "to_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "app_transfers_accounts_from" FOREIGN KEY ("from_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE CASCADE, CONSTRAINT "app_transfers_accounts_to" FOREIGN KEY ("to_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE CASCADE, CONSTRAINT "app_transfers_apps_app" FOREIGN KEY ("app_id") REFERENCES "apps" ("id") ON UPDATE NO ACTION ON DELETE CASCADE);
-- create index "apptransfer_app_id" to table: "app_transfers"
CREATE UNIQUE INDEX "apptransfer_app_id" ON "app_transfers" ("app_id");
-- create index "apptransfer_expires_at" to table: "app_transfers"
CREATE INDEX "apptransfer_expires_at" ON "app_transfers" ("expires_at");
-- create index "apptransfer_from_id" to table: "app_transfers"
CREATE INDEX "apptransfer_from_id" ON "app_transfers" ("from_id");
-- create index "apptransfer_to_id" to table: "app_transfers"
CREATE INDEX "apptransfer_to_id" ON "app_transfers" ("to_id");
-- create "containers" table
CREATE TABLE "containers" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "type" character varying NOT NULL, "plan" character varying NOT NULL, "amount" integer NOT NULL, "running" integer NOT NULL DEFAULT 0, "due_at" timestamptz NULL, "app_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "containers_apps_app" FOREIGN KEY ("app_id") REFERENCES "apps" ("id") ON UPDATE NO ACTION ON DELETE CASCADE);
-- create index "container_app_id_type" to table: "containers"
CREATE UNIQUE INDEX "container_app_id_type" ON "containers" ("app_id", "type");
-- create index "container_due_at" to table: "containers"
CREATE INDEX "container_due_at" ON "containers" ("due_at") WHERE (due_at IS NOT NULL);
-- create "lifespans" table
CREATE TABLE "lifespans" ("id" uuid NOT NULL, "app_id" uuid NOT NULL, "app_name" character varying NOT NULL, "kind" character varying NOT NULL, "resource" character varying NOT NULL, "resource_id" uuid NOT NULL, "plan" character varying NOT NULL, "quantity" integer NOT NULL, "started_at" timestamptz NOT NULL, "ended_at" timestamptz NULL, "end_reason" character varying NULL, "billed_from" timestamptz NOT NULL, "billed_to" timestamptz NULL, "account_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "lifespans_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE CASCADE);
-- create index "lifespan_account_id_billed_to" to table: "lifespans"
CREATE INDEX "lifespan_account_id_billed_to" ON "lifespans" ("account_id", "billed_to");
-- create index "lifespan_account_id_id" to table: "lifespans"
CREATE INDEX "lifespan_account_id_id" ON "lifespans" ("account_id", "id");
-- create index "lifespan_resource_id_started_at" to table: "lifespans"
CREATE INDEX "lifespan_resource_id_started_at" ON "lifespans" ("resource_id", "started_at");
-- create "one_offs" table
CREATE TABLE "one_offs" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "command" character varying NOT NULL, "plan" character varying NOT NULL, "status" character varying NOT NULL, "exit_code" integer NULL, "started_by_id" uuid NOT NULL, "started_by_name" character varying NOT NULL, "started_at" timestamptz NULL, "ended_at" timestamptz NULL, "due_at" timestamptz NULL, "app_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "one_offs_apps_app" FOREIGN KEY ("app_id") REFERENCES "apps" ("id") ON UPDATE NO ACTION ON DELETE CASCADE);
-- create index "oneoff_app_id_id" to table: "one_offs"
CREATE INDEX "oneoff_app_id_id" ON "one_offs" ("app_id", "id");
-- create index "oneoff_due_at" to table: "one_offs"
CREATE INDEX "oneoff_due_at" ON "one_offs" ("due_at") WHERE (due_at IS NOT NULL);
-- create index "oneoff_started_by_id" to table: "one_offs"
CREATE INDEX "oneoff_started_by_id" ON "one_offs" ("started_by_id");
-- create "resources" table
CREATE TABLE "resources" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "app_id" uuid NOT NULL, "app_name" character varying NOT NULL, "kind" character varying NOT NULL, "name" character varying NOT NULL, "payer_id" uuid NOT NULL, "plan" character varying NOT NULL, "quantity" integer NOT NULL, PRIMARY KEY ("id"));
-- create index "resource_app_id" to table: "resources"
CREATE INDEX "resource_app_id" ON "resources" ("app_id");
-- create index "resource_payer_id" to table: "resources"
CREATE INDEX "resource_payer_id" ON "resources" ("payer_id");
-- create "usage_changes" table
CREATE TABLE "usage_changes" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "key" character varying NOT NULL, "source" character varying NOT NULL, "at" timestamptz NOT NULL, "payer_id" uuid NULL, "plan" character varying NOT NULL, "quantity" integer NOT NULL, "reason" character varying NOT NULL, "resource_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "usage_changes_resources_resource" FOREIGN KEY ("resource_id") REFERENCES "resources" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT);
-- create index "usage_changes_key_key" to table: "usage_changes"
CREATE UNIQUE INDEX "usage_changes_key_key" ON "usage_changes" ("key");
-- create index "usagechange_payer_id" to table: "usage_changes"
CREATE INDEX "usagechange_payer_id" ON "usage_changes" ("payer_id");
-- create index "usagechange_resource_id_at" to table: "usage_changes"
CREATE INDEX "usagechange_resource_id_at" ON "usage_changes" ("resource_id", "at");
