-- +goose Up
-- create "catalog_revisions" table
CREATE TABLE `catalog_revisions` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `number` integer NOT NULL, `text` text NOT NULL, PRIMARY KEY (`id`));
-- create index "catalog_revisions_number_key" to table: "catalog_revisions"
CREATE UNIQUE INDEX `catalog_revisions_number_key` ON `catalog_revisions` (`number`);
-- create "plans" table
CREATE TABLE `plans` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `name` text NOT NULL, `kind` text NOT NULL, `label` text NOT NULL, `retired` bool NOT NULL DEFAULT (false), `position` integer NOT NULL, PRIMARY KEY (`id`));
-- create index "plans_name_key" to table: "plans"
CREATE UNIQUE INDEX `plans_name_key` ON `plans` (`name`);
-- create "plan_prices" table
CREATE TABLE `plan_prices` (`id` uuid NOT NULL, `created_at` datetime NOT NULL, `valid_from` datetime NOT NULL, `micros_per_hour` integer NOT NULL, `plan_id` uuid NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `plan_prices_plans_plan` FOREIGN KEY (`plan_id`) REFERENCES `plans` (`id`) ON DELETE RESTRICT);
-- create index "planprice_plan_id_valid_from" to table: "plan_prices"
CREATE UNIQUE INDEX `planprice_plan_id_valid_from` ON `plan_prices` (`plan_id`, `valid_from`);
