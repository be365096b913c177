-- +goose Up
-- create "ledger_balances" table
CREATE TABLE `ledger_balances` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `ledger_account` text NOT NULL, `currency` text NOT NULL DEFAULT ('EUR'), `amount` integer NOT NULL, `account_id` uuid NOT NULL, CONSTRAINT `ledger_balances_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `ledger_balance_currency` CHECK (currency = 'EUR'));
-- create index "ledgerbalance_account_id_ledger_account" to table: "ledger_balances"
CREATE UNIQUE INDEX `ledgerbalance_account_id_ledger_account` ON `ledger_balances` (`account_id`, `ledger_account`);
-- create "ledger_entries" table
CREATE TABLE `ledger_entries` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `ledger_account` text NOT NULL, `amount` integer NOT NULL, `balance` integer NULL, `posting_id` uuid NOT NULL, `account_id` uuid NULL, CONSTRAINT `ledger_entries_postings_posting` FOREIGN KEY (`posting_id`) REFERENCES `postings` (`id`) ON DELETE RESTRICT, CONSTRAINT `ledger_entries_accounts_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`) ON DELETE RESTRICT, CONSTRAINT `ledger_entry_amount` CHECK (amount <> 0), CONSTRAINT `ledger_entry_balance` CHECK (account_id is null and balance is null or account_id is not null and balance is not null), CONSTRAINT `ledger_entry_credit` CHECK (balance is null or balance <= 0 or ledger_account = 'RECEIVABLE'), CONSTRAINT `ledger_entry_holder` CHECK (account_id is null and ledger_account not in ('RECEIVABLE', 'PREPAID', 'REFERRAL') or account_id is not null and ledger_account in ('RECEIVABLE', 'PREPAID', 'REFERRAL')));
-- create index "ledgerentry_posting_id_ledger_account" to table: "ledger_entries"
CREATE UNIQUE INDEX `ledgerentry_posting_id_ledger_account` ON `ledger_entries` (`posting_id`, `ledger_account`);
-- create index "ledgerentry_account_id_ledger_account_id" to table: "ledger_entries"
CREATE INDEX `ledgerentry_account_id_ledger_account_id` ON `ledger_entries` (`account_id`, `ledger_account`, `id`);
-- create "postings" table
CREATE TABLE `postings` (`id` uuid NOT NULL, `key` text NOT NULL, `kind` text NOT NULL, `currency` text NOT NULL DEFAULT ('EUR'), `occurred_at` datetime NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `posting_currency` CHECK (currency = 'EUR'), CONSTRAINT `posting_key` CHECK (key <> ''));
-- create index "postings_key_key" to table: "postings"
CREATE UNIQUE INDEX `postings_key_key` ON `postings` (`key`);
-- what was posted never changes
-- +goose StatementBegin
CREATE TRIGGER `postings_refuse_update` BEFORE UPDATE ON `postings`
BEGIN
  SELECT RAISE(ABORT, 'what was posted never changes');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER `postings_refuse_delete` BEFORE DELETE ON `postings`
BEGIN
  SELECT RAISE(ABORT, 'what was posted never changes');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER `ledger_entries_refuse_update` BEFORE UPDATE ON `ledger_entries`
BEGIN
  SELECT RAISE(ABORT, 'what was posted never changes');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER `ledger_entries_refuse_delete` BEFORE DELETE ON `ledger_entries`
BEGIN
  SELECT RAISE(ABORT, 'what was posted never changes');
END;
-- +goose StatementEnd
