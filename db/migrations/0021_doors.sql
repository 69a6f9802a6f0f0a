CREATE TABLE "installation_request" (
	"platform" text NOT NULL,
	"workspace" text NOT NULL,
	"id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"state" text NOT NULL,
	"name" text NOT NULL,
	"token" text,
	"bot_user" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"asked_by" text,
	"asked_by_name" text,
	"covers" jsonb NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	CONSTRAINT "installation_request_platform_workspace_pk" PRIMARY KEY("platform","workspace")
);
--> statement-breakpoint
ALTER TABLE "chat_identity" ADD COLUMN "admin_by" text;--> statement-breakpoint
ALTER TABLE "chat_identity" ADD COLUMN "barred_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "founded" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "way" text DEFAULT 'link' NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "admin_granted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "person" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- Ids grow with time, while installed_at says when a workspace was let in last: whoever was here first came from the one it began with.
WITH "first" AS (
  SELECT DISTINCT ON (i.organisation_id) i.platform, i.workspace FROM "installation" i
  LEFT JOIN LATERAL (SELECT min(c.person_id::text) AS id FROM "chat_identity" c WHERE c.platform = i.platform AND c.workspace = i.workspace AND c.organisation_id = i.organisation_id) p ON true
  ORDER BY i.organisation_id, p.id NULLS LAST, i.installed_at NULLS FIRST, i.platform, i.workspace)
UPDATE "installation" i SET "founded" = true FROM "first" f WHERE f.platform = i.platform AND f.workspace = i.workspace;--> statement-breakpoint
UPDATE "chat_identity" c SET "barred_at" = clock_timestamp() FROM "person" p WHERE p.id = c.person_id AND p.organisation_id = c.organisation_id AND p.left_on IS NOT NULL;--> statement-breakpoint
UPDATE "chat_identity" c SET "admin_by" = 'installation' FROM "installation" i, "person" p
  WHERE i.founded AND i.platform = c.platform AND i.workspace = c.workspace AND i.installed_by = c."user" AND p.id = c.person_id AND p.organisation_id = c.organisation_id AND p.admin;--> statement-breakpoint
-- Whoever is known from workspaces alone that came later has the right by them; everybody else keeps it until an admin takes it.
UPDATE "chat_identity" c SET "admin_by" = 'platform' FROM "installation" i, "person" p
  WHERE NOT i.founded AND i.platform = c.platform AND i.workspace = c.workspace AND p.id = c.person_id AND p.organisation_id = c.organisation_id AND p.admin AND c.admin_by IS NULL
    AND NOT EXISTS (SELECT FROM "chat_identity" o LEFT JOIN "installation" f ON f.platform = o.platform AND f.workspace = o.workspace WHERE o.person_id = c.person_id AND coalesce(f.founded, true));--> statement-breakpoint
UPDATE "person" p SET "admin_granted" = true WHERE p.admin AND NOT EXISTS (SELECT FROM "chat_identity" c WHERE c.person_id = p.id AND c.organisation_id = p.organisation_id AND c.admin_by IS NOT NULL);--> statement-breakpoint
ALTER TABLE "person" FORCE ROW LEVEL SECURITY;
