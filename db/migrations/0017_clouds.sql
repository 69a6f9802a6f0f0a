ALTER TABLE "place" RENAME COLUMN "platform" TO "cloud";--> statement-breakpoint
UPDATE "place" p SET "cloud" = split_part(c.workspace, '/', 1) FROM "chat_place" c WHERE c.place_id = p.id AND position('/' in c.workspace) > 0;
