// Writing feedback: the form, a look at the words, and off to the one it is for. Nothing of it ever goes to a place.
import type { ReadWords } from "#src/bot/declare/arguments";
import { say } from "#src/bot/declare/actions";
import {
  ask,
  correct,
  replace,
  show,
  committed,
  type Answer,
  type Notice,
} from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields, type Fields } from "#src/bot/declare/fields";
import { shorten } from "#src/language/text";
import { exactName } from "#src/people/naming";
import type { Person, PersonId } from "#src/people/person";
import { button, card } from "#src/view/card";
import type { FormValues } from "#src/view/form";
import type { FeedbackContext } from "../context.ts";
import {
  kinds,
  longest,
  type Draft,
  type Feedback,
  type FeedbackId,
  type Request,
  type RequestId,
  type Words,
} from "../model.ts";
import { aboutText, asksToBeUnsigned, withoutUnsigned } from "./parse-feedback.ts";
import { look } from "../rules.ts";
import { draftCard, hereCard, receivedCard, sentCard } from "../feedback-card.ts";
import { feedbackForm } from "./feedback-form.ts";

/** `feedback @x ...`. Typed where others read along, it goes on in the person's own chat; what was typed there is kept as a draft. */
export async function giveFeedback(
  { who, words: { line, typed } }: { who: Person | null; words: ReadWords },
  context: FeedbackContext,
): Promise<Answer> {
  if (who) refuseSelf(who.id, context);
  if (asksToBeUnsigned(line)) throw signed(who, line, context);
  // Whoever asked for it gets it as the answer, however it was begun.
  const request = who && (await askedBy(who.id, context));
  const behaviour = shorten(typed(aboutText(line)), longest.behaviour);
  if (context.place === null)
    return ask(await formFor({ to: who, request, draft: null, words: { behaviour } }, context));
  if (!who || behaviour === "") return show(hereCard(who, null, context.t));
  const draft: Draft = {
    id: context.newId() as FeedbackId,
    from: context.person.id,
    to: who.id,
    request: request?.id ?? null,
    writtenAt: context.now,
    ...empty,
    behaviour,
  };
  await context.stores.feedback.keep(draft);
  return committed(show(hereCard(who, draft.id, context.t)));
}

/** Said before anything is written: nobody is to learn it from the one who got it. */
function signed(who: Person | null, line: string, { t }: FeedbackContext): Refusal {
  const name = who === null ? "" : `@${exactName(who)} `;
  return new Refusal(t.feedbackIsSigned(), [
    button(t.writeWithMyName(), say({ text: `feedback ${name}${withoutUnsigned(line)}`.trim() })),
  ]);
}

const empty: Words = {
  kind: "keep",
  situation: "",
  behaviour: "",
  impact: "",
  next: "",
  question: "",
};

export async function askForFeedback(
  { to, request }: { to: PersonId | null; request: RequestId | null },
  context: FeedbackContext,
): Promise<Answer> {
  if (to !== null) refuseSelf(to, context);
  return ask(
    await formFor(
      {
        to: to && (await receiver(to, context)),
        request: await requestOf(request, context),
        draft: null,
        words: {},
      },
      context,
    ),
  );
}

export async function changeDraft(
  { feedback }: { feedback: FeedbackId },
  context: FeedbackContext,
): Promise<Answer> {
  const draft = await ownDraft(feedback, context);
  return ask(
    await formFor(
      {
        to: await receiver(draft.to, context),
        request: await requestOf(draft.request, context),
        draft: draft.id,
        words: draft,
      },
      context,
    ),
  );
}

interface Opened {
  readonly to: Person | null;
  readonly request: Request | null;
  readonly draft: FeedbackId | null;
  readonly words: Partial<Words>;
}

async function formFor(opened: Opened, context: FeedbackContext) {
  const people = opened.to
    ? []
    : (await context.stores.people.directory()).filter((each) => each.id !== context.person.id);
  return feedbackForm({ ...opened, people }, context.t);
}

