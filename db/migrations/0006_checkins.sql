CREATE TABLE "blocker" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"text" text NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"checkin_id" uuid,
	"state" text NOT NULL,
	"answer" text,
	"talk_on" date,
	"by_id" uuid,
	"at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "checkin" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"week" date NOT NULL,
	"priorities" jsonb NOT NULL,
	"commits" jsonb NOT NULL,
	"went_well" text NOT NULL,
	"visible" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"on_time" boolean NOT NULL,
	CONSTRAINT "checkin_once" UNIQUE("organisation_id","person_id","week")
);
--> statement-breakpoint
CREATE TABLE "checkin_rhythm" (
	"organisation_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"on" boolean NOT NULL,
	"weekday" smallint NOT NULL,
	"opens" text NOT NULL,
	"visible" text NOT NULL,
	"daily" boolean NOT NULL,
	CONSTRAINT "checkin_rhythm_organisation_id_team_id_pk" PRIMARY KEY("organisation_id","team_id")
);
--> statement-breakpoint
CREATE TABLE "daily_choice" (
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"on" boolean NOT NULL,
	CONSTRAINT "daily_choice_organisation_id_person_id_pk" PRIMARY KEY("organisation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "daily_note" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"on" date NOT NULL,
	"done" text NOT NULL,
	"next" text NOT NULL,
	"visible" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "daily_note_once" UNIQUE("organisation_id","person_id","on")
);
--> statement-breakpoint
CREATE INDEX "blocker_person" ON "blocker" USING btree ("organisation_id","person_id","state");--> statement-breakpoint
CREATE INDEX "checkin_week" ON "checkin" USING btree ("organisation_id","week");