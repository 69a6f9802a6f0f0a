ALTER TABLE "greeting" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "person" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "team" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "greeting" ("organisation_id", "person_id", "at")
  SELECT p.organisation_id, p.id, t.switched_on_at FROM "person" p JOIN "team" t ON t.organisation_id = p.organisation_id AND t.id = p.team_id
  WHERE t.switched_on_at IS NOT NULL ON CONFLICT DO NOTHING;--> statement-breakpoint
ALTER TABLE "greeting" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "person" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "team" FORCE ROW LEVEL SECURITY;
