ALTER TABLE "installation" ADD COLUMN "installer_may" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "installation_request" ADD COLUMN "installer" text;--> statement-breakpoint
CREATE INDEX "outbox_person" ON "outbox" USING btree ("organisation_id","person_id","at");