CREATE INDEX "goal_entry_set" ON "goal_entry" USING btree ("organisation_id","goal_id","on","seq") WHERE kind = 'set';--> statement-breakpoint
CREATE INDEX "goal_entry_replacing" ON "goal_entry" USING btree ("organisation_id","goal_id","replaces_id") WHERE replaces_id is not null;--> statement-breakpoint
-- Drizzle has no word for what an index carries along: with it the sum of a long goal is read from the index alone (docs/performance.md).
CREATE INDEX "goal_entry_added" ON "goal_entry" USING btree ("organisation_id","goal_id","on","seq") INCLUDE ("counts_as","id","value","of") WHERE kind = 'add';
