// What an owner asked of a manager who left, or who leads them no more, is asked of whoever decides now; the owner is told once.
import type { Notice } from "#src/bot/declare/answer";
import type { Upkeep } from "#src/bot/declare/practice";
import type { Person, PersonId } from "#src/people/person";
import { card, rows } from "#src/view/card";
import { said as typedBy, toLine } from "#src/view/line";
import { askForChange, changeName } from "../agree/change-request.ts";
import type { GoalContext, GoalStores } from "../context.ts";
import { askToDecide, disputeName } from "../history/dispute.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import type { EntryId, GoalId, Waiting } from "../model.ts";

export const askedAnew: Upkeep<GoalMessages, GoalStores> = {
  after: "rights",
  whom: ({ goals }) => goals.waitingElsewhere(),
  async tend(context) {
    const { stores, person, now, today } = context;
    const waiting = await stores.goals.waitingElsewhereOf(person.id);
    const decider = waiting.length === 0 ? null : await context.deciderFor(person);
    if (!decider) return [];
    const told: Notice[] = [];
    for (const each of waiting) {
      await stores.goals.askAgain(each, decider.id);
      if (each.askedId !== null) await stores.nudges.takeBack(each.askedId, nameOf(each));
      const question = await asked(each, decider, context);
      if (question)
        told.push({ ...question, about: `${each.id}-${now.toISOString()}`, asks: true });
    }
    const before = await nameOfPerson(waiting[0]?.askedId ?? null, context);
    return [
      ...told,
      context.notify(
        person,
        `asked-anew-${now.toISOString()}`,
        (t) =>
          card({
            title: t.askedAnew(before, decider.name),
            tone: "info",
            body: [
              rows(
                waiting.map(({ kind, said }) => ({
                  line: t.waitsWith(kind),
                  soft: toLine(typedBy(said)),
                })),
              ),
            ],
            sees: t.seenByOwner(decider.name),
          }),
        `goals.asked-anew:${today}`,
      ),
    ];
  },
};

const nameOf = ({ kind, about }: Waiting): string =>
  kind === "dispute" ? disputeName(about as EntryId) : changeName(about as GoalId);

async function asked(
  { kind, id, about, said }: Waiting,
  decider: Person,
  context: GoalContext,
): Promise<Notice | null> {
  const { goals } = context.stores;
  if (kind === "dispute") {
    const entry = await goals.entry(about as EntryId);
    return entry && askToDecide(entry, said, decider, context);
  }
  const goal = await goals.byId(about as GoalId);
  const change = (await goals.changesOf(about as GoalId)).find((each) => each.id === id);
  return goal && change ? askForChange(goal, change, decider, context) : null;
}

const nameOfPerson = async (id: PersonId | null, { stores }: GoalContext): Promise<string | null> =>
  id === null ? null : ((await stores.people.person(id))?.name ?? null);
