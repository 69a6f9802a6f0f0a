-- The routing side of deliveries, plans and what came in: ids and times, read across organisations by the jobs, and kept by
-- triggers, since the application's role may not touch routing tables. For each statement and not for each row: plans and
-- deliveries are written many at once.
create or replace function outbox_head_follows() returns trigger language plpgsql security definer set search_path from current as $$
begin
  -- A nudge has its head already: the beat made it, and the words come when it is claimed.
  insert into outbox_head (id, organisation_id, destination, kind, state, composed, edits, standing, due_at, attempts)
  select id, organisation_id, coalesce(person_id, place_id), kind, case when not_before is null then 'waiting' else 'held' end, true, edits, standing is not null and edits is null, clock_timestamp(), 0 from added
  on conflict (id) do update set composed = true;
  return null;
end $$;
--> statement-breakpoint
drop trigger outbox_head_follows on outbox;
--> statement-breakpoint
create trigger outbox_head_follows after insert on outbox referencing new table as added for each statement execute function outbox_head_follows();
--> statement-breakpoint
create function schedule_head_follows() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'DELETE' then
    delete from schedule_head h using gone where h.id = gone.id;
    return null;
  end if;
  if tg_op = 'UPDATE' then
    delete from schedule_head h using changed where h.id = changed.id and changed.due_at is null;
  end if;
  insert into schedule_head (id, organisation_id, person_id, due_at)
  select id, organisation_id, person_id, due_at from changed where due_at is not null
  on conflict (id) do update set due_at = excluded.due_at where schedule_head.due_at <> excluded.due_at;
  return null;
end $$;
--> statement-breakpoint
create trigger schedule_head_added after insert on schedule referencing new table as changed for each statement execute function schedule_head_follows();
--> statement-breakpoint
create trigger schedule_head_changed after update on schedule referencing new table as changed for each statement execute function schedule_head_follows();
--> statement-breakpoint
create trigger schedule_head_gone after delete on schedule referencing old table as gone for each statement execute function schedule_head_follows();
--> statement-breakpoint
create function inbox_head_follows() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if tg_op = 'DELETE' then
    delete from inbox_head h using gone where h.id = gone.id;
  else
    -- Whoever stored it is about to handle it: only after half a minute does somebody else look.
    insert into inbox_head (id, organisation_id, lease_until, attempts, dead)
    select id, organisation_id, clock_timestamp() + interval '30 seconds', 0, false from added;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger inbox_head_added after insert on inbox referencing new table as added for each statement execute function inbox_head_follows();
--> statement-breakpoint
create trigger inbox_head_gone after delete on inbox referencing old table as gone for each statement execute function inbox_head_follows();
