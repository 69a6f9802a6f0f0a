// The company's directory is followed after the first import: what changed is asked of the admins once a day, or done by itself where one of
// them said so. What an admin set by hand is asked about in any case.
import { committed, replan, replace, type Answer, type Notice } from "#src/bot/declare/answer";
import type {
  DirectoryAnswer,
  DirectoryQuestion,
  Follow,
  FoundMember,
} from "#src/bot/declare/look-up";
import { addDays } from "#src/calendar/local-date";
import { instantAt, localDateAt } from "#src/calendar/zones";
import type { PersonId, TeamId } from "#src/people/person";
import { changedBy, type ChangedBy } from "#src/people/store";
import type { Department } from "#src/ports/chat/chat";
import type { Card } from "#src/view/card";
import { mostFollowed } from "../actions.ts";
import type { SetupContext, SetupStores } from "../context.ts";
import type { SetupMessages } from "../messages/en/index.ts";
import { noDirectoryCard } from "../teams/departments-card.ts";
import { changesCard, changesDoneCard, changesLeftCard, noChangesCard } from "./following-card.ts";
import { isAt, lookAt, named, seenOf, type Look } from "./look.ts";
import { nameOfChanges, seenBut, type Asked, type Change, type NamedChange } from "./rules.ts";
import { type Following } from "../model.ts";
import { takeOver } from "./take-over.ts";

/** Before anybody works. */
const lookTime = "05:00";
const nextLook = ({ now, organisation: { zone } }: Pick<SetupContext, "now" | "organisation">) =>
  instantAt(addDays(localDateAt(now, zone), 1), lookTime, zone);

export const follows: Follow<SetupStores, SetupContext> = {
  async due({ setup, people }, now) {
    const followed = (await setup.followed()).filter((each) => each.following !== "off");
    const due = followed.filter((each) => each.dueAt <= now);
    if (due.length === 0) return [];
    const as = (await people.directory()).find((each) => each.admin)?.id;
    if (as === undefined) return [];
    const workspaces = due.filter((each, at) => due.findIndex((other) => isAt(each)(other)) === at);
    return workspaces.map(({ platform, workspace }) => ({
      at: { platform, workspace },
      departments: followed.filter(isAt({ platform, workspace })).map((each) => each.department),
      as,
    }));
  },
  changed: (at, { setup }, now) => setup.lookSoon(at, now),
  tend: look,
};

/** At night, or after the platform told of a change. */
async function look(
  { at }: DirectoryQuestion,
  answer: DirectoryAnswer,
  context: SetupContext,
): Promise<{ readonly told: readonly Notice[]; readonly changes: readonly PersonId[] }> {
  const { setup, people } = context.stores;
  await people.lockOrganisation();
  const dueAt = nextLook(context);
  const looked = await lookAt(at, answer, context);
  if (looked === null) {
    const followed = (await setup.followed()).filter(isAt(at));
    await setup.keepFollowed(followed.map((each) => ({ ...each, dueAt })));
    return { told: [], changes: [] };
  }
  const isBySelf = looked.followed.some((each) => each.following === "self");
  const taken = isBySelf ? looked.changes.filter((each) => !each.byHand) : [];
  const names = taken.map((each) => named(each, looked));
  const { left, told, concerned } = await takeOver(taken, looked, byPlatform(context), context);
  const asked = looked.changes.filter((each) => !taken.includes(each));
  const open = await keep([...asked, ...left], looked, dueAt, asked, context);
  const admins = (await context.stores.people.directory()).filter((each) => each.admin);
  const notices = admins.flatMap((each) => [
    ...(names.length > left.length
      ? [
          context.notify(each, `directory-done-${context.now.toISOString()}`, (t) =>
            changesDoneCard(names, null, t),
          ),
        ]
      : []),
    ...(open === null
      ? []
      : [
          context.notify(
            each,
            `directory-${open.proposal}`,
            (t) => changesCard(open.changes, { at, ...open }, t),
            standingOf(open.proposal),
          ),
        ]),
  ]);
  return {
    told: [...told, ...notices.map((each) => ({ ...each, asks: true as const }))],
    changes: concerned,
  };
}

const byPlatform = ({ now }: SetupContext): ChangedBy => ({ by: "platform", at: now });
const standingOf = (proposal: string): string => `setup.directory:${proposal}`;

interface Open {
  readonly proposal: string;
  readonly departments: readonly string[];
  readonly changes: readonly NamedChange[];
}

/** Keeps what was seen; returns the question, where it is another one than is open already. */
async function keep(
  left: readonly Change[],
  looked: Look,
  dueAt: Date,
  asked: readonly Change[],
  context: SetupContext,
): Promise<Open | null> {
  const { followed, now } = looked;
  const about = nameOfChanges(asked);
  const [before] = followed.filter((each) => each.proposal !== null);
  const isSame = before?.proposed === about;
  const proposal = asked.length === 0 ? null : goesOn(before?.proposal ?? null, isSame, context);
  await context.stores.setup.keepFollowed(
    followed.map((each) => {
      const is = now.get(each.department);
      return {
        ...each,
        seen: is === undefined ? each.seen : seenBut(left, each, is),
        proposal,
        proposed: proposal === null ? null : about,
        dueAt,
      };
    }),
  );
  if (proposal === null || isSame) return null;
  return {
    proposal,
    departments: followed.map((each) => each.department),
    changes: asked.map((each) => named(each, looked)),
  };
}

