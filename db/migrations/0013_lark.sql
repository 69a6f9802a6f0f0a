CREATE TABLE "account_link" (
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"hash" text,
	"until" timestamp with time zone,
	"tries" smallint DEFAULT 0 NOT NULL,
	"tried_at" timestamp with time zone,
	CONSTRAINT "account_link_organisation_id_person_id_pk" PRIMARY KEY("organisation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "app_token" (
	"app" text PRIMARY KEY NOT NULL,
	"token" text,
	"until" timestamp with time zone,
	"lease_until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "outbox_head" ADD COLUMN "account" text;--> statement-breakpoint
ALTER TABLE "chat_identity" ADD COLUMN "last_used_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organisation_profile" ADD COLUMN "names_cross" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "locale_guess" text;--> statement-breakpoint
CREATE INDEX "outbox_head_message" ON "outbox_head" USING btree ("organisation_id","message_id") WHERE standing;