// A person's home, composed from what the practices have to say of it.
import { isFor } from "#src/people/person";
import { card, type Card } from "#src/view/card";
import type { ActContext, Contexts } from "../act/context.ts";
import type { BotPorts } from "../bot-ports.ts";
import { cachedReads, question, type Answers } from "../remind/cached-reads.ts";
import { isOn } from "../switches.ts";
import type { Registry } from "../declare/registry.ts";

type HomePorts = Pick<BotPorts, "chance" | "logger">;

export async function homeOf(
  act: ActContext,
  registry: Registry,
  contexts: Contexts,
  ports: HomePorts,
): Promise<readonly Card[]> {
  const isTeams = act.page !== undefined && act.page.team !== null;
  const sections = registry.practices
    .filter((practice) => isOn(practice, act.organisation))
    .flatMap((practice) => practice.home.map((section) => ({ practice, section })));
  const mine = sections
    .filter(({ section }) => isFor(section.who, act.person) && (section.ofTeam || !isTeams))
    .toSorted((a, b) => a.section.rank - b.section.rank);
  const cards: Card[] = [];
  // Its parts ask the same few questions, and none of them writes.
  const answers: Answers = answered(act);
  for (const { practice, section } of mine) {
    const say = (own: ActContext) =>
      section.say(contexts.of(practice, { ...own, stores: cachedReads(own.stores, answers) }));
    cards.push(...(await orApology(say, act, contexts, ports)));
  }
  return cards;
}

/** What was read of whoever looks when they came in is not asked again. */
const answered = ({ person, organisation, leave, ownDays }: ActContext): Answers =>
  new Map<string, unknown>([
    [
      question("people", "acting", person.id),
      Promise.resolve({ person, organisation, leave, ownDays }),
    ],
    [question("people", "leave", person.id), Promise.resolve(leave)],
  ]);

/** A part of a page that fails does not take the rest with it. In a savepoint, since an error of the database ends its transaction. */
async function orApology(
  say: (act: ActContext) => Promise<readonly Card[]>,
  act: ActContext,
  contexts: Contexts,
  { chance, logger }: HomePorts,
): Promise<readonly Card[]> {
  try {
    return await act.stores.attempt((stores) => say({ ...act, stores }));
  } catch (error) {
    const code = chance.code();
    logger.error({ code, error }, "home section failed");
    return [card({ title: contexts.house(act).sectionFailed(code), tone: "bad" })];
  }
}
