-- +goose Up
-- create "api_tokens" table
CREATE TABLE "api_tokens" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "name" character varying NOT NULL, "digest" bytea NOT NULL, "last_four" character varying NOT NULL, "scopes" jsonb NOT NULL, "app_ids" jsonb NOT NULL, "app_names" jsonb NOT NULL, "renewed_at" timestamptz NOT NULL, "expires_at" timestamptz NOT NULL, "last_used_at" timestamptz NULL, "last_used_address" character varying NULL, "account_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "api_tokens_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE CASCADE);
-- create index "api_tokens_digest_key" to table: "api_tokens"
CREATE UNIQUE INDEX "api_tokens_digest_key" ON "api_tokens" ("digest");
-- create index "apitoken_account_id_id" to table: "api_tokens"
CREATE INDEX "apitoken_account_id_id" ON "api_tokens" ("account_id", "id");
