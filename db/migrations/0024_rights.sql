CREATE TABLE "rights_told" (
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"told" jsonb NOT NULL,
	"before" jsonb,
	"since" timestamp with time zone,
	CONSTRAINT "rights_told_organisation_id_person_id_pk" PRIMARY KEY("organisation_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "blocker" ADD COLUMN "asked_id" uuid;--> statement-breakpoint
CREATE INDEX "person_assistant" ON "person" USING btree ("organisation_id","team_id") WHERE assistant;--> statement-breakpoint
ALTER TABLE "greeting" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "person" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "blocker" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "rights_told" ("organisation_id", "person_id", "told")
  SELECT p.organisation_id, p.id, jsonb_build_object(
    'manager', (SELECT m.id FROM "person" m WHERE m.organisation_id = p.organisation_id AND m.id = p.manager_id AND m.left_on IS NULL),
    'team', p.team_id,
    'assistants', coalesce((SELECT jsonb_agg(a.id ORDER BY a.id) FROM "person" a WHERE a.organisation_id = p.organisation_id AND a.team_id = p.team_id AND a.assistant AND a.left_on IS NULL AND a.id <> p.id), '[]'),
    'assists', CASE WHEN p.assistant THEN p.team_id END,
    'leads', coalesce((SELECT jsonb_agg(r.id ORDER BY r.id) FROM "person" r WHERE r.organisation_id = p.organisation_id AND r.manager_id = p.id AND r.left_on IS NULL), '[]'))
  FROM "person" p JOIN "greeting" g ON g.organisation_id = p.organisation_id AND g.person_id = p.id;--> statement-breakpoint
UPDATE "blocker" b SET "asked_id" = coalesce(b.by_id, p.manager_id) FROM "person" p WHERE p.organisation_id = b.organisation_id AND p.id = b.person_id;--> statement-breakpoint
ALTER TABLE "greeting" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "person" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "blocker" FORCE ROW LEVEL SECURITY;
