CREATE TABLE "goal_dispute" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"entry_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"said" text NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "goal_dispute_once" UNIQUE("organisation_id","entry_id","kind")
);
--> statement-breakpoint
ALTER TABLE "goal_entry" ADD COLUMN "of" numeric(24, 6);--> statement-breakpoint
ALTER TABLE "organisation_profile" ADD COLUMN "grace_workdays" smallint DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE "metric" ADD COLUMN "ratio" jsonb;