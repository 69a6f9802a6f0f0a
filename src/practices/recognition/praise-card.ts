// What recognition looks like: pure functions from data and sentences to cards.

import { localDateAt } from "#src/calendar/zones";
import {
  button,
  card,
  chip,
  fact,
  facts,
  quote,
  softText,
  text,
  type Button,
  type Card,
  type Chip,
  type Element,
  type Faces,
} from "#src/view/card";
import { joinLines, plainLine, said, type Line } from "#src/view/line";
import type { Place } from "#src/people/place";
import {
  answerAsked,
  askPraise,
  askWin,
  cheer,
  choosePlace,
  chooseValue,
  chooseWish,
  hideFromWall,
  postNow,
  showWall,
  showWish,
  takeBack,
} from "./actions.ts";
import type { ShownShout, Tongues } from "./context.ts";
import type { RecognitionMessages } from "./messages/en/index.ts";
import { wishes, type Shout, type Value, type WinFacts, type Wish } from "./model.ts";
import { isPosted, namedIn } from "./rules.ts";

/** So many values stand as buttons below an answer. */
const mostChips = 8;

const valueChip = (value: Value | null, t: RecognitionMessages): Chip | undefined =>
  value === null ? undefined : chip(t.value(value), "good");
const wordsOf = ({ reason }: Shout, t: RecognitionMessages): Element[] =>
  reason === "" ? [] : [quote(t.words(reason))];
const pointsOf = ({ points }: Shout, t: RecognitionMessages): Element[] =>
  points === 0 ? [] : [softText(t.pointsEach(points))];

/** One frame after the other; what reads the same in both stands once. */
export function framed(tongues: Tongues, say: (t: RecognitionMessages) => Line): Line {
  const frames = tongues.map(say);
  return joinLines(
    frames.filter(
      (each, i) => frames.findIndex((other) => plainLine(other) === plainLine(each)) === i,
    ),
    " · ",
  );
}

/** A goal that is called by its metric is named in both; its step, and any other title, as somebody called it. */
export const reached = (about: WinFacts, tongues: Tongues): Line =>
  joinLines(
    [
      framed(tongues, (t) => t.winReached(about.isStep)),
      framed(tongues, (t) => t.winGoal(about)),
      tongues[0].winStep(about),
    ],
    " · ",
  );

function winFacts({ facts: about }: Shout, t: RecognitionMessages): Element[] {
  if (about === null) return [];
  const more = [
    about.amount === null ? undefined : fact(t.amount(), t.winAmount(about.amount)),
    about.customer === null ? undefined : fact(t.customer(), t.customerIs(about.customer)),
  ].filter((each) => each !== undefined);
  return [text(reached(about, [t])), ...(more.length === 0 ? [] : [facts(...more)])];
}

/** Everybody who gave or got it, but whom the words do not name. */
const gladly = (shout: Shout): { readonly joy: "praise"; readonly faces: Faces } => ({
  joy: "praise",
  faces: [
    said(shout.byName),
    ...(shout.kind === "win" ? [] : namedIn(shout).filter((each) => !each.hidden)).map((each) =>
      said(each.name),
    ),
  ],
});

/** Whoever is praised, or has something to be glad about, is addressed by it. */
const titleOf = (shout: Shout, t: RecognitionMessages): Line =>
  shout.kind === "win"
    ? t.winTitle({
        people: [{ person: shout.byId, name: shout.byName, hidden: false }],
        since: shout.givenAt,
      })
    : t.shoutTitle(shout.byName, { people: namedIn(shout), since: shout.givenAt });

/** In a place, for everybody there. */
export function shoutCard({ shout, value }: ShownShout, t: RecognitionMessages): Card {
  const isWin = shout.kind === "win";
  return card({
    title: titleOf(shout, t),
    ...gladly(shout),
    tone: "good",
    chip: valueChip(value, t),
    body: [...winFacts(shout, t), ...wordsOf(shout, t), ...pointsOf(shout, t)],
    buttons: [
      button(isWin ? t.congrats(shout.cheers) : t.cheer(shout.cheers), cheer({ shout: shout.id })),
    ],
  });
}

