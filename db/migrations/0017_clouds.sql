ALTER TABLE "place" RENAME COLUMN "platform" TO "cloud";--> statement-breakpoint
ALTER TABLE "place" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "place" p SET "cloud" = CASE WHEN position('/' in c.workspace) > 0 THEN split_part(c.workspace, '/', 1) ELSE c.platform END FROM "chat_place" c WHERE c.place_id = p.id;--> statement-breakpoint
ALTER TABLE "place" FORCE ROW LEVEL SECURITY;
