CREATE TABLE "account_join" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kept_id" uuid NOT NULL,
	"gone_id" uuid NOT NULL,
	"kept_account" text NOT NULL,
	"gone_account" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"record" jsonb NOT NULL,
	CONSTRAINT "account_join_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
ALTER TABLE "account_link" ADD COLUMN "account" text;--> statement-breakpoint
ALTER TABLE "account_link" ADD COLUMN "ask_id" uuid;--> statement-breakpoint
ALTER TABLE "account_link" ADD COLUMN "asked_by_id" uuid;--> statement-breakpoint
ALTER TABLE "account_link" ADD COLUMN "asked_account" text;--> statement-breakpoint
ALTER TABLE "account_link" ADD COLUMN "asked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "through" text;--> statement-breakpoint
ALTER TABLE "outbox_head" ADD COLUMN "through" text;--> statement-breakpoint
create or replace function outbox_head_follows() returns trigger language plpgsql security definer set search_path from current as $$
begin
  -- A nudge has its head already: the beat made it, and the words come when it is claimed.
  insert into outbox_head (id, seq, organisation_id, destination, kind, state, composed, edits, standing, through, due_at, attempts)
  select id, seq, organisation_id, coalesce(person_id, place_id), kind, case when not_before is null then 'waiting' else 'held' end, true, edits, standing is not null and edits is null, through, clock_timestamp(), 0 from added
  on conflict (id) do update set composed = true;
  return null;
end $$;
