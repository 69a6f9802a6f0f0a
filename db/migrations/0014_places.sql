ALTER TABLE "place" ADD COLUMN "platform" text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE "place" p SET "platform" = c.platform FROM "chat_place" c WHERE c.place_id = p.id;