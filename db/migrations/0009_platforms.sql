CREATE TABLE "shelf" (
	"organisation_id" uuid NOT NULL,
	"id" text NOT NULL,
	"what" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "shelf_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "token" text;--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "bot_user" text;--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "scopes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "installed_by" text;--> statement-breakpoint
CREATE INDEX "shelf_at" ON "shelf" USING btree ("at");