CREATE TABLE "recognition_cheer" (
	"organisation_id" uuid NOT NULL,
	"shout_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "recognition_cheer_organisation_id_shout_id_person_id_pk" PRIMARY KEY("organisation_id","shout_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "recognition_points" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"pool" text NOT NULL,
	"delta" integer NOT NULL,
	"cause" text NOT NULL,
	"month" text NOT NULL,
	"shout_id" uuid,
	"other_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "recognition_points_once" UNIQUE("organisation_id","shout_id","pool","cause","person_id","other_id")
);
--> statement-breakpoint
CREATE TABLE "recognition_receiver" (
	"organisation_id" uuid NOT NULL,
	"shout_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"consent" text NOT NULL,
	"hidden" boolean NOT NULL,
	CONSTRAINT "recognition_receiver_organisation_id_shout_id_person_id_pk" PRIMARY KEY("organisation_id","shout_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "recognition_rules" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"points" boolean NOT NULL,
	"base" integer NOT NULL,
	"per_report" integer NOT NULL,
	"value_required" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recognition_shout" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"by_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"value_id" uuid,
	"points" integer NOT NULL,
	"place_id" uuid,
	"is_private" boolean NOT NULL,
	"state" text NOT NULL,
	"post_at" timestamp with time zone,
	"made_at" timestamp with time zone NOT NULL,
	"given_at" timestamp with time zone,
	"facts" jsonb
);
--> statement-breakpoint
CREATE TABLE "recognition_value" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	"active" boolean NOT NULL,
	CONSTRAINT "recognition_value_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "recognition_wish" (
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"wish" text NOT NULL,
	CONSTRAINT "recognition_wish_organisation_id_person_id_pk" PRIMARY KEY("organisation_id","person_id")
);
--> statement-breakpoint
CREATE INDEX "recognition_points_person" ON "recognition_points" USING btree ("organisation_id","person_id","pool");--> statement-breakpoint
CREATE INDEX "recognition_receiver_person" ON "recognition_receiver" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE INDEX "recognition_shout_given" ON "recognition_shout" USING btree ("organisation_id","state","given_at");--> statement-breakpoint
CREATE INDEX "recognition_shout_by" ON "recognition_shout" USING btree ("organisation_id","by_id","state");--> statement-breakpoint
CREATE INDEX "recognition_shout_place" ON "recognition_shout" USING btree ("organisation_id","place_id","given_at");