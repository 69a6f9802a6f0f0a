// Whoever decides says what becomes of a disputed figure, with a reason: right as it is, to be corrected where it comes from, or taken out here.
import {
  ask,
  committed,
  correct,
  replace,
  show,
  type Answer,
  type Notice,
} from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import { manages, type Person } from "#src/people/person";
import { card, rows, type Card } from "#src/view/card";
import type { FormValues } from "#src/view/form";
import { button } from "#src/view/card";
import { showFactDispute } from "../actions.ts";
import { practiceOf } from "#src/bot/declare/practice";
import { digesting } from "#src/practices/goals/api";
import type { NumberContext, NumberStores } from "../context.ts";
import type { NumberMessages } from "../messages/en.ts";
import type { DisputeId, FactDispute, Verdict } from "../model.ts";
import { longestWords } from "./ask.ts";
import { bothNumbers } from "./both-numbers.ts";
import { decidedCard, disputeCard, verdictForm } from "./dispute-card.ts";

const { contributes } = practiceOf<NumberMessages, NumberStores>();

type Asked = { readonly dispute: DisputeId };

export async function showDispute({ dispute: id }: Asked, context: NumberContext): Promise<Answer> {
  const { dispute, owner } = await decidable(id, context);
  return show(disputeCard(await bothNumbers(dispute, owner, context), context.t));
}

export async function askWhy(
  { dispute: id, verdict }: Asked & { readonly verdict: Verdict },
  context: NumberContext,
): Promise<Answer> {
  const { dispute } = await decidable(id, context);
  return ask(verdictForm(dispute, verdict, context.t));
}

export async function decideDispute(
  {
    payload,
    values,
  }: { readonly payload: Asked & { readonly verdict: Verdict }; readonly values: FormValues },
  context: NumberContext,
): Promise<Answer> {
  const { dispute, owner } = await decidable(payload.dispute, context);
  const fields = readFields(values, context);
  const reason = fields.neededText("reason", longestWords);
  if (fields.wrong) return correct(fields.errors);
  const decided = { verdict: payload.verdict, reason, by: context.person.id, at: context.now };
  if (!(await context.stores.numbers.decide(dispute.id, decided)))
    throw new Refusal(context.t.decidedAlready());
  const after: FactDispute = { ...dispute, state: payload.verdict, reason };
  const says = await bothNumbers(after, owner, context);
  return committed(
    replace(decidedCard(says, null, true, context.t)),
    ...(await tellBoth(dispute, owner, context, "decided", (t, isOwners) =>
      decidedCard(
        { ...says, ownerName: isOwners ? "" : says.ownerName },
        context.person.name,
        false,
        t,
      ),
    )),
  );
}

export async function countFactAgain(
  { dispute: id }: Asked,
  context: NumberContext,
): Promise<Answer> {
  const { dispute, owner } = await decider(id, context);
  if (!(await context.stores.numbers.countAgain(id))) throw new Refusal(context.t.countsAgainNow());
  const says = await bothNumbers({ ...dispute, state: "counted" }, owner, context);
  return committed(
    replace(decidedCard(says, null, true, context.t)),
    ...(await tellBoth(dispute, owner, context, "counted", (t, isOwners) =>
      decidedCard(
        { ...says, ownerName: isOwners ? "" : says.ownerName },
        context.person.name,
        false,
        t,
      ),
    )),
  );
}

/** It stays out, and whoever decided has seen what changed. */
export async function leaveFactOut(
  { dispute: id }: Asked,
  context: NumberContext,
): Promise<Answer> {
  const { dispute } = await decider(id, context);
  return replace(card({ title: context.t.staysOut(dispute.fact.number), tone: "info" }));
}

/** Whoever asked and whose figure it is, each once, but for who acts. */
export async function tellBoth(
  dispute: FactDispute,
  owner: Person,
  context: NumberContext,
  about: string,
  say: (t: NumberContext["t"], isOwners: boolean) => Card,
): Promise<readonly Notice[]> {
  const asker = await context.stores.people.person(dispute.by);
  const readers = [asker, owner].filter(
    (each): each is Person =>
      each !== null && each.leftOn === null && each.id !== context.person.id,
  );
  return readers
    .filter((each, i) => readers.findIndex((other) => other.id === each.id) === i)
    .map((reader) =>
      context.notify(reader, `fact-${about}-${dispute.id}-${context.now.getTime()}`, (t) =>
        say(t, reader.id === owner.id),
      ),
    );
}

interface Decidable {
  readonly dispute: FactDispute;
  readonly owner: Person;
}

/** For whoever was asked, and whoever leads the one whose figure it is. */
async function decider(id: DisputeId, context: NumberContext): Promise<Decidable> {
  const dispute = await context.stores.numbers.dispute(id);
  const owner = dispute?.fact.person
    ? await context.stores.people.person(dispute.fact.person)
    : null;
  if (
    !dispute ||
    !owner ||
    !(dispute.asked === context.person.id || manages(context.person, owner))
  )
    throw new Refusal(context.house.oldCard());
  return { dispute, owner };
}

async function decidable(id: DisputeId, context: NumberContext): Promise<Decidable> {
  const found = await decider(id, context);
  if (found.dispute.state !== "open") throw new Refusal(context.t.decidedAlready());
  return found;
}

/** Figures that wait for whoever looks, in their Monday. */
export const disputesOnMonday = contributes(digesting, async (_what, { stores, person, t }) => {
  const [first, ...more] = await stores.numbers.disputesAskedOf(person.id);
  return first === undefined
    ? []
    : [
        {
          rank: 3,
          line: t.disputesWait(more.length + 1),
          button: button(t.decide(), showFactDispute({ dispute: first.id })),
        },
      ];
});

/** What waits for whoever looks, on their home. */
export async function factDisputesAtHome(context: NumberContext): Promise<readonly Card[]> {
  const asked = await context.stores.numbers.disputesAskedOf(context.person.id);
  return asked.length === 0 ? [] : [waitingDisputesCard(asked, context.t)];
}

export const waitingDisputesCard = (asked: readonly FactDispute[], t: NumberContext["t"]): Card =>
  card({
    title: t.disputesWait(asked.length),
    tone: "warning",
    body: [
      rows(
        asked.map((each) => ({
          line: t.owner(each.byName),
          soft: t.saysNotRight(each.fact.number),
          buttons: [button(t.decide(), showFactDispute({ dispute: each.id }))],
        })),
      ),
    ],
  });
