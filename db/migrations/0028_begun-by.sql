ALTER TABLE "act" ADD COLUMN "begun_by" text;--> statement-breakpoint
CREATE INDEX "act_begun_by" ON "act" USING btree ("organisation_id","begun_by") WHERE begun_by is not null;