// What the tools ask of a house, running or opened for them: what would come at a moment and why, what was given up.
import { localDateAt, localTimeAt } from "#src/calendar/zones";
import type { OrganisationId, PersonId } from "#src/people/person";
import type { KernelStores, Stores } from "#src/ports/stores";
import { plainLine } from "#src/view/line";
import type { House } from "../compose.ts";
import { called } from "#src/cli/doctor/finding";
import type { Asked } from "./socket.ts";

const listed = 200;
const nothingDead = "No such dead letter.";

export interface Answering {
  readonly house: House;
  readonly stores: Stores<KernelStores>;
  readonly now: () => Date;
  /** Moves the clock of a playground; false elsewhere, where time goes by itself. */
  readonly moveTo: (at: Date) => Promise<boolean>;
}

/** A moment as it is typed; null where it is none, or names no zone: the machine's own is nobody's. */
export function momentIn(text: string): Date | null {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) || !/(?:z|[+-]\d\d:?\d\d)$/i.test(text) ? null : at;
}

export async function answerTool(
  question: Extract<Asked, { readonly ask: "tick" | "dead" | "retry" | "drop" }>,
  answering: Answering,
): Promise<string> {
  switch (question.ask) {
    case "tick":
      return question.send
        ? send(question.at, answering)
        : look(question.at ?? answering.now(), question.why, answering);
    case "dead":
    case "retry":
    case "drop": {
      const says = await answerAboutDead(question, { ...answering.house, now: answering.now });
      answering.house.deliveries.wake();
      return says;
    }
  }
}

/** What was given up, going out or coming in: listed, done once more, or let go. */
export async function answerAboutDead(
  question: Extract<Asked, { readonly ask: "dead" | "retry" | "drop" }>,
  { outbox, inbox, now }: Pick<House, "outbox" | "inbox"> & Pick<Answering, "now">,
): Promise<string> {
  switch (question.ask) {
    case "dead":
      return [
        ...(await outbox.deadLetters(listed)).map(
          (each) =>
            `${each.id}  ${each.kind} to ${called(each.to, each.destination, question)}, ${each.attempts} attempts: ${each.why}`,
        ),
        ...(await inbox.deadEvents(listed)).map(
          (each) =>
            `${each.id}  event “${each.kind}” of ${each.at.toISOString()}, ${each.attempts} attempts: not handled; the log has the cause`,
        ),
      ].join("\n");
    case "retry":
      if (await inbox.revive(question.id, now())) return "It is handled again within a minute.";
      return (await outbox.revive(question.id, now())) ? "It goes out again." : nothingDead;
    case "drop":
      return (await outbox.letGo(question.id, now())) || (await inbox.drop(question.id, now()))
        ? "Dropped."
        : nothingDead;
  }
}

/** Sends what is due now. Another moment can only be gone to where the clock is ours to move. */
async function send(at: Date | null, { house, now, moveTo }: Answering): Promise<string> {
  if (at !== null && at > now()) {
    if (await moveTo(at))
      return `The clock stands at ${at.toISOString()} now; everything due until then was sent.`;
    return "--send sends what is due now; leave --at away.";
  }
  const rang = await house.beat();
  await house.deliveries.drain();
  return `${rang} due.`;
}

async function look(at: Date, why: string | null, { house, stores }: Answering): Promise<string> {
  const lines: string[] = [];
  for (const organisation of await stores.routing.organisations()) {
    const people = await stores.inOrganisation(
      organisation,
      async ({ people: directory, plans }) => {
        const all = await directory.directory();
        const named = why === null ? all : all.filter((each) => matches(each, why));
        return Promise.all(
          named.map(async (each) => ({
            id: each.id,
            name: each.name,
            zone: each.zone,
            plans: await plans.of(each.id, null),
            on: (await plans.switchedOn(each.id)) !== null,
          })),
        );
      },
    );
    for (const person of people)
      lines.push(...(await lookAt(person, at, why !== null, organisation, house)));
  }
  if (lines.length > 0) return lines.join("\n");
  return why === null
    ? `Nothing would be due at ${at.toISOString()}.`
    : `Nobody is called “${why}”.`;
}

const matches = (person: { name: string; email: string | null }, name: string): boolean => {
  const wanted = name.replace(/^@/, "").toLowerCase();
  return (
    person.name.toLowerCase().includes(wanted) ||
    (person.email ?? "").toLowerCase().startsWith(wanted)
  );
};

interface Looked {
  readonly id: PersonId;
  readonly name: string;
  readonly zone: string;
  readonly on: boolean;
  readonly plans: readonly { readonly rule: string; readonly dueAt: Date }[];
}

async function lookAt(
  person: Looked,
  at: Date,
  everything: boolean,
  organisation: OrganisationId,
  house: House,
): Promise<string[]> {
  const local = (instant: Date): string =>
    `${localDateAt(instant, person.zone)} ${localTimeAt(instant, person.zone)} ${person.zone}`;
  if (!person.plans.some((each) => each.dueAt <= at) && !everything) return [];
  const composed = await house.bot.foresee(organisation, person.id, at);
  const came = (composed?.came ?? []).map(
    (each) =>
      `  ${each.outcome === "said" ? "comes" : each.outcome}  ${each.rule}${each.reason === null ? "" : `: ${each.reason}`}`,
  );
  const says = composed?.cards.length
    ? [`  says: ${composed.cards.map((each) => plainLine(each.title)).join(" | ")}`]
    : [];
  const ahead = everything
    ? person.plans.map((each) => `  next   ${each.rule}: ${local(each.dueAt)}`)
    : [];
  const off =
    everything && !person.on
      ? ["  reminders are not switched on for this person's team (setup)"]
      : [];
  return [`${person.name} at ${local(at)}`, ...came, ...says, ...off, ...ahead];
}
