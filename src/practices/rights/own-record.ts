// My record: what was changed about somebody, by whom and when, for their own eyes.
import { show, type Answer } from "#src/bot/declare/answer";
import type { PersonId } from "#src/people/person";
import type { AuditActor, KeptEvent } from "#src/ports/audit";
import { namesOf, type Names, type RightsContext } from "./context.ts";
import type { RecordLine } from "./model.ts";
import { recordCard } from "./rights-card.ts";

const most = 15;

export const showRecord = (_input: unknown, context: RightsContext): Promise<Answer> =>
  recordBefore(null, context);
export const showOlderRecord = (
  { before }: { before: string },
  context: RightsContext,
): Promise<Answer> => recordBefore(before, context);

/** An admin finds what concerns the organisation as a whole there too. */
async function recordBefore(before: string | null, context: RightsContext): Promise<Answer> {
  const { stores, person, t } = context;
  const found = await stores.audit.about(person.id, most + 1, {
    before,
    organisation: person.admin,
  });
  const events = found.slice(0, most);
  const names = await namesOf(
    events.flatMap((each) => [each.about, byOf(each.by), each.detail["from"], each.detail["to"]]),
    context,
  );
  const older = found.length > most ? (events.at(-1)?.seq ?? null) : null;
  return show(
    recordCard(
      events.map((each) => lineOf(each, names, context)),
      older,
      t,
    ),
  );
}

const byOf = (by: AuditActor): string | null => (typeof by === "string" ? null : by.person);

function lineOf(
  { act, at, by, about, detail }: KeptEvent,
  names: Names,
  context: RightsContext,
): RecordLine {
  const { person } = context;
  const named = act === "team.changed" ? names.team : names.person;
  const isOther = about !== null && about !== person.id;
  return {
    act,
    at,
    by: byWhom(by, names, person.id),
    of: isOther ? names.person(about) : null,
    from: named(detail["from"]),
    to: named(detail["to"]),
    team: names.team(detail["team"]),
    what: calledOf(detail["practice"] ?? null, context),
    holds: isOther ? detail["to"] === person.id : detail["is"] !== "no",
  };
}

/** What a practice that was switched is called. */
const calledOf = (name: string | null, context: RightsContext): string | null =>
  context
    .guide()
    .switches()
    .find((each) => each.name === name)?.called[context.person.locale][0] ?? name;

function byWhom(by: KeptEvent["by"], names: Names, reader: PersonId): RecordLine["by"] {
  if (typeof by === "string") return by;
  return by.person === reader ? "you" : { name: names.person(by.person) };
}
