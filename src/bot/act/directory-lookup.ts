// What a button asks the company's own directory for: before the transaction, since that is another's server; the handler gets the answer.
import { wellFormed } from "#src/language/text";
import { isFor } from "#src/people/person";
import type { Chat, Department } from "#src/ports/chat/chat";
import type { KernelStores, Stores } from "#src/ports/stores";
import { cleanAccount, cleanName, cleanProfile } from "../clean-incoming.ts";
import type { UserEvent } from "../declare/incoming.ts";
import type { DirectoryAnswer } from "../declare/look-up.ts";
import type { Registry } from "../declare/registry.ts";

interface LookPorts {
  readonly stores: Stores<KernelStores>;
  readonly chats?: readonly Pick<Chat, "platform" | "departments" | "department">[];
}

/** Somebody of our directory, as their account tells. */
export type Actor = NonNullable<Awaited<ReturnType<Stores<KernelStores>["routing"]["whoIs"]>>>;

/** Null where nothing is asked for. Nobody else's press makes the bot ask: the right is looked at before, and again with the act. */
export async function lookUp(
  incoming: UserEvent,
  who: Actor,
  registry: Registry,
  { stores, chats = [] }: LookPorts,
): Promise<DirectoryAnswer | null> {
  const declared =
    incoming.kind === "pressed" ? registry.pressed(incoming.name)?.declaration : undefined;
  if (
    incoming.kind !== "pressed" ||
    !declared?.looksUp ||
    declared.action.version !== incoming.version
  )
    return null;
  const asked = declared.looksUp(incoming.payload);
  const person = await stores.inOrganisation(who.organisation, (own) =>
    own.people.person(who.person),
  );
  if (asked === null || person === null || person.leftOn !== null || !isFor(declared.who, person))
    return null;
  const chat = chats.find((each) => each.platform === incoming.from.platform);
  if (!chat) return { directory: "none" };
  if ("forAll" in asked) {
    const found = await chat.departments(incoming.from.workspace);
    return found.directory === "there"
      ? { directory: "there", found: { departments: found.found.map(clean), members: [] } }
      : found;
  }
  const found = await chat.department(incoming.from.workspace, asked.forDepartment);
  if (found.directory !== "there") return found;
  const members = await Promise.all(
    found.found.members.map(async (member) => {
      const account = cleanAccount({ ...incoming.from, user: member.user });
      return {
        user: account.user,
        profile: cleanProfile(member.profile),
        account,
        person: (await stores.routing.whoIs(account))?.person ?? null,
      };
    }),
  );
  return { directory: "there", found: { departments: [clean(found.found.department)], members } };
}

/** What the directory says comes from outside like any event. */
const clean = ({ id, name, leader }: Department): Department => ({
  id: wellFormed(id),
  name: cleanName(name),
  leader: leader === null ? null : wellFormed(leader),
});
