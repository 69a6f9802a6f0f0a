CREATE TABLE "backup_event" (
	"id" text PRIMARY KEY NOT NULL,
	"what" text NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"went" boolean,
	"of" timestamp with time zone,
	"says" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "schedule" ADD COLUMN "was_due_at" timestamp with time zone;