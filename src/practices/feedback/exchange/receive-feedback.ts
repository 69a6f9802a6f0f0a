// What came: read it, say thanks, show it to the manager. And the list of what there is, each person's own.
import { replace, show, committed, toast, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import type { Card } from "#src/view/card";
import { readingFeedback } from "../api.ts";
import type { FeedbackContext } from "../context.ts";
import type { Feedback, FeedbackId } from "../model.ts";
import {
  givenCard,
  homeCard,
  mineCard,
  receivedCard,
  sharedCard,
  thankedCard,
} from "../feedback-card.ts";

const mostListed = 20;
const newMs = 7 * 24 * 3_600_000;

export async function myFeedback(_input: unknown, context: FeedbackContext): Promise<Answer> {
  const found = await context.stores.feedback.readable(context.person.id, mostListed + 1);
  const requests = await context.stores.feedback.requests(context.person.id);
  return show(
    mineCard(
      {
        me: context.person.id,
        feedback: found.slice(0, mostListed),
        requests,
        more: found.length > mostListed,
      },
      context.t,
    ),
  );
}

export async function openOne(
  { feedback }: { feedback: FeedbackId },
  context: FeedbackContext,
): Promise<Answer> {
  const found = await context.stores.feedback.read(feedback, context.person.id);
  if (!found || found.sentAt === null) throw new Refusal(context.t.notYours());
  const shown = viewOf(found, context);
  if (found.to !== context.person.id) return show(shown);
  const more = await context.offered(readingFeedback({ feedback: found }));
  return show({ ...shown, buttons: [...shown.buttons, ...more] });
}

function viewOf(feedback: Feedback, context: FeedbackContext): Card {
  if (feedback.to === context.person.id)
    return receivedCard(feedback, context.person.managerId, context.t);
  return feedback.from === context.person.id
    ? givenCard(feedback, context.t)
    : sharedCard(feedback, context.t);
}

export async function thank(
  { feedback }: { feedback: FeedbackId },
  context: FeedbackContext,
): Promise<Answer> {
  const found = await received(feedback, context);
  if (!(await context.stores.feedback.thank(feedback, context.person.id, context.now)))
    return toast(context.t.thankedAlready());
  const giver = await context.stores.people.person(found.from);
  const told =
    giver?.leftOn === null
      ? context.notify(giver, "thanked", (t) => thankedCard(context.person.name, feedback, t))
      : null;
  return committed(
    replace(
      receivedCard({ ...found, thankedAt: context.now }, context.person.managerId, context.t),
    ),
    told,
  );
}

export async function share(
  { feedback }: { feedback: FeedbackId },
  context: FeedbackContext,
): Promise<Answer> {
  const { person, stores, t } = context;
  const found = await received(feedback, context);
  if (found.sharedWith !== null) return toast(t.sharedAlready(found.sharedWithName ?? ""));
  const manager = await context.managerOf(person);
  if (!manager) throw new Refusal(t.noManager());
  if (manager.id === found.from) throw new Refusal(t.managerWroteIt());
  if (!(await stores.feedback.showTo(manager.id, feedback, person.id, context.now)))
    throw new Refusal(t.notYours());
  const shared: Feedback = { ...found, sharedWith: manager.id, sharedWithName: manager.name };
  return committed(
    replace(receivedCard(shared, manager.id, t)),
    context.notify(manager, "shown", (inTheirs) => sharedCard(shared, inTheirs)),
  );
}

async function received(id: FeedbackId, context: FeedbackContext): Promise<Feedback> {
  const found = await context.stores.feedback.read(id, context.person.id);
  if (!found || found.to !== context.person.id || found.sentAt === null)
    throw new Refusal(context.t.notYours());
  return found;
}

/** On the person's own home: what is new, what they were asked, what they did not send yet. */
export async function homeSection(context: FeedbackContext): Promise<readonly Card[]> {
  const me = context.person.id;
  const found = await context.stores.feedback.readable(me, mostListed);
  const fresh = found.filter(
    (each) =>
      each.to === me &&
      each.sentAt !== null &&
      each.thankedAt === null &&
      context.now.getTime() - each.sentAt.getTime() < newMs,
  );
  const asked = (await context.stores.feedback.requests(me)).filter((each) => each.to === me);
  const shown = homeCard(
    fresh.length,
    asked,
    found.filter((each) => each.sentAt === null).length,
    context.t,
  );
  return shown ? [shown] : [];
}
