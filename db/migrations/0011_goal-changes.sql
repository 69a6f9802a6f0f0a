CREATE TABLE "goal_change" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"goal_id" uuid NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"old_target" numeric(24, 6) NOT NULL,
	"old_due" date NOT NULL,
	"new_target" numeric(24, 6) NOT NULL,
	"new_due" date NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"decided_by_id" uuid,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "goal_entry" ADD COLUMN "counts_as" uuid;--> statement-breakpoint
CREATE INDEX "goal_change_goal" ON "goal_change" USING btree ("organisation_id","goal_id","at");