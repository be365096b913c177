-- +goose Up
-- create index "account_closing_at" to table: "accounts"
CREATE INDEX "account_closing_at" ON "accounts" ("closing_at") WHERE ((closing_at IS NOT NULL) AND (closed_at IS NULL));
-- modify "data_exports" table
ALTER TABLE "data_exports" ADD COLUMN "tries" integer NOT NULL DEFAULT 0;
-- create index "pendingsignin_expires_at" to table: "pending_sign_ins"
CREATE INDEX "pendingsignin_expires_at" ON "pending_sign_ins" ("expires_at");
-- create index "session_expires_at" to table: "sessions"
CREATE INDEX "session_expires_at" ON "sessions" ("expires_at");
