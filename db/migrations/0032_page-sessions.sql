CREATE TABLE "page_link" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"account" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"spent_at" timestamp with time zone,
	CONSTRAINT "page_link_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "page_session" (
	"organisation_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"account" text NOT NULL,
	"began_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "page_session_organisation_id_hash_pk" PRIMARY KEY("organisation_id","hash")
);
--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "plain_until" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "page_link_person" ON "page_link" USING btree ("organisation_id","person_id","asked_at");--> statement-breakpoint
CREATE INDEX "page_session_person" ON "page_session" USING btree ("organisation_id","person_id");