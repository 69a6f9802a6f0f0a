-- A delivery's head (ids and state, read across organisations by the deliver loop) is made with the delivery itself, in
-- the same statement and transaction, though the application's role may not touch routing tables.
create function outbox_head_follows() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into outbox_head (id, organisation_id, person_id, state, due_at, attempts)
  values (new.id, new.organisation_id, new.person_id, 'waiting', clock_timestamp(), 0);
  return null;
end $$;
--> statement-breakpoint
create trigger outbox_head_follows after insert on outbox for each row execute function outbox_head_follows();