/** The same for readers of both languages: two frames, the words once, one button for one count. */
export function bothCard(
  { shout, value }: ShownShout,
  first: RecognitionMessages,
  second: RecognitionMessages,
): Card {
  const both = (say: (t: RecognitionMessages) => Line): Line => framed([first, second], say);
  const press = (t: RecognitionMessages): Line =>
    shout.kind === "win" ? t.congrats(0) : t.cheer(0);
  const { facts: about, points, cheers } = shout;
  const amount = about?.amount ?? null;
  const customer = about?.customer ?? null;
  return card({
    title: titleOf(shout, first),
    ...gladly(shout),
    tone: "good",
    chip:
      value === null
        ? undefined
        : chip(
            both((t) => t.value(value)),
            "good",
          ),
    context: titleOf(shout, second),
    body: [
      about === null ? undefined : text(reached(about, [first, second])),
      amount === null && customer === null
        ? undefined
        : facts(
            amount === null
              ? undefined
              : fact(
                  both((t) => t.amount()),
                  both((t) => t.winAmount(amount)),
                ),
            customer === null
              ? undefined
              : fact(
                  both((t) => t.customer()),
                  first.customerIs(customer),
                ),
          ),
      ...wordsOf(shout, first),
      points === 0 ? undefined : softText(both((t) => t.pointsEach(points))),
    ],
    buttons: [
      button(
        joinLines([both(press), cheers === 0 ? [] : first.count(cheers)], " · "),
        cheer({ shout: shout.id }),
      ),
    ],
  });
}

export const takenBackCard = (t: RecognitionMessages): Card =>
  card({ title: t.takenBackTitle(), quiet: true });

/** For the receiver. */
export function thanksCard(
  { shout, value, place, waits }: ShownShout,
  isPublic: boolean,
  t: RecognitionMessages,
): Card {
  const posted = isPublic && place !== null && isPosted(shout);
  const where = (at: Place): Line => (waits ? t.waitsForPlace(at) : t.thanksWhere(at));
  return card({
    title: t.thanksTitle(shout.byName),
    joy: "praise",
    faces: [said(shout.byName)],
    tone: "good",
    chip: valueChip(value, t),
    context: posted ? where(place) : t.thanksAlone(),
    body: [...wordsOf(shout, t), ...pointsOf(shout, t)],
    buttons: [posted ? button(t.hide(), hideFromWall({ shout: shout.id }), "quiet") : undefined],
  });
}

/** For a receiver who wants to be asked first. */
export function askCard(
  { shout, value, place }: ShownShout & { readonly place: Place },
  t: RecognitionMessages,
): Card {
  return card({
    title: t.askTitle(shout.byName),
    tone: "info",
    chip: valueChip(value, t),
    body: wordsOf(shout, t),
    buttons: [
      button(t.askYes(place.name), answerAsked({ shout: shout.id, public: true }), "primary"),
      button(t.askNo(), answerAsked({ shout: shout.id, public: false })),
    ],
  });
}

/** `place`: null where it is between the people only. */
function whereItWent(
  { shout, place, waits }: Required<Pick<ShownShout, "shout" | "place" | "waits">>,
  zone: string,
  t: RecognitionMessages,
): Line {
  if (shout.state === "scheduled" && shout.postAt !== null)
    return t.keptFor(localDateAt(shout.postAt, zone), shout.postAt);
  if (place === null) return t.postedPrivately(shout.receivers);
  if (!isPosted(shout)) return t.waitsForYes(place);
  return waits ? t.waitsForPlace(place) : t.posted(place);
}

/** What the giver gets: where it went, and what is still to be chosen. */
export function givenCard(
  { shout, value, place, waits = false }: ShownShout,
  kept: { readonly zone: string; readonly away: string | null },
  offered: readonly Value[],
  t: RecognitionMessages,
): Card {
  const asked = shout.receivers.filter((each) => each.consent === "asked");
  const alone = shout.isPrivate ? [] : shout.receivers.filter((each) => each.consent === "private");
  const choosable = shout.kind === "praise" && value === null ? offered.slice(0, mostChips) : [];
  const scheduled = shout.state === "scheduled" ? shout.postAt : null;
  const inPublic = !shout.isPrivate && place !== null;
  return card({
    title: whereItWent({ shout, place: inPublic ? place : null, waits }, kept.zone, t),
    tone: "good",
    chip: valueChip(value, t),
    context: shout.receivers.length > 0 && inPublic ? t.forPeople(shout.receivers) : undefined,
    body: [
      scheduled !== null && kept.away !== null ? softText(t.keptWhy(kept.away)) : undefined,
      ...winFacts(shout, t),
      ...wordsOf(shout, t),
      ...pointsOf(shout, t),
      asked.length > 0 ? softText(t.askedFirst(asked)) : undefined,
      alone.length > 0 ? softText(t.privateToo(alone)) : undefined,
      choosable.length > 0 ? text(t.whichValue()) : undefined,
    ],
    buttons: [
      scheduled === null ? undefined : button(t.postNow(), postNow({ shout: shout.id }), "primary"),
      ...choosable.map((each) =>
        button(t.value(each), chooseValue({ shout: shout.id, value: each.id })),
      ),
      button(t.takeBack(), takeBack({ shout: shout.id }), "quiet", t.takeBackSure()),
    ],
    sees: inPublic ? t.seenIn(place) : t.seenByReceivers(),
  });
}

