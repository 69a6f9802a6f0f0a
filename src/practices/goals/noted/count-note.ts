// The figures of a daily note are counted by one press: what is new is logged, what changed is put right, what is gone is taken back. What
// counts of that day already is looked at again under its goals' lock, so that a second press finds nothing to do.
import type { z } from "zod";
import { committed, replace, show, toast, type Answer, type Notice } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { toText } from "#src/language/decimal";
import { mayLogFor } from "#src/people/person";
import type { Card } from "#src/view/card";
import type { countNoted } from "../actions.ts";
import { noted } from "../api.ts";
import { ownGoal, type GoalContext } from "../context.ts";
import { correctEntry, takenBackOf, voidEntries } from "../history/history.ts";
import { logged, writeEntries, type Planned } from "../log/record-entries.ts";
import type { KnownEntry } from "../model.ts";
import { countedOn } from "./read-note.ts";

type Counting = z.output<typeof countNoted.schema>;

export async function countNote(
  { on, list, gone }: Counting,
  context: GoalContext,
): Promise<Answer> {
  const { stores, t } = context;
  await stores.goals.lock([...new Set(list.map((each) => each.goal))]);
  const counted = await countedOn(on, context);
  const fresh: Planned[] = [];
  const changed: { readonly entry: KnownEntry; readonly figure: string }[] = [];
  for (const { goal: id, was, ...figure } of list) {
    const { goal, owner } = await ownGoal(id, context);
    if (!mayLogFor(context.person, owner)) throw new Refusal(t.notYourGoal(goal.number));
    const entry = counted.find((each) => each.goalId === id);
    const says = entry && entry.value.eq(figure.value) && sameOf(entry.of, figure.of);
    // The note was written anew since, and counted: its own card says what is so.
    if (!says && (entry?.id ?? null) !== was) throw new Refusal(t.notedSince());
    if (!entry) fresh.push({ goal, owner, waiting: { ...figure, on, note: "" } });
    else if (!says)
      changed.push({
        entry,
        figure: figure.of ? `${toText(figure.value)}/${toText(figure.of)}` : toText(figure.value),
      });
  }
  const back = counted.filter((each) => gone.includes(each.id));
  if (fresh.length + changed.length + back.length === 0) return toast(t.notedAlready());
  const cards: Card[] = [];
  const told: Notice[] = [];
  const take = ({ reply, also }: Answer): void => {
    if (reply.reply === "show" || reply.reply === "replace") cards.push(...reply.cards);
    if (reply.reply === "correct") {
      const [wrong = t.correctNoFit()] = Object.values(reply.errors);
      throw new Refusal(wrong);
    }
    told.push(...also);
  };
  if (fresh.length > 0) take(await logged(await writeEntries(fresh, context, "daily"), context));
  for (const { entry, figure } of changed)
    take(
      await correctEntry(
        {
          payload: { entry: entry.id, list: false, behind: null, only: null },
          values: { amount: figure, on, note: entry.note },
        },
        context,
      ),
    );
  if (back.length > 0) {
    told.push(...(await voidEntries(back, context)));
    cards.push(await takenBackOf(back, context));
  }
  const [first, ...others] = cards;
  if (!first) throw new Refusal(context.house.oldCard());
  // The note loses the button that was pressed, and what came of it stands below.
  const [note] = await context.offered(noted({ on }));
  return committed(note ? replace(note, ...cards) : show(first, ...others), ...told);
}

const sameOf = (one: KnownEntry["of"], other: KnownEntry["of"]): boolean =>
  one ? other !== null && other !== undefined && one.eq(other) : !other;
