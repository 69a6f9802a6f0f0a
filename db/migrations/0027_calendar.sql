CREATE TABLE "holiday_year" (
	"organisation_id" uuid NOT NULL,
	"country" text NOT NULL,
	"year" smallint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "holiday_year_organisation_id_country_year_pk" PRIMARY KEY("organisation_id","country","year")
);
--> statement-breakpoint
ALTER TABLE "day_override" ADD COLUMN "country" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "day_override" DROP CONSTRAINT "day_override_organisation_id_date_pk";--> statement-breakpoint
ALTER TABLE "day_override" ADD CONSTRAINT "day_override_organisation_id_date_country_pk" PRIMARY KEY("organisation_id","date","country");--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "place_from" text DEFAULT 'platform' NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation_profile" ADD COLUMN "workweek" jsonb;
