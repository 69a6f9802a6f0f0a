CREATE TABLE "talk_note" (
	"organisation_id" uuid NOT NULL,
	"pair_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"week" date NOT NULL,
	"part" text NOT NULL,
	"said" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "talk_note_organisation_id_pair_id_owner_id_week_part_pk" PRIMARY KEY("organisation_id","pair_id","owner_id","week","part")
);
--> statement-breakpoint
CREATE TABLE "talk_pair" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"every_weeks" integer NOT NULL,
	"weekday" integer NOT NULL,
	"time" text NOT NULL,
	"since" date NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "talk_session" (
	"organisation_id" uuid NOT NULL,
	"pair_id" uuid NOT NULL,
	"week" date NOT NULL,
	"state" text NOT NULL,
	"moved_to" timestamp with time zone,
	"said_at" timestamp with time zone NOT NULL,
	CONSTRAINT "talk_session_organisation_id_pair_id_week_pk" PRIMARY KEY("organisation_id","pair_id","week")
);
--> statement-breakpoint
CREATE TABLE "talk_step" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"pair_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"by_id" uuid NOT NULL,
	"said" text NOT NULL,
	"due" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"dropped" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "talk_step_number" UNIQUE("organisation_id","number")
);
--> statement-breakpoint
CREATE TABLE "talk_topic" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"pair_id" uuid NOT NULL,
	"by_id" uuid NOT NULL,
	"said" text NOT NULL,
	"source" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "talk_pair_owner" ON "talk_pair" USING btree ("organisation_id","owner_id");--> statement-breakpoint
CREATE INDEX "talk_pair_person" ON "talk_pair" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE INDEX "talk_step_person" ON "talk_step" USING btree ("organisation_id","person_id","closed_at");--> statement-breakpoint
CREATE INDEX "talk_step_pair" ON "talk_step" USING btree ("organisation_id","pair_id","closed_at");--> statement-breakpoint
CREATE INDEX "talk_topic_open" ON "talk_topic" USING btree ("organisation_id","pair_id") WHERE closed_at is null;