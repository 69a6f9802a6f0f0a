CREATE TABLE "feedback" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"situation" text NOT NULL,
	"behaviour" text NOT NULL,
	"impact" text NOT NULL,
	"next" text NOT NULL,
	"question" text NOT NULL,
	"request_id" uuid,
	"written_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"thanked_at" timestamp with time zone,
	"shared_with_id" uuid,
	"shared_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "feedback_request" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"about" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "feedback_suggestion" (
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"round" date NOT NULL,
	"to_id" uuid NOT NULL,
	CONSTRAINT "feedback_suggestion_organisation_id_person_id_round_pk" PRIMARY KEY("organisation_id","person_id","round")
);
--> statement-breakpoint
CREATE TABLE "feedback_team" (
	"organisation_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "feedback_team_organisation_id_team_id_pk" PRIMARY KEY("organisation_id","team_id")
);
--> statement-breakpoint
CREATE TABLE "greeting" (
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "greeting_organisation_id_person_id_pk" PRIMARY KEY("organisation_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "organisation_profile" ADD COLUMN "pace_on_track" smallint DEFAULT 95 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation_profile" ADD COLUMN "pace_at_risk" smallint DEFAULT 75 NOT NULL;--> statement-breakpoint
CREATE INDEX "feedback_to" ON "feedback" USING btree ("organisation_id","to_id","sent_at");--> statement-breakpoint
CREATE INDEX "feedback_from" ON "feedback" USING btree ("organisation_id","from_id","sent_at");--> statement-breakpoint
CREATE INDEX "feedback_shared" ON "feedback" USING btree ("organisation_id","shared_with_id");--> statement-breakpoint
CREATE INDEX "feedback_request_from" ON "feedback_request" USING btree ("organisation_id","from_id","answered_at");--> statement-breakpoint
CREATE INDEX "feedback_request_to" ON "feedback_request" USING btree ("organisation_id","to_id","answered_at");