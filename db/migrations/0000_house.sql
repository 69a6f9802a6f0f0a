CREATE TABLE "goal" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"team_id" uuid,
	"metric_id" uuid,
	"unit" jsonb NOT NULL,
	"direction" text NOT NULL,
	"adds" boolean NOT NULL,
	"baseline" numeric(24, 6) NOT NULL,
	"target" numeric(24, 6) NOT NULL,
	"period_kind" text NOT NULL,
	"start" date NOT NULL,
	"due" date NOT NULL,
	"parent_id" uuid,
	"reason" text,
	"state" text NOT NULL,
	"proposed_by_id" uuid,
	"confidence" smallint,
	"lesson" text,
	"created_on" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "goal_number" UNIQUE("organisation_id","number")
);
--> statement-breakpoint
CREATE TABLE "goal_entry" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"goal_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" numeric(24, 6) NOT NULL,
	"on" date NOT NULL,
	"note" text NOT NULL,
	"source" text NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"batch_id" uuid NOT NULL,
	"replaces_id" uuid,
	CONSTRAINT "goal_entry_replaced_once" UNIQUE("replaces_id")
);
--> statement-breakpoint
CREATE TABLE "milestone" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"goal_id" uuid NOT NULL,
	"title" text NOT NULL,
	"due" date NOT NULL,
	"target" numeric(24, 6),
	"done_on" date
);
--> statement-breakpoint
CREATE TABLE "act" (
	"organisation_id" uuid NOT NULL,
	"key" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reply" jsonb NOT NULL,
	CONSTRAINT "act_organisation_id_key_pk" PRIMARY KEY("organisation_id","key")
);
--> statement-breakpoint
CREATE TABLE "chat_identity" (
	"platform" text NOT NULL,
	"workspace" text NOT NULL,
	"user" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "chat_identity_platform_workspace_user_pk" PRIMARY KEY("platform","workspace","user")
);
--> statement-breakpoint
CREATE TABLE "day_override" (
	"organisation_id" uuid NOT NULL,
	"date" date NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "day_override_organisation_id_date_pk" PRIMARY KEY("organisation_id","date")
);
--> statement-breakpoint
CREATE TABLE "numbering" (
	"organisation_id" uuid NOT NULL,
	"letter" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "numbering_organisation_id_letter_pk" PRIMARY KEY("organisation_id","letter")
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation_profile" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"locale" text NOT NULL,
	"zone" text NOT NULL,
	"country" text NOT NULL,
	"currency" text NOT NULL,
	"set_up_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"cards" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "outbox_key" UNIQUE("organisation_id","key")
);
--> statement-breakpoint
CREATE TABLE "outbox_head" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"lease_until" timestamp with time zone,
	"attempts" smallint NOT NULL,
	"message_id" text,
	"why" text
);
--> statement-breakpoint
CREATE TABLE "person" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"locale" text NOT NULL,
	"zone" text NOT NULL,
	"country" text NOT NULL,
	"hours" jsonb NOT NULL,
	"workweek" jsonb NOT NULL,
	"admin" boolean NOT NULL,
	"assistant" boolean NOT NULL,
	"team_id" uuid,
	"manager_id" uuid,
	"left_on" date
);
--> statement-breakpoint
CREATE TABLE "person_leave" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"from" date NOT NULL,
	"to" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"manager_id" uuid,
	CONSTRAINT "team_name" UNIQUE("organisation_id","name")
);
--> statement-breakpoint
CREATE TABLE "playground_clock" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "web_message" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"user" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"text" text NOT NULL,
	"cards" jsonb NOT NULL,
	"version" integer NOT NULL,
	"delivery_id" uuid,
	CONSTRAINT "web_message_delivery" UNIQUE("delivery_id")
);
--> statement-breakpoint
CREATE TABLE "web_read" (
	"organisation_id" uuid NOT NULL,
	"user" text NOT NULL,
	"up_to" uuid NOT NULL,
	CONSTRAINT "web_read_organisation_id_user_pk" PRIMARY KEY("organisation_id","user")
);
--> statement-breakpoint
CREATE TABLE "metric" (
	"organisation_id" uuid NOT NULL,
	"id" uuid PRIMARY KEY NOT NULL,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	"aliases" jsonb NOT NULL,
	"unit" jsonb NOT NULL,
	"adds" boolean NOT NULL
);
--> statement-breakpoint
CREATE INDEX "goal_owner" ON "goal" USING btree ("organisation_id","owner_id","state");--> statement-breakpoint
CREATE INDEX "goal_parent" ON "goal" USING btree ("organisation_id","parent_id");--> statement-breakpoint
CREATE INDEX "goal_entry_goal" ON "goal_entry" USING btree ("organisation_id","goal_id","on","id");--> statement-breakpoint
CREATE INDEX "goal_entry_by" ON "goal_entry" USING btree ("organisation_id","by_id","at");--> statement-breakpoint
CREATE INDEX "milestone_goal" ON "milestone" USING btree ("organisation_id","goal_id","due");--> statement-breakpoint
CREATE INDEX "act_at" ON "act" USING btree ("at");--> statement-breakpoint
CREATE INDEX "chat_identity_person" ON "chat_identity" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "outbox_head_due" ON "outbox_head" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "outbox_head_person" ON "outbox_head" USING btree ("person_id","state","id");--> statement-breakpoint
CREATE INDEX "person_organisation" ON "person" USING btree ("organisation_id","name");--> statement-breakpoint
CREATE INDEX "person_manager" ON "person" USING btree ("organisation_id","manager_id");--> statement-breakpoint
CREATE INDEX "person_leave_person" ON "person_leave" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE INDEX "web_message_user" ON "web_message" USING btree ("organisation_id","user","at","id");