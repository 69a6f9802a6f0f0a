// Asking somebody for feedback: they get a notice with a button that opens the form.
import type { ReadWords } from "#src/bot/declare/arguments";
import { show, committed, type Answer } from "#src/bot/declare/answer";
import { Incomplete, Refusal } from "#src/bot/declare/errors";
import { shorten } from "#src/language/text";
import type { Person } from "#src/people/person";
import { card } from "#src/view/card";
import type { FeedbackContext } from "../context.ts";
import { longest, type RequestId } from "../model.ts";
import { aboutText } from "./parse-feedback.ts";
import { requestCard } from "../feedback-card.ts";

const againMs = 7 * 24 * 3_600_000;

export async function askSomebody(
  { who, words: { line, typed } }: { who: Person | null; words: ReadWords },
  context: FeedbackContext,
): Promise<Answer> {
  const { person, stores, t } = context;
  if (who === null) throw new Incomplete("@name");
  if (who.id === person.id) throw new Refusal(t.notYourself());
  const open = (await stores.feedback.requests(person.id)).find(
    (each) => each.from === person.id && each.to === who.id,
  );
  if (open && context.now.getTime() - open.askedAt.getTime() < againMs)
    throw new Refusal(t.requestedAlready(who.name, open.askedAt));
  const request = {
    id: context.newId() as RequestId,
    from: person.id,
    to: who.id,
    about: shorten(typed(aboutText(line)), longest.about),
    askedAt: context.now,
  };
  await stores.feedback.ask(request);
  const told = context.notify(who, "asked", (theirs) =>
    requestCard({ ...request, fromName: person.name }, theirs),
  );
  return committed(show(card({ title: t.requested(who.name), tone: "good" })), told);
}
