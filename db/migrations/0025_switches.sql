ALTER TABLE "goal_change" ADD COLUMN "asked_id" uuid;--> statement-breakpoint
ALTER TABLE "goal_dispute" ADD COLUMN "asked_id" uuid;--> statement-breakpoint
ALTER TABLE "organisation_profile" ADD COLUMN "practices" jsonb DEFAULT '{}'::jsonb NOT NULL;