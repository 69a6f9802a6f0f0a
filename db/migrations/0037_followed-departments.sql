CREATE TABLE "followed_department" (
	"organisation_id" uuid NOT NULL,
	"platform" text NOT NULL,
	"workspace" text NOT NULL,
	"department" text NOT NULL,
	"team_id" uuid NOT NULL,
	"following" text NOT NULL,
	"seen" jsonb NOT NULL,
	"proposal" text,
	"proposed" text,
	"due_at" timestamp with time zone NOT NULL,
	CONSTRAINT "followed_department_organisation_id_platform_workspace_department_pk" PRIMARY KEY("organisation_id","platform","workspace","department")
);
