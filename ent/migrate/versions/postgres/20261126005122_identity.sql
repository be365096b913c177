-- +goose Up
-- create "reset_requests" table
CREATE TABLE "reset_requests" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "email_key" character varying NOT NULL, "address" character varying NOT NULL, "device" character varying NOT NULL, PRIMARY KEY ("id"));
-- create index "session_expires_at" to table: "sessions"
CREATE INDEX "session_expires_at" ON "sessions" ("expires_at");
-- create "attempts" table
CREATE TABLE "attempts" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "kind" character varying NOT NULL, "subject" character varying NOT NULL, "count" bigint NOT NULL DEFAULT 0, "since" timestamptz NOT NULL, "last_at" timestamptz NOT NULL, "next_at" timestamptz NOT NULL, "locked_at" timestamptz NULL, PRIMARY KEY ("id"));
-- create index "attempt_kind_subject" to table: "attempts"
CREATE UNIQUE INDEX "attempt_kind_subject" ON "attempts" ("kind", "subject");
-- create index "attempt_last_at" to table: "attempts"
CREATE INDEX "attempt_last_at" ON "attempts" ("last_at");
-- create "ceremonies" table
CREATE TABLE "ceremonies" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "purpose" character varying NOT NULL, "account_id" uuid NULL, "data" jsonb NOT NULL, "expires_at" timestamptz NOT NULL, PRIMARY KEY ("id"));
-- create index "ceremony_expires_at" to table: "ceremonies"
CREATE INDEX "ceremony_expires_at" ON "ceremonies" ("expires_at");
-- modify "accounts" table
ALTER TABLE "accounts" ADD COLUMN "email_verified_at" timestamptz NULL, ADD COLUMN "password_short" boolean NOT NULL DEFAULT false, ADD COLUMN "closing_at" timestamptz NULL, ADD COLUMN "closed_at" timestamptz NULL;
-- create index "account_closing_at" to table: "accounts"
CREATE INDEX "account_closing_at" ON "accounts" ("closing_at") WHERE ((closing_at IS NOT NULL) AND (closed_at IS NULL));
-- create "mails" table
CREATE TABLE "mails" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "account_id" uuid NULL, "kind" character varying NOT NULL, "to_address" character varying NOT NULL, "language" character varying NOT NULL, "sealed" bytea NULL, "due_at" timestamptz NOT NULL, "tries" integer NOT NULL DEFAULT 0, "sent_at" timestamptz NULL, "failed_at" timestamptz NULL, "last_error" character varying NOT NULL DEFAULT '', PRIMARY KEY ("id"));
-- create index "mail_account_id" to table: "mails"
CREATE INDEX "mail_account_id" ON "mails" ("account_id");
-- create index "mail_due_at" to table: "mails"
CREATE INDEX "mail_due_at" ON "mails" ("due_at") WHERE ((sent_at IS NULL) AND (failed_at IS NULL));
-- create "oauth_states" table
CREATE TABLE "oauth_states" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "digest" bytea NOT NULL, "browser" bytea NOT NULL, "verifier" bytea NOT NULL, "purpose" character varying NOT NULL, "session_id" uuid NULL, "page" character varying NOT NULL, "expires_at" timestamptz NOT NULL, PRIMARY KEY ("id"));
-- create index "oauth_states_digest_key" to table: "oauth_states"
CREATE UNIQUE INDEX "oauth_states_digest_key" ON "oauth_states" ("digest");
-- create index "oauthstate_expires_at" to table: "oauth_states"
CREATE INDEX "oauthstate_expires_at" ON "oauth_states" ("expires_at");
-- create "data_exports" table
CREATE TABLE "data_exports" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "state" character varying NOT NULL DEFAULT 'PENDING', "progress" integer NOT NULL DEFAULT 0, "size" bigint NOT NULL DEFAULT 0, "due_at" timestamptz NOT NULL, "tries" integer NOT NULL DEFAULT 0, "ready_at" timestamptz NULL, "expires_at" timestamptz NULL, "account_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "data_exports_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE CASCADE);
-- create index "dataexport_account_id_id" to table: "data_exports"
CREATE INDEX "dataexport_account_id_id" ON "data_exports" ("account_id", "id");
-- create index "dataexport_state_due_at" to table: "data_exports"
CREATE INDEX "dataexport_state_due_at" ON "data_exports" ("state", "due_at");
-- create "devices" table
CREATE TABLE "devices" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "digest" bytea NOT NULL, "last_seen_at" timestamptz NOT NULL, "account_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "devices_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE CASCADE);
-- create index "device_account_id_digest" to table: "devices"
CREATE UNIQUE INDEX "device_account_id_digest" ON "devices" ("account_id", "digest");
-- create "email_changes" table
CREATE TABLE "email_changes" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "state" character varying NOT NULL DEFAULT 'PENDING', "old_email" character varying NOT NULL, "new_email" character varying NOT NULL, "new_key" character varying NOT NULL, "old_lost" boolean NOT NULL, "old_confirmed_at" timestamptz NULL, "new_confirmed_at" timestamptz NULL, "due_at" timestamptz NULL, "noticed_at" timestamptz NULL, "expires_at" timestamptz NOT NULL, "applied_at" timestamptz NULL, "account_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "email_changes_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE CASCADE);
-- create index "emailchange_account_id_id" to table: "email_changes"
CREATE INDEX "emailchange_account_id_id" ON "email_changes" ("account_id", "id");
-- create index "emailchange_due_at" to table: "email_changes"
CREATE INDEX "emailchange_due_at" ON "email_changes" ("due_at");
-- create "github_identities" table
CREATE TABLE "github_identities" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "github_id" bigint NOT NULL, "login" character varying NOT NULL, "account_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "github_identities_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE CASCADE);
-- create index "github_identities_github_id_key" to table: "github_identities"
CREATE UNIQUE INDEX "github_identities_github_id_key" ON "github_identities" ("github_id");
-- create index "githubidentity_account_id" to table: "github_identities"
CREATE UNIQUE INDEX "githubidentity_account_id" ON "github_identities" ("account_id");
-- create "links" table
CREATE TABLE "links" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "purpose" character varying NOT NULL, "digest" bytea NOT NULL, "subject" character varying NOT NULL DEFAULT '', "expires_at" timestamptz NOT NULL, "account_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "links_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE CASCADE);
-- create index "link_account_id_purpose" to table: "links"
CREATE INDEX "link_account_id_purpose" ON "links" ("account_id", "purpose");
-- create index "link_expires_at" to table: "links"
CREATE INDEX "link_expires_at" ON "links" ("expires_at");
-- create index "links_digest_key" to table: "links"
CREATE UNIQUE INDEX "links_digest_key" ON "links" ("digest");
-- create "passkeys" table
CREATE TABLE "passkeys" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "name" character varying NOT NULL, "credential_id" bytea NOT NULL, "credential" jsonb NOT NULL, "last_used_at" timestamptz NULL, "account_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "passkeys_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE CASCADE);
-- create index "passkey_account_id_id" to table: "passkeys"
CREATE INDEX "passkey_account_id_id" ON "passkeys" ("account_id", "id");
-- create index "passkeys_credential_id_key" to table: "passkeys"
CREATE UNIQUE INDEX "passkeys_credential_id_key" ON "passkeys" ("credential_id");
-- create "pending_sign_ins" table
CREATE TABLE "pending_sign_ins" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "token_digest" bytea NOT NULL, "credential_version" bigint NOT NULL, "method" character varying NOT NULL, "failures" integer NOT NULL DEFAULT 0, "expires_at" timestamptz NOT NULL, "account_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "pending_sign_ins_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE CASCADE);
-- create index "pending_sign_ins_token_digest_key" to table: "pending_sign_ins"
CREATE UNIQUE INDEX "pending_sign_ins_token_digest_key" ON "pending_sign_ins" ("token_digest");
-- create index "pendingsignin_account_id" to table: "pending_sign_ins"
CREATE INDEX "pendingsignin_account_id" ON "pending_sign_ins" ("account_id");
-- create index "pendingsignin_expires_at" to table: "pending_sign_ins"
CREATE INDEX "pendingsignin_expires_at" ON "pending_sign_ins" ("expires_at");
-- create "recovery_codes" table
CREATE TABLE "recovery_codes" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "hash" character varying NOT NULL, "used_at" timestamptz NULL, "account_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "recovery_codes_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE CASCADE);
-- create index "recoverycode_account_id" to table: "recovery_codes"
CREATE INDEX "recoverycode_account_id" ON "recovery_codes" ("account_id");
-- create "totps" table
CREATE TABLE "totps" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "secret" bytea NOT NULL, "counter" bigint NOT NULL DEFAULT 0, "proven_at" timestamptz NULL, "enabled_at" timestamptz NULL, "reset_at" timestamptz NULL, "noticed_at" timestamptz NULL, "account_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "totps_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE CASCADE);
-- create index "totp_account_id" to table: "totps"
CREATE UNIQUE INDEX "totp_account_id" ON "totps" ("account_id");
-- create index "totp_reset_at" to table: "totps"
CREATE INDEX "totp_reset_at" ON "totps" ("reset_at");
