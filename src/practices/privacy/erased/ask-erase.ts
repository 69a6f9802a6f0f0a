// `delete my data` 删除我的数据: first what would come of it; then an admin, or who was named for it, says yes or no.
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
import { addDays, type LocalDate } from "#src/calendar/local-date";
import { addWorkdays } from "#src/calendar/workdays";
import type { Person } from "#src/people/person";
import type { FormValues } from "#src/view/form";
import type { PrivacyContext } from "../context.ts";
import type { Request, RequestId } from "../model.ts";
import {
  askCard,
  askedCard,
  declineForm,
  decidedCard,
  declinedCard,
  overdueCard,
  requestCard,
} from "./erase-cards.ts";
import { decideWithin, decidersOf, isOnlyAdmin, remindBefore } from "./rules.ts";

const longestWhy = 500;

async function deciders(
  person: Pick<Person, "id">,
  { stores }: PrivacyContext,
): Promise<readonly Person[]> {
  return decidersOf(person, await stores.privacy.officer(), await stores.people.directory());
}

async function refuseUnlessPossible(context: PrivacyContext): Promise<readonly Person[]> {
  const { stores, person, t } = context;
  if (isOnlyAdmin(person, await stores.people.directory())) throw new Refusal(t.onlyAdmin());
  const found = await deciders(person, context);
  if (found.length === 0) throw new Refusal(t.nobodyDecides());
  return found;
}

export async function showErase(_input: unknown, context: PrivacyContext): Promise<Answer> {
  const { stores, person, t } = context;
  const open = await stores.privacy.openErase(person.id);
  if (open) return show(askedCard(open, t));
  await refuseUnlessPossible(context);
  return show(askCard(await stores.privacy.planErase(person.id), t));
}

export async function askForErase(_payload: object, context: PrivacyContext): Promise<Answer> {
  const { stores, person, now, today, account, t } = context;
  const who = await refuseUnlessPossible(context);
  const calendar = await context.workCalendar(person);
  const asked = {
    id: context.newId() as RequestId,
    person: person.id,
    account,
    dueOn: addWorkdays(calendar, today, decideWithin),
    at: now,
  };
  if (!(await stores.privacy.askErase(asked))) throw new Refusal(t.askedAlready());
  const plan = await stores.privacy.planErase(person.id);
  return committed(
    replace(askedCard(asked, t)),
    ...who.map((each) => ({
      ...context.notify(
        each,
        `erase-${asked.id}`,
        (their) => requestCard({ ...asked, name: person.name }, plan, their),
        standingOf(asked.id),
      ),
      asks: true as const,
    })),
  );
}

const standingOf = (id: RequestId): string => `privacy.erase-${id}`;

export async function takeBack(_payload: object, context: PrivacyContext): Promise<Answer> {
  const { stores, person, now, t } = context;
  const open = await stores.privacy.openErase(person.id);
  if (!open || !(await stores.privacy.drop(open.id, { end: "taken back" }, null, now)))
    throw new Refusal(t.erasingAlready());
  const who = await deciders(person, context);
  return committed(
    replace(decidedCard("taken back", person.name, t)),
    ...who.map((each) =>
      context.notify(
        each,
        `taken-back-${open.id}`,
        (their) => decidedCard("taken back", person.name, their),
        standingOf(open.id),
      ),
    ),
  );
}

interface Asked {
  readonly request: RequestId;
}

/** The request, and whose it is; only for whoever decides about it, and only while nobody did. */
async function toDecide(
  { request: id }: Asked,
  context: PrivacyContext,
): Promise<{
  readonly request: Request;
  readonly whose: Person;
  readonly others: readonly Person[];
}> {
  const { stores, person, t, house } = context;
  const request = await stores.privacy.request(id);
  const whose = request && (await stores.people.person(request.person));
  if (!request || !whose) throw new Refusal(house.oldCard());
  const who = await deciders(whose, context);
  if (!who.some((each) => each.id === person.id) && !person.admin) throw new Refusal(t.notYours());
  if (whose.id === person.id) throw new Refusal(t.notYourOwn());
  if (request.state !== "asked") throw new Refusal(t.decidedAlready());
  return { request, whose, others: who.filter((each) => each.id !== person.id) };
}

export async function agreeToErase(asked: Asked, context: PrivacyContext): Promise<Answer> {
  const { stores, person, now, t } = context;
  await stores.people.lockOrganisation();
  const { request, whose, others } = await toDecide(asked, context);
  if (isOnlyAdmin(whose, await stores.people.directory()))
    throw new Refusal(t.onlyAdminOf(whose.name));
  if (!(await stores.privacy.agree(request.id, person.id, now)))
    throw new Refusal(t.decidedAlready());
  return committed(
    replace(decidedCard("agreed", null, t)),
    ...others.map((each) =>
      context.notify(
        each,
        `agreed-${request.id}`,
        (their) => decidedCard("agreed", null, their),
        standingOf(request.id),
      ),
    ),
  );
}

export async function askWhyNot(asked: Asked, context: PrivacyContext): Promise<Answer> {
  const { request, whose } = await toDecide(asked, context);
  return ask(declineForm(request.id, whose.name, longestWhy, context.t));
}

export async function declineToErase(
  { payload, values }: { readonly payload: Asked; readonly values: FormValues },
  context: PrivacyContext,
): Promise<Answer> {
  const { stores, person, now, t } = context;
  const { request, whose, others } = await toDecide(payload, context);
  const fields = readFields(values, context);
  const why = fields.text("why", longestWhy);
  if (why === "") fields.refuse("why", t.needsWhy());
  if (fields.wrong) return correct(fields.errors);
  if (!(await stores.privacy.drop(request.id, { end: "declined" }, person.id, now)))
    throw new Refusal(t.decidedAlready());
  const told = context.notify(whose, `declined-${request.id}`, (their) =>
    declinedCard(person.name, why, their),
  );
  return committed(
    replace(decidedCard("declined", whose.name, t)),
    { ...told, asks: true },
    ...others.map((each) =>
      context.notify(
        each,
        `declined-${request.id}`,
        (their) => decidedCard("declined", whose.name, their),
        standingOf(request.id),
      ),
    ),
  );
}

/** Whose request waits, and is to be decided soon, or should have been. */
export async function overdue(
  privacy: PrivacyContext["stores"]["privacy"],
  now: Date,
): Promise<readonly Request["person"][]> {
  const day = now.toISOString().slice(0, 10) as LocalDate;
  const soon = await privacy.waiting(addDays(day, remindBefore + 1), 0);
  return [...new Set([...soon, ...(await privacy.waiting(day, 1))])];
}

export async function remindDeciders(context: PrivacyContext): Promise<readonly Notice[]> {
  const { stores, person, today } = context;
  const open = await stores.privacy.openErase(person.id);
  if (open?.state !== "asked" || open.dueOn === null) return [];
  const dueOn = open.dueOn;
  const isLate = dueOn < today;
  await stores.privacy.reminded(open.id);
  const plan = await stores.privacy.planErase(person.id);
  const who = await deciders(person, context);
  const request = { ...open, name: person.name };
  const about = `erase-${open.id}-${isLate ? "late" : "soon"}`;
  return [
    ...who.map((each) => ({
      ...context.notify(each, about, (t) => requestCard(request, plan, t)),
      asks: true as const,
    })),
    ...(isLate
      ? [
          {
            ...context.notify(person, about, (t) =>
              overdueCard(
                who.map(({ name }) => name),
                dueOn,
                t,
              ),
            ),
            asks: true as const,
          },
        ]
      : []),
  ];
}
