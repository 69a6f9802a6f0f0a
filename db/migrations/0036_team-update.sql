CREATE TABLE "team_update" (
	"organisation_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"by_id" uuid NOT NULL,
	"on" boolean NOT NULL,
	"posts_at" text,
	"posted_on" date,
	CONSTRAINT "team_update_organisation_id_team_id_pk" PRIMARY KEY("organisation_id","team_id")
);
