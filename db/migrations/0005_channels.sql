CREATE TABLE "web_channel_read" (
	"organisation_id" uuid NOT NULL,
	"user" text NOT NULL,
	"channel" text NOT NULL,
	"up_to" uuid NOT NULL,
	CONSTRAINT "web_channel_read_organisation_id_user_channel_pk" PRIMARY KEY("organisation_id","user","channel")
);
--> statement-breakpoint
ALTER TABLE "web_message" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "web_message" ADD COLUMN "receipt" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "web_message_channel" ON "web_message" USING btree ("organisation_id","channel","at","id");