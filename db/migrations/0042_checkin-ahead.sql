ALTER TABLE "checkin" ADD COLUMN "ahead" boolean DEFAULT false NOT NULL;--> statement-breakpoint
update "checkin" c set "ahead" = true from "person" p, "checkin_rhythm" r where p."id" = c."person_id" and p."organisation_id" = c."organisation_id" and r."organisation_id" = c."organisation_id" and r."team_id" = p."team_id" and r."weekday" >= 5;
