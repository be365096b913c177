-- +goose Up
-- create "billing_profiles" table
CREATE TABLE "billing_profiles" ("id" uuid NOT NULL, "created_at" timestamptz NOT NULL, "kind" character varying NOT NULL, "legal_name" character varying NOT NULL, "address_line1" character varying NOT NULL, "address_line2" character varying NOT NULL DEFAULT '', "postal_code" character varying NOT NULL DEFAULT '', "city" character varying NOT NULL, "state" character varying NOT NULL DEFAULT '', "country" character varying NOT NULL, "vat_number" character varying NOT NULL DEFAULT '', "vat_status" character varying NOT NULL DEFAULT 'NONE', "vat_answered_at" timestamptz NULL, "vat_due_at" timestamptz NULL, "vat_tries" integer NOT NULL DEFAULT 0, "invoice_note" character varying NOT NULL DEFAULT '', "recipients" jsonb NOT NULL, "recipients_at" timestamptz NOT NULL, "account_id" uuid NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "billing_profiles_accounts_account" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON UPDATE NO ACTION ON DELETE CASCADE);
-- create index "billingprofile_account_id" to table: "billing_profiles"
CREATE UNIQUE INDEX "billingprofile_account_id" ON "billing_profiles" ("account_id");
-- create index "billingprofile_vat_due_at" to table: "billing_profiles"
CREATE INDEX "billingprofile_vat_due_at" ON "billing_profiles" ("vat_due_at");
