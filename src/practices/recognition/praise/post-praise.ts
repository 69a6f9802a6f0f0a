// From a draft to what others read: what is still to be chosen is asked, points are paid, then it goes out, now or in the morning.
import {
  replan,
  replace,
  show,
  committed,
  type Answer,
  type Notice,
} from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import type { Person, PersonId } from "#src/people/person";
import type { Place, PlaceId } from "#src/people/place";
import { card, softText, type Card } from "#src/view/card";
import {
  shoutNow,
  isMine,
  aboutWhom,
  mayStand,
  offeredValues,
  placeOfTeam,
  placesFor,
  rulesNow,
  shoutOf,
  postedTo,
  shown,
  type RecognitionContext,
  type ShownShout,
} from "../context.ts";
import type { Consent, NewShout, Shout, ShoutChange, ShoutId, ValueId, Wish } from "../model.ts";
import { pay } from "../points/points.ts";
import { isPosted, nextMorning } from "../rules.ts";
import {
  askCard,
  bothCard,
  givenCard,
  shoutCard,
  thanksCard,
  whichPlaceCard,
  whichValueCard,
  winDraftCard,
} from "../praise-card.ts";

/** The name of its message in a place, which +1 keeps up to date; marks under it come back by this name. */
export const standingName = "recognition.shout:";
export const thanksName = (shout: Shout): string => `recognition.thanks:${shout.id}`;

const consentOf: Record<Wish, Consent> = { public: "public", ask: "asked", private: "private" };

export type Draft = Pick<Shout, "kind" | "reason" | "valueId" | "points" | "isPrivate" | "facts">;

/** Stores it and goes on as far as it can. */
export async function begin(
  draft: Draft,
  receivers: readonly Person[],
  context: RecognitionContext,
): Promise<Answer> {
  const { stores, person, now, place } = context;
  const id = context.newId() as ShoutId;
  const wishes = await stores.recognition.wishesOf(receivers.map((each) => each.id));
  const consents = receivers.map((each) => ({
    person: each.id,
    consent: draft.isPrivate ? ("private" as const) : consentOf[wishes.get(each.id) ?? "public"],
    hidden: false,
  }));
  const alone = draft.kind === "praise" && consents.every((each) => each.consent === "private");
  const wanted = alone
    ? null
    : (place ?? (await placeOfTeam(receivers[0] ?? person, context))?.id ?? null);
  // Where somebody would be named before people of another platform, and no admin said so yet: it is asked for, among the places where all are at home.
  // Nor is anything posted where nothing can be: that is asked for as well.
  const closed = wanted === null ? new Set() : await stores.people.closedPlaces();
  const placeId =
    (await placesFor(aboutWhom({ byId: person.id, receivers: consents }), context)).find(
      (each) => each.id === wanted && !closed.has(each.id),
    )?.id ?? null;
  const shout: NewShout = {
    ...draft,
    id,
    byId: person.id,
    placeId,
    isPrivate: alone,
    state: "draft",
    postAt: null,
    madeAt: now,
    givenAt: null,
    receivers: consents,
  };
  await stores.recognition.add(shout);
  return committed(await goOn(await shoutNow(id, context), show, context));
}

/** Asks what is missing, or gives it. */
async function goOn(
  begun: Shout,
  answer: typeof show,
  context: RecognitionContext,
): Promise<Answer> {
  const { t } = context;
  const wished = await asWished(begun, context);
  const shout = (await mayStand(wished, context)) ? wished : await withoutPlace(wished, context);
  if (
    shout.kind === "praise" &&
    shout.valueId === null &&
    (await rulesNow(context)).valueRequired
  ) {
    const offered = await offeredValues(context);
    if (offered.length > 0) return answer(whichValueCard(shout, offered, t));
  }
  if (shout.placeId === null && !shout.isPrivate) return answer(await whereCard(shout, context));
  await pay(shout, context);
  const away = shout.isPrivate || shout.kind === "win" ? null : await firstAway(shout, context);
  if (away)
    return replan(
      await changed(shout, { state: "scheduled", postAt: away.at }, answer, context),
      context.person.id,
    );
  return committed(
    await changed(shout, { state: "given", givenAt: context.now }, answer, context),
    ...(await publish(shout.id, context)),
  );
}

/** Asked for again. */
async function withoutPlace(shout: Shout, context: RecognitionContext): Promise<Shout> {
  await context.stores.recognition.change(shout.id, { placeId: null });
  return { ...shout, placeId: null };
}

