// The demo's chat in the terminal, behind the Chat port: what was posted, and what came since somebody last looked.
import {
  withoutDirectory,
  type Chat,
  type ChatAddress,
  type OutgoingMessage,
  type PostResult,
} from "#src/ports/chat/chat";
import type { Button, Card } from "#src/view/card";
import { plainLine } from "#src/view/line";
import type { Paper, Reader } from "./paper.ts";

export interface CastMember extends Reader {
  /** As the chat knows them. */
  readonly user: string;
}

export interface StageParts {
  readonly platform: string;
  readonly workspace: string;
  /** In the order in which messages of one moment are printed. */
  readonly cast: readonly CastMember[];
  readonly team: { readonly channel: string; readonly name: string };
  readonly botName: { readonly en: string; readonly zh: string };
  readonly paper: Paper;
}

export interface Posted {
  readonly id: string;
  readonly deliveryId: string;
  readonly to: string;
  cards: readonly Card[];
}

const addressOf = (to: ChatAddress): string => ("user" in to ? to.user : `#${to.channel}`);

/** `now`: by the clock of the stage. */
export function createScreen(
  { platform, cast, team, botName, paper }: StageParts,
  now: () => Date,
) {
  const posted: Posted[] = [];
  /** Printed in the order of time and cast, whatever the order in which it was sent. */
  let fresh: { readonly at: Date; readonly place: number; readonly print: () => void }[] = [];

  function note(to: ChatAddress, cards: readonly Card[]): void {
    const at = now();
    if ("channel" in to) {
      // The team reads by the clock and in the language of whoever comes first.
      const readers = cast.slice(0, 1).map((each) => ({ ...each, name: `#${team.name}` }));
      for (const reader of readers)
        fresh.push({
          at,
          place: cast.length,
          print: () => paper.cards(at, botName.zh, reader, cards),
        });
      return;
    }
    const place = cast.findIndex((each) => each.user === to.user);
    const reader = cast[place];
    if (reader)
      fresh.push({
        at,
        place,
        print: () => paper.cards(at, botName[reader.locale], reader, cards),
      });
  }

  function add(deliveryId: string, to: string, cards: readonly Card[]): string {
    const id = String(posted.length + 1);
    posted.push({ id, deliveryId, to, cards });
    return id;
  }

  function post(to: ChatAddress, { deliveryId, cards }: OutgoingMessage): Promise<PostResult> {
    const known = posted.find((each) => each.deliveryId === deliveryId);
    if (known) return Promise.resolve({ result: "sent", messageId: known.id });
    const messageId = add(deliveryId, addressOf(to), cards);
    note(to, cards);
    return Promise.resolve({ result: "sent", messageId });
  }

  const chat: Chat = {
    platform,
    pace: { destination: null, installation: null },
    post,
    edit(to, messageId, { cards }) {
      const known = posted.find((each) => each.id === messageId);
      // What reads as before is on the page already.
      const stood = (known?.cards ?? []).map((each) => JSON.stringify(each));
      if (known) known.cards = cards;
      note(
        to,
        cards.filter((each) => !stood.includes(JSON.stringify(each))),
      );
      return Promise.resolve({ result: "sent", messageId });
    },
    ...withoutDirectory,
    find(_to, deliveryId) {
      const known = posted.find((each) => each.deliveryId === deliveryId);
      return Promise.resolve(known ? { found: "there", messageId: known.id } : { found: "absent" });
    },
  };

  return {
    chat,
    /** What answers at once: it stands there, and was no delivery. */
    answered: (user: string, cards: readonly Card[]): void => void add("", user, cards),
    /** Prints what came since the last look. */
    look(): void {
      const came = fresh.toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.place - b.place);
      fresh = [];
      for (const each of came) each.print();
    },
    buttonOf: (address: string, label: string): Pressable => buttonOf(posted, address, label),
  };
}

export type Screen = ReturnType<typeof createScreen>;

interface Pressable {
  readonly button: Button;
  readonly message: Posted;
}

/** On the newest message to this address that has such a button. */
function buttonOf(posted: readonly Posted[], address: string, label: string): Pressable {
  const theirs = posted.filter((each) => each.to === address);
  for (const message of theirs.toReversed()) {
    const button = message.cards.flatMap(buttonsOf).find((each) => plainLine(each.label) === label);
    if (button) return { button, message };
  }
  const last = theirs.at(-1)?.cards.flatMap((each) => each.buttons) ?? [];
  throw new Error(
    `${address} has no button "${label}"; the last message has ${last.map((each) => plainLine(each.label)).join(", ") || "nothing"}`,
  );
}

const buttonsOf = ({ buttons, body }: Card): readonly Button[] => [
  ...buttons,
  ...body.flatMap((element) =>
    element.element === "rows" ? element.rows.flatMap((row) => row.buttons ?? []) : [],
  ),
];