/** A question that is open is changed where it stands, and asked afresh only where it has been waiting for days. */
function goesOn(open: string | null, isSame: boolean, context: SetupContext): string {
  const today = localDateAt(context.now, context.organisation.zone);
  if (open !== null && (isSame || open.slice(0, today.length) > addDays(today, -daysToAnswer)))
    return open;
  return `${today} ${context.newId()}`;
}
const daysToAnswer = 3;

/** What is asked, looked at once more; an answer where there is nothing to decide any more, or something else. */
async function again(
  { at, proposal }: Asked,
  context: SetupContext,
): Promise<{ readonly looked: Look } | { readonly answer: Answer }> {
  // Of two admins who answer at once the first one counts.
  await context.stores.people.lockOrganisation();
  const looked = await lookAt(at, context.looked, context);
  if (looked === null)
    return { answer: replace(noDirectoryCard(context.looked?.directory === "refused", context.t)) };
  const open = looked.followed.find((each) => each.proposal !== null);
  if (open === undefined || open.proposal === null || looked.changes.length === 0)
    return { answer: replace(noChangesCard(context.t)) };
  const about = nameOfChanges(looked.changes);
  if (open.proposal === proposal && about === open.proposed) return { looked };
  const asking = open.proposal;
  // The directory changed since: nothing is done that nobody saw.
  const departments = looked.followed.map((each) => each.department);
  await context.stores.setup.keepFollowed(
    looked.followed.map((each) => ({ ...each, proposed: about })),
  );
  const names = looked.changes.map((each) => named(each, looked));
  return {
    answer: committed(
      replace(changesCard(names, { at, proposal: asking, departments }, context.t)),
    ),
  };
}

/** What is asked, for who looks after their teams. */
export async function showDirectoryChanges(asked: Asked, context: SetupContext): Promise<Answer> {
  const found = await again(asked, context);
  if ("answer" in found) return found.answer;
  const { looked } = found;
  const departments = looked.followed.map((each) => each.department);
  const names = looked.changes.map((each) => named(each, looked));
  return replace(changesCard(names, { ...asked, departments }, context.t));
}

export async function takeDirectoryChanges(
  { always, ...asked }: Asked & { readonly always: boolean },
  context: SetupContext,
): Promise<Answer> {
  const found = await again(asked, context);
  if ("answer" in found) return found.answer;
  const { looked } = found;
  const names = looked.changes.map((each) => named(each, looked));
  const { left, told, concerned } = await takeOver(
    looked.changes,
    looked,
    changedBy(context),
    context,
  );
  await settle(left, looked, context);
  if (always) await follow("self", context);
  const { name } = context.person;
  const says = (t: SetupMessages): Card => changesDoneCard(names, name, t);
  return replan(
    committed(replace(says(context.t)), ...(await toOthers(asked, says, context)), ...told),
    ...new Set(concerned),
  );
}

export async function turnDownDirectoryChanges(
  asked: Asked,
  context: SetupContext,
): Promise<Answer> {
  const found = await again(asked, context);
  if ("answer" in found) return found.answer;
  await settle([], found.looked, context);
  const { name } = context.person;
  const says = (t: SetupMessages): Card => changesLeftCard(name, t);
  return committed(replace(says(context.t)), ...(await toOthers(asked, says, context)));
}

/** It is answered: from now on only what changes after it is asked about. */
const settle = (
  left: readonly Change[],
  { followed, now }: Look,
  { stores }: SetupContext,
): Promise<void> =>
  stores.setup.keepFollowed(
    followed.map((each) => {
      const is = now.get(each.department);
      const seen = is === undefined ? each.seen : seenBut(left, each, is);
      return { ...each, seen, proposal: null, proposed: null };
    }),
  );

async function toOthers(
  { proposal }: Asked,
  says: (t: SetupMessages) => Card,
  context: SetupContext,
): Promise<readonly Notice[]> {
  const admins = (await context.stores.people.directory()).filter(
    (each) => each.admin && each.id !== context.person.id,
  );
  return admins.map((each) =>
    context.notify(each, `directory-answered-${proposal}`, says, standingOf(proposal)),
  );
}

async function follow(to: Following, { stores }: SetupContext): Promise<void> {
  const followed = await stores.setup.followed();
  await stores.setup.keepFollowed(followed.map((each) => ({ ...each, following: to })));
}

/** How it is followed from now on. */
export async function chooseFollowing(
  { to }: { readonly to: Following },
  context: SetupContext,
): Promise<void> {
  await follow(to, context);
}

/** A department that an admin took is followed from then on, as the others are. */
export async function followFrom(
  department: Department,
  members: readonly FoundMember[],
  teamId: TeamId,
  context: SetupContext,
): Promise<void> {
  const { setup } = context.stores;
  const [account] = members.map((each) => each.account);
  if (account === undefined) return;
  const { platform, workspace } = account;
  const followed = await setup.followed();
  const known = followed.find((each) => isAt(account)(each) && each.department === department.id);
  if (known === undefined && followed.length >= mostFollowed) return;
  await setup.keepFollowed([
    {
      proposal: known?.proposal ?? null,
      proposed: known?.proposed ?? null,
      platform,
      workspace,
      department: department.id,
      teamId,
      following: followed[0]?.following ?? "ask",
      seen: seenOf(department, members),
      dueAt: nextLook(context),
    },
  ]);
}