/** Before it goes out, where an admin wants a value with every shout-out. */
export function whichValueCard(
  shout: Shout,
  offered: readonly Value[],
  t: RecognitionMessages,
): Card {
  return card({
    title: t.valueNeeded(),
    tone: "info",
    body: wordsOf(shout, t),
    buttons: offered
      .slice(0, mostChips + 2)
      .map((each) => button(t.value(each), chooseValue({ shout: shout.id, value: each.id }))),
  });
}

const mostPlaces = 8;

interface WherePosted {
  /** Places that take posts, in which everybody of it may be named. */
  readonly open: readonly Place[];
  /** Where it belongs, if nothing can be posted there just now. */
  readonly waiting: Place | null;
  /** There are places in which not everybody of it may be named yet. */
  readonly areNamesClosed: boolean;
}

export function whichPlaceCard(
  shout: Shout,
  { open, waiting, areNamesClosed }: WherePosted,
  t: RecognitionMessages,
): Card {
  const alone =
    shout.kind === "praise"
      ? [button(t.privately(), choosePlace({ shout: shout.id, place: null }))]
      : [];
  const whyNoPlace = areNamesClosed ? t.namesStay() : t.noPlaces();
  const notThere = shout.state === "given" ? t.notPosted : t.takesNoPosts;
  const asks = open.length > 0 ? t.whichPlace() : whyNoPlace;
  return card({
    title: waiting === null ? asks : notThere(waiting),
    tone: "info",
    body: [
      ...winFacts(shout, t),
      ...wordsOf(shout, t),
      areNamesClosed ? softText(t.namesStayMore()) : undefined,
      waiting === null ? undefined : softText(t.takesNoPostsMore()),
    ],
    buttons: [
      ...open
        .slice(0, mostPlaces)
        .map((each): Button =>
          button(t.placeIs(each.name), choosePlace({ shout: shout.id, place: each.id })),
        ),
      ...alone,
      waiting === null
        ? undefined
        : button(
            t.waitForPlace(),
            choosePlace({ shout: shout.id, place: waiting.id }),
            open.length + alone.length === 0 ? "plain" : "quiet",
          ),
    ],
  });
}

/** For the manager of somebody who shared a win. */
export function winDraftCard({ shout }: ShownShout, t: RecognitionMessages): Card {
  return card({
    title: t.draftTitle(shout.byName),
    tone: "good",
    body: [...winFacts(shout, t), ...wordsOf(shout, t), softText(t.draftBody())],
    buttons: [button(t.draftButton(), askPraise({ to: shout.byId, win: shout.id }), "primary")],
  });
}

export const winHelpCard = (t: RecognitionMessages): Card =>
  card({
    title: t.winHelpTitle(),
    body: [],
    buttons: [
      button(t.winWrite(), askWin({ goal: null, milestone: null, entry: null }), "primary"),
    ],
  });
export const praiseHelpCard = (t: RecognitionMessages): Card =>
  card({
    title: t.praiseHelpTitle(),
    body: [],
    buttons: [button(t.formTitle(), askPraise({ to: null, win: null }), "primary")],
  });

export function wishCard(wish: Wish, t: RecognitionMessages): Card {
  return card({
    title: t.wishTitle(),
    context: t.wishIs(wish),
    buttons: wishes.map((each) =>
      button(t.wishButton(each), chooseWish({ wish: each }), each === wish ? "primary" : "plain"),
    ),
  });
}

/** For a manager alone. */
export function droughtCard(
  people: readonly { readonly name: string }[],
  t: RecognitionMessages,
): Card {
  return card({
    title: t.droughtTitle(people.length),
    tone: "info",
    body: [text(t.droughtNames(people.map((each) => each.name)))],
    buttons: [button(t.formTitle(), askPraise({ to: null, win: null }), "primary")],
  });
}

export function homeCard(praised: number, t: RecognitionMessages): Card {
  return card({
    title: t.homeTitle(),
    body: [text(t.homeGot(praised))],
    buttons: [
      button(t.formTitle(), askPraise({ to: null, win: null }), "primary"),
      button(t.wallButton(), showWall({})),
      button(t.wishChange(), showWish({}), "quiet"),
    ],
  });
}
