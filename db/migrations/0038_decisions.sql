CREATE TABLE "decision" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"what" text NOT NULL,
	"why" text NOT NULL,
	"goal_id" uuid,
	"value_then" numeric(24, 6),
	"look_on" date NOT NULL,
	"seen" text,
	"value_seen" numeric(24, 6),
	"seen_at" timestamp with time zone,
	CONSTRAINT "decision_number" UNIQUE("organisation_id","number")
);
--> statement-breakpoint
CREATE INDEX "decision_by" ON "decision" USING btree ("organisation_id","by_id","look_on");--> statement-breakpoint
CREATE INDEX "decision_goal" ON "decision" USING btree ("organisation_id","goal_id") WHERE goal_id is not null;