export async function whereCard(shout: Shout, context: RecognitionContext): Promise<Card> {
  const { people } = context.stores;
  const closed = await people.closedPlaces();
  const named = await placesFor(aboutWhom(shout), context);
  const [first] = shout.receivers;
  const whose = first ? await people.person(first.person) : context.person;
  const wanted =
    shout.placeId ?? context.place ?? (await placeOfTeam(whose ?? context.person, context))?.id;
  return whichPlaceCard(
    shout,
    {
      open: named.filter((each) => !closed.has(each.id)),
      waiting: named.find((each) => each.id === wanted && closed.has(each.id)) ?? null,
      areNamesClosed: (await people.places()).length > named.length,
    },
    context.t,
  );
}

/** What its receivers want now counts, not what they wanted when it was begun; what its giver made private stays so. */
export async function asWished(shout: Shout, context: RecognitionContext): Promise<Shout> {
  if (shout.kind === "win" || shout.isPrivate) return shout;
  const { recognition } = context.stores;
  const wishes = await recognition.wishesOf(shout.receivers.map((each) => each.person));
  const receivers = shout.receivers.map((each) => ({
    ...each,
    consent: consentOf[wishes.get(each.person) ?? "public"],
  }));
  for (const [i, { person, consent }] of receivers.entries())
    if (consent !== shout.receivers[i]?.consent)
      await recognition.consent(shout.id, person, consent);
  const isPrivate = receivers.every((each) => each.consent === "private");
  if (isPrivate) await recognition.change(shout.id, { isPrivate });
  return { ...shout, receivers, isPrivate };
}

/** What was kept, as it may go out now: where its names may not stand any more, it goes to its receivers alone. */
export async function asItMay(kept: Shout, context: RecognitionContext): Promise<Shout> {
  const shout = await asWished(kept, context);
  return (await mayStand(shout, context)) ? shout : madePrivate(shout, context);
}

async function madePrivate(shout: Shout, context: RecognitionContext): Promise<Shout> {
  await context.stores.recognition.change(shout.id, { isPrivate: true });
  for (const each of shout.receivers)
    await context.stores.recognition.consent(shout.id, each.person, "private");
  return {
    ...shout,
    isPrivate: true,
    receivers: shout.receivers.map((each) => ({ ...each, consent: "private" })),
  };
}

/** Its giver hears why it is not where they wanted it. */
export const wentPrivately = (shout: Shout, context: RecognitionContext): Notice =>
  context.notify(context.person, `privately-${shout.id}`, (t) =>
    card({
      title: t.postedPrivately(shout.receivers),
      tone: "info",
      body: [softText(t.namesStayMore())],
    }),
  );

interface Away {
  readonly name: string;
  readonly at: Date;
}

/** The receiver whose morning comes last, if anybody is not at work: then it waits for that. */
async function firstAway(shout: Shout, context: RecognitionContext): Promise<Away | null> {
  let last: Away | null = null;
  for (const { person: id } of shout.receivers) {
    const person = await context.stores.people.person(id);
    const at = person && nextMorning(context.now, person, await context.workCalendar(person));
    if (at && (last === null || at > last.at)) last = { name: person.name, at };
  }
  return last;
}

async function changed(
  shout: Shout,
  change: ShoutChange,
  answer: typeof show,
  context: RecognitionContext,
): Promise<Answer> {
  await context.stores.recognition.change(shout.id, change);
  return committed(answer(await givenNow({ ...shout, ...change }, context)));
}

/** With what is known of its place just now: nobody is told that something stands where it does not. */
export async function shownNow(shout: Shout, context: RecognitionContext): Promise<ShownShout> {
  const view = await shown(shout, context);
  const { place } = view;
  const waits = place !== null && (await context.stores.people.closedPlaces()).has(place.id);
  return { ...view, waits };
}

/** The giver's card, as things are. */
export async function givenNow(shout: Shout, context: RecognitionContext) {
  const away = shout.state === "scheduled" ? await firstAway(shout, context) : null;
  return givenCard(
    await shownNow(shout, context),
    { zone: context.person.zone, away: away?.name ?? null },
    await offeredValues(context),
    context.t,
  );
}

/** What is posted, and what each receiver and a winner's manager hear; for a shout-out that is given now. */
export async function publish(
  id: ShoutId,
  context: RecognitionContext,
): Promise<readonly Notice[]> {
  const view = await shownNow(await shoutNow(id, context), context);
  const { shout, waits = false } = view;
  if (isPosted(shout) && waits !== shout.waitsForPlace)
    await context.stores.recognition.change(id, { waitsForPlace: waits });
  const told: (Notice | null)[] = isPosted(shout) ? [...posted(view, context)] : [];
  for (const { person: receiver, consent } of shout.receivers)
    told.push(await tellReceiver(view, receiver, consent, context));
  if (shout.kind === "win") told.push(await tellManager(view, context));
  return told.filter((each) => each !== null);
}

