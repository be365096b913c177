-- +goose Up
-- create "business_clocks" table
CREATE TABLE `business_clocks` (`id` uuid NOT NULL, `offset_micros` integer NOT NULL, PRIMARY KEY (`id`));