/** Sent when there is nothing to advise; else shown to its author first. */
export async function saveFeedback(
  {
    payload,
    values,
  }: {
    payload: { draft: FeedbackId | null; to: PersonId | null; request: RequestId | null };
    values: FormValues;
  },
  context: FeedbackContext,
): Promise<Answer> {
  const fields = readFields(values, context);
  const to = payload.to ?? (await chosenReceiver(fields, context));
  const words = readWords(fields);
  if (fields.wrong || to === null || words === null) return correct(fields.errors);
  refuseSelf(to, context);
  const person = await receiver(to, context);
  if (payload.draft) await ownDraft(payload.draft, context);
  const request = await requestOf(payload.request, context);
  const draft: Draft = {
    id: payload.draft ?? (context.newId() as FeedbackId),
    from: context.person.id,
    to,
    request: request?.id ?? null,
    writtenAt: context.now,
    ...words,
  };
  if (!(await context.stores.feedback.keep(draft))) throw new Refusal(context.t.goneDraft());
  const findings = look(words, context.today);
  if (findings.length === 0) return send(draft, person, show, context);
  const shown: Feedback = {
    ...draft,
    fromName: context.person.name,
    toName: person.name,
    sentAt: null,
    thankedAt: null,
    sharedWith: null,
    sharedWithName: null,
  };
  return committed(show(draftCard(shown, findings, context.t)));
}

async function chosenReceiver(fields: Fields, context: FeedbackContext): Promise<PersonId | null> {
  const people = (await context.stores.people.directory()).filter(
    (each) => each.id !== context.person.id,
  );
  return fields.chosen(
    "to",
    people.map((each) => each.id),
  );
}

function readWords(fields: Fields): Words | null {
  const kind = fields.chosen("kind", kinds);
  const situation = fields.neededText("situation", longest.situation);
  const behaviour = fields.neededText("behaviour", longest.behaviour);
  const impact = fields.neededText("impact", longest.impact);
  return (
    kind && {
      kind,
      situation,
      behaviour,
      impact,
      next: fields.text("next", longest.next),
      question: fields.text("question", longest.question),
    }
  );
}

export async function sendDraft(
  { feedback }: { feedback: FeedbackId },
  context: FeedbackContext,
): Promise<Answer> {
  const draft = await ownDraft(feedback, context);
  // Begun where others read along and never filled in: the form first.
  if (draft.situation === "" || draft.impact === "") return changeDraft({ feedback }, context);
  return send(draft, await receiver(draft.to, context), replace, context);
}

export async function dropDraft(
  { feedback }: { feedback: FeedbackId },
  context: FeedbackContext,
): Promise<Answer> {
  if (!(await context.stores.feedback.discard(feedback, context.person.id)))
    throw new Refusal(context.t.goneDraft());
  return committed(replace(card({ title: context.t.discarded() })));
}

async function send(
  draft: Draft,
  to: Person,
  answer: typeof show,
  context: FeedbackContext,
): Promise<Answer> {
  if (!(await context.stores.feedback.send(draft.id, context.person.id, context.now)))
    throw new Refusal(context.t.goneDraft());
  return committed(answer(sentCard(to.name, context.t)), tellReceiver(draft, to, context));
}

function tellReceiver(draft: Draft, to: Person, context: FeedbackContext): Notice {
  const sent: Feedback = {
    ...draft,
    fromName: context.person.name,
    toName: to.name,
    sentAt: context.now,
    thankedAt: null,
    sharedWith: null,
    sharedWithName: null,
  };
  return context.notify(to, "feedback", (t) => receivedCard(sent, to.managerId, t));
}

function refuseSelf(to: PersonId, context: FeedbackContext): void {
  if (to === context.person.id) throw new Refusal(context.t.notYourself());
}

async function receiver(id: PersonId, context: FeedbackContext): Promise<Person> {
  const person = await context.stores.people.person(id);
  if (!person || person.leftOn !== null) throw new Refusal(context.t.gonePerson());
  return person;
}

async function ownDraft(id: FeedbackId, context: FeedbackContext): Promise<Feedback> {
  const draft = await context.stores.feedback.read(id, context.person.id);
  if (!draft || draft.from !== context.person.id || draft.sentAt !== null)
    throw new Refusal(context.t.goneDraft());
  return draft;
}

/** The newest open request of that person. */
const askedBy = async (who: PersonId, context: FeedbackContext): Promise<Request | null> =>
  (await context.stores.feedback.requests(context.person.id)).find(
    (each) => each.from === who && each.to === context.person.id,
  ) ?? null;

/** "Not now": it is off this person's list, and nobody is told. Asked again it comes again. */
export async function putAside(
  { request }: { request: RequestId },
  context: FeedbackContext,
): Promise<Answer> {
  if (!(await context.stores.feedback.putAside(request, context.person.id, context.now)))
    throw new Refusal(context.t.goneRequest());
  return committed(replace(card({ title: context.t.putAside() })));
}

/** Only one that was put to this person and nobody answered yet; an older button simply opens the form. */
async function requestOf(id: RequestId | null, context: FeedbackContext): Promise<Request | null> {
  if (id === null) return null;
  return (
    (await context.stores.feedback.requests(context.person.id)).find(
      (each) => each.id === id && each.to === context.person.id,
    ) ?? null
  );
}