/** Posts it, or brings what stands there up to date: in each place of its team with the same count. */
export const posted = (view: ShownShout, context: RecognitionContext): readonly Notice[] =>
  [view.place, ...(view.alsoIn ?? [])]
    .filter((place) => place !== null)
    .map((place) => postedIn(place, view, context));

const postedIn = (place: Place, view: ShownShout, context: RecognitionContext): Notice =>
  postedTo(
    place,
    `shout-${view.shout.id}`,
    (t, other) => (other === undefined ? shoutCard(view, t) : bothCard(view, t, other)),
    context,
    `${standingName}${view.shout.id}`,
  );

export async function tellReceiver(
  view: ShownShout,
  id: PersonId,
  consent: Consent,
  context: RecognitionContext,
): Promise<Notice | null> {
  const { place, shout } = view;
  const person = await context.stores.people.person(id);
  if (!person) return null;
  if (consent === "asked" && place !== null)
    return {
      ...context.notify(person, `ask-${shout.id}`, (t) => askCard({ ...view, place }, t)),
      standing: thanksName(shout),
    };
  return {
    ...context.notify(person, `thanks-${shout.id}`, (t) =>
      thanksCard(view, consent === "public", t),
    ),
    standing: thanksName(shout),
  };
}

async function tellManager(view: ShownShout, context: RecognitionContext): Promise<Notice | null> {
  const owner = await context.stores.people.person(view.shout.byId);
  const manager = owner && (await context.managerOf(owner));
  return manager
    ? context.notify(manager, `win-${view.shout.id}`, (t) => winDraftCard(view, t))
    : null;
}

export async function valueChosen(
  { shout: id, value }: { shout: ShoutId; value: ValueId },
  context: RecognitionContext,
): Promise<Answer> {
  const found = await shoutOf(id, context, isMine(context));
  if (
    found.state === "undone" ||
    found.valueId !== null ||
    !(await offeredValues(context)).some((each) => each.id === value)
  )
    throw new Refusal(context.house.oldCard());
  await context.stores.recognition.change(id, { valueId: value });
  const shout = { ...found, valueId: value };
  if (shout.state === "draft") return committed(await goOn(shout, replace, context));
  return committed(
    replace(await givenNow(shout, context)),
    ...(isPosted(shout) ? posted(await shown(shout, context), context) : []),
  );
}

export async function placeChosen(
  { shout: id, place }: { shout: ShoutId; place: PlaceId | null },
  context: RecognitionContext,
): Promise<Answer> {
  const found = await shoutOf(
    id,
    context,
    (shout) =>
      isMine(context)(shout) &&
      ((shout.state === "draft" && shout.placeId === null) || shout.waitsForPlace),
  );
  const known = (await placesFor(aboutWhom(found), context)).some((each) => each.id === place);
  if (place === null ? found.kind === "win" : !known) throw new Refusal(context.t.placeGone());
  if (found.state === "given") return moved(found, place, context);
  if (place === null)
    return committed(await goOn(await madePrivate(found, context), replace, context));
  await context.stores.recognition.change(id, { placeId: place });
  return committed(await goOn({ ...found, placeId: place }, replace, context));
}

/** Given, but its place takes no posts: it goes elsewhere, or stays where it waits. */
async function moved(
  shout: Shout,
  place: PlaceId | null,
  context: RecognitionContext,
): Promise<Answer> {
  if (place === shout.placeId) return committed(replace(await givenNow(shout, context)));
  if (await withdrawn(shout, context)) throw new Refusal(context.house.oldCard());
  await context.stores.recognition.change(shout.id, { placeId: place, waitsForPlace: false });
  if (place === null) await madePrivate(shout, context);
  const told = await publish(shout.id, context);
  return committed(replace(await givenNow(await shoutNow(shout.id, context), context)), ...told);
}

/** What did not go out of it never does; true where it stands in a place already. */
async function withdrawn(shout: Shout, context: RecognitionContext): Promise<boolean> {
  const { place, alsoIn = [] } = await shown(shout, context);
  let stands = false;
  for (const each of place === null ? [] : [place, ...alsoIn])
    if (await context.stores.posts.withdraw(each.id, `${standingName}${shout.id}`)) stands = true;
  return stands;
}

export async function postShout(
  { shout: id }: { shout: ShoutId },
  context: RecognitionContext,
): Promise<Answer> {
  const kept = await shoutOf(
    id,
    context,
    (shout) => isMine(context)(shout) && shout.state === "scheduled",
  );
  const found = await asItMay(kept, context);
  const answer = await changed(
    found,
    { state: "given", givenAt: context.now, postAt: null },
    replace,
    context,
  );
  return replan(committed(answer, ...(await publish(id, context))), context.person.id);
}
