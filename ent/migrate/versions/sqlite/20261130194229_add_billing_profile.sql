-- +goose Up
-- create "billing_profiles" table
CREATE TABLE `billing_profiles` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `kind` text NOT NULL, `legal_name` text NOT NULL, `address_line1` text NOT NULL, `address_line2` text NOT NULL DEFAULT (''), `postal_code` text NOT NULL DEFAULT (''), `city` text NOT NULL, `state` text NOT NULL DEFAULT (''), `country` text NOT NULL, `vat_number` text NOT NULL DEFAULT (''), `vat_status` text NOT NULL DEFAULT ('NONE'), `vat_answered_at` datetime NULL, `vat_due_at` datetime NULL, `vat_tries` integer NOT NULL DEFAULT (0), `invoice_note` text NOT NULL DEFAULT (''), `recipients` json NOT NULL, `recipients_at` datetime NOT NULL, `account_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `billing_profiles_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE CASCADE);
-- create index "billingprofile_account_id" to table: "billing_profiles"
CREATE UNIQUE INDEX `billingprofile_account_id` ON `billing_profiles` (`account_id`);
-- create index "billingprofile_vat_due_at" to table: "billing_profiles"
CREATE INDEX `billingprofile_vat_due_at` ON `billing_profiles` (`vat_due_at`);
