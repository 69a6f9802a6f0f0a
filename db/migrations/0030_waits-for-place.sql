ALTER TABLE "chat_place" ADD COLUMN "tried_with" uuid;--> statement-breakpoint
ALTER TABLE "chat_place" ADD COLUMN "tried_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "recognition_shout" ADD COLUMN "waits_for_place" boolean DEFAULT false NOT NULL;