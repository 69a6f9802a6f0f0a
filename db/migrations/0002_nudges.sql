CREATE TABLE "chat_place" (
	"platform" text NOT NULL,
	"workspace" text NOT NULL,
	"channel" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"stopped_at" timestamp with time zone,
	CONSTRAINT "chat_place_platform_workspace_channel_pk" PRIMARY KEY("platform","workspace","channel")
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"incoming" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "inbox_key" UNIQUE("organisation_id","key")
);
--> statement-breakpoint
CREATE TABLE "inbox_head" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"lease_until" timestamp with time zone NOT NULL,
	"attempts" smallint NOT NULL,
	"dead" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"platform" text NOT NULL,
	"workspace" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"stopped_at" timestamp with time zone,
	"why" text,
	CONSTRAINT "installation_platform_workspace_pk" PRIMARY KEY("platform","workspace")
);
--> statement-breakpoint
CREATE TABLE "nudge_choice" (
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"muted" jsonb NOT NULL,
	"paused_until" date,
	CONSTRAINT "nudge_choice_organisation_id_person_id_pk" PRIMARY KEY("organisation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "nudge_log" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"slot_at" timestamp with time zone NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"delivery_id" uuid
);
--> statement-breakpoint
CREATE TABLE "nudge_slot" (
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"date" date NOT NULL,
	"n" smallint NOT NULL,
	"delivery_id" uuid NOT NULL,
	CONSTRAINT "nudge_slot_organisation_id_person_id_date_n_pk" PRIMARY KEY("organisation_id","person_id","date","n")
);
--> statement-breakpoint
CREATE TABLE "pace_bucket" (
	"key" text PRIMARY KEY NOT NULL,
	"next_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "place" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"reads" text NOT NULL,
	"team_id" uuid
);
--> statement-breakpoint
CREATE TABLE "schedule" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"rule" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"due_at" timestamp with time zone,
	"slot_at" timestamp with time zone,
	"until" timestamp with time zone,
	"snoozed" boolean DEFAULT false NOT NULL,
	"last_at" timestamp with time zone,
	CONSTRAINT "schedule_once" UNIQUE("organisation_id","person_id","rule","subject_id")
);
--> statement-breakpoint
CREATE TABLE "schedule_head" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"due_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outbox_head" RENAME COLUMN "person_id" TO "destination";--> statement-breakpoint
DROP INDEX "outbox_head_person";--> statement-breakpoint
ALTER TABLE "outbox" ALTER COLUMN "person_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "goal" ADD COLUMN "proposed_on" date;--> statement-breakpoint
ALTER TABLE "chat_identity" ADD COLUMN "stopped_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "place_id" uuid;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "not_before" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "standing" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "edits" uuid;--> statement-breakpoint
ALTER TABLE "outbox_head" ADD COLUMN "kind" text DEFAULT 'reply' NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox_head" ADD COLUMN "composed" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox_head" ADD COLUMN "edits" uuid;--> statement-breakpoint
ALTER TABLE "outbox_head" ADD COLUMN "standing" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "team" ADD COLUMN "switched_on_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "chat_place_place" ON "chat_place" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "inbox_head_lease" ON "inbox_head" USING btree ("dead","lease_until");--> statement-breakpoint
CREATE INDEX "nudge_log_person" ON "nudge_log" USING btree ("organisation_id","person_id","at");--> statement-breakpoint
CREATE INDEX "schedule_person" ON "schedule" USING btree ("organisation_id","person_id","due_at");--> statement-breakpoint
CREATE INDEX "schedule_head_due" ON "schedule_head" USING btree ("due_at","id");--> statement-breakpoint
CREATE INDEX "outbox_held" ON "outbox" USING btree ("organisation_id","person_id") WHERE not_before is not null;--> statement-breakpoint
CREATE INDEX "outbox_standing" ON "outbox" USING btree ("organisation_id","person_id","standing") WHERE standing is not null;--> statement-breakpoint
CREATE INDEX "outbox_head_destination" ON "outbox_head" USING btree ("destination","state","id");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_head_to_compose" ON "outbox_head" USING btree ("destination") WHERE state = 'waiting' and not composed;