// An entry that somebody else logged is not right: its owner says so, and whoever logged it decides. The figure counts meanwhile.
import {
  ask,
  correct,
  committed,
  show,
  toast,
  type Answer,
  type Notice,
} from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import { mayLogFor, type Person, type PersonId } from "#src/people/person";
import type { FormValues } from "#src/view/form";
import { standsIn, type GoalContext } from "../context.ts";
import { disputedCard, disputeForm, standsCard, standsForm } from "./dispute-card.ts";
import { lockEntry } from "./history.ts";
import { isUnderWay, type Dispute, type EntryId, type KnownEntry } from "../model.ts";

export async function askForDispute(
  { entry }: { entry: EntryId },
  context: GoalContext,
): Promise<Answer> {
  const found = disputable(await context.stores.goals.entry(entry), context);
  return ask(disputeForm(found, (await deciderOf(found, context)).name, context.t));
}

export async function openDispute(
  { payload, values }: { payload: { entry: EntryId }; values: FormValues },
  context: GoalContext,
): Promise<Answer> {
  const found = disputable(await lockEntry(payload.entry, context), context);
  const decider = await deciderOf(found, context);
  const fields = readFields(values, context);
  const said = fields.neededText("said", 500);
  if (fields.wrong) return correct(fields.errors);
  await context.stores.goals.dispute(saying("opened", found, said, decider.id, context));
  const told = askToDecide(found, said, decider, context);
  return committed(toast(context.t.disputeSent(decider.name)), told);
}

/** For whoever is to decide: what the owner wrote, and what may be done about it. */
export async function showDispute(
  { entry }: { entry: EntryId },
  context: GoalContext,
): Promise<Answer> {
  await decidable(await context.stores.goals.entry(entry), context);
  const asked = await context.stores.goals.disputesAskedOf(context.person.id);
  const found = asked.find((each) => each.entry.id === entry);
  const owner = found && (await context.stores.people.person(found.entry.ownerId));
  if (!owner) throw new Refusal(context.t.disputeDecided());
  return show(disputedCard(found.entry, found.said, mayLogFor(context.person, owner), context.t));
}

export async function askWhyItStands(
  { entry }: { entry: EntryId },
  context: GoalContext,
): Promise<Answer> {
  return ask(
    standsForm(await decidable(await context.stores.goals.entry(entry), context), context.t),
  );
}

export async function letItStand(
  { payload, values }: { payload: { entry: EntryId }; values: FormValues },
  context: GoalContext,
): Promise<Answer> {
  const found = await decidable(await lockEntry(payload.entry, context), context);
  const fields = readFields(values, context);
  const reason = fields.neededText("reason", 500);
  if (fields.wrong) return correct(fields.errors);
  await context.stores.goals.dispute(saying("stands", found, reason, null, context));
  const owner = await context.stores.people.person(found.ownerId);
  const told =
    owner &&
    context.notify(owner, "stands", (t) => standsCard(found, context.person.name, reason, t));
  return committed(toast(context.t.standsSent(found.ownerName)), told);
}

const saying = (
  kind: Dispute["kind"],
  entry: KnownEntry,
  said: string,
  askedId: PersonId | null,
  context: GoalContext,
): Dispute => ({
  id: context.newId(),
  entryId: entry.id,
  kind,
  said,
  byId: context.person.id,
  at: context.now,
  askedId,
});

/** The name of the message that asks. */
export const disputeName = (id: EntryId): string => `goals.dispute:${id}`;

export const askToDecide = (
  entry: KnownEntry,
  said: string,
  decider: Person,
  context: GoalContext,
): Notice =>
  context.notify(
    decider,
    "disputed",
    (t) => disputedCard(entry, said, mayLogFor(decider, context.person), t),
    disputeName(entry.id),
  );

/** Of one's own goal, logged by somebody else, and not disputed before. */
function disputable(found: KnownEntry | null, context: GoalContext): KnownEntry {
  const { t } = context;
  if (!found) throw new Refusal(t.entryGone());
  if (found.ownerId !== context.person.id)
    throw new Refusal(context.t.notYourGoal(found.goalNumber));
  if (found.byId === context.person.id) throw new Refusal(t.disputeOwn());
  if (found.disputed !== null)
    throw new Refusal(found.disputed === "open" ? t.disputeOpen() : t.disputeDecided());
  if (!isUnderWay(found)) throw new Refusal(t.goalClosed(found.goalNumber));
  return found;
}

/** Disputed by its owner, before one who may log for them or stands in for their manager: nobody decides about their own. */
async function decidable(found: KnownEntry | null, context: GoalContext): Promise<KnownEntry> {
  if (!found) throw new Refusal(context.t.entryGone());
  const owner = await context.stores.people.person(found.ownerId);
  if (
    !owner ||
    owner.id === context.person.id ||
    !(mayLogFor(context.person, owner) || (await standsIn(owner, context)))
  )
    throw new Refusal(context.house.notForYou("logger"));
  if (found.disputed !== "open") throw new Refusal(context.t.disputeDecided());
  return found;
}

/** Who logged it, while they still may; otherwise whoever decides in the manager's place. Where nobody is left, nothing is kept either. */
export async function deciderOf(
  entry: Pick<KnownEntry, "byId">,
  context: GoalContext,
): Promise<Person> {
  const author = await context.stores.people.person(entry.byId);
  if (author && author.leftOn === null && mayLogFor(author, context.person)) return author;
  const decider = await context.deciderFor(context.person);
  if (!decider) throw new Refusal(context.t.disputeNobody());
  return decider;
}
