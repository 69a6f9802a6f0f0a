CREATE TABLE "crm_setting" (
	"organisation_id" uuid NOT NULL,
	"crm" text NOT NULL,
	"sealed" text NOT NULL,
	CONSTRAINT "crm_setting_organisation_id_crm_pk" PRIMARY KEY("organisation_id","crm")
);
