// What a button asks the company's own directory for: before the transaction, since that is another's server; the handler gets the answer.
import { wellFormed } from "#src/language/text";
import { isFor, type ChatIdentity } from "#src/people/person";
import type { Department, Directories, FromDirectory, Member } from "#src/ports/chat/chat";
import type { KernelStores, Stores } from "#src/ports/stores";
import { cleanAccount, cleanName, cleanProfile } from "../clean-incoming.ts";
import type { UserEvent } from "../declare/incoming.ts";
import type { DirectoryAnswer } from "../declare/look-up.ts";
import type { Registry } from "../declare/registry.ts";

interface LookPorts {
  readonly stores: Stores<KernelStores>;
  readonly chats?: readonly Directories[];
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
  if ("forAccount" in asked) return oneOf(asked.forAccount, who, stores, chats);
  const chat = chats.find((each) => each.platform === incoming.from.platform);
  if (!chat) return { directory: "none" };
  if ("forPlace" in asked) {
    const place = await stores.routing.whereIs(who.organisation, asked.forPlace);
    // Accounts of another workspace mean nobody where the answer is shown.
    if (place?.platform !== incoming.from.platform || place.workspace !== incoming.from.workspace)
      return { directory: "none" };
    return withPeople(await chat.membersAt(place), [], incoming.from, stores);
  }
  if ("forAll" in asked) {
    const found = await chat.departments(incoming.from.workspace);
    return found.directory === "there"
      ? { directory: "there", found: { departments: found.found.map(clean), members: [] } }
      : found;
  }
  return departmentOf(asked.forDepartment, incoming.from, stores, chat);
}

async function departmentOf(
  id: string,
  from: ChatIdentity,
  stores: LookPorts["stores"],
  chat: Directories,
): Promise<DirectoryAnswer> {
  const found = await chat.department(from.workspace, id);
  if (found.directory !== "there") return found;
  const { department, members } = found.found;
  return withPeople({ directory: "there", found: members }, [clean(department)], from, stores);
}

/** Somebody of a workspace of this very organisation. */
async function oneOf(
  account: ChatIdentity,
  { organisation }: Actor,
  stores: LookPorts["stores"],
  chats: readonly Directories[],
): Promise<DirectoryAnswer> {
  const { platform, workspace, user } = account;
  const chat = chats.find((each) => each.platform === platform);
  const at = await stores.routing.organisationAt(account);
  if (!chat || at?.organisation !== organisation) return { directory: "none" };
  const told = await chat.member(workspace, user);
  return withPeople(
    told.directory === "there" ? { directory: "there", found: [told.found] } : told,
    [],
    account,
    stores,
  );
}

/** Who of them is somebody of ours. */
async function withPeople(
  told: FromDirectory<readonly Member[]>,
  departments: readonly Department[],
  from: ChatIdentity,
  { routing }: LookPorts["stores"],
): Promise<DirectoryAnswer> {
  if (told.directory !== "there") return told;
  const members = await Promise.all(
    told.found.map(async (member) => {
      const account = cleanAccount({ ...from, user: member.user });
      return {
        user: account.user,
        profile: cleanProfile(member.profile),
        account,
        person: (await routing.whoIs(account))?.person ?? null,
      };
    }),
  );
  return { directory: "there", found: { departments, members } };
}

/** What the directory says comes from outside like any event. */
const clean = ({ id, name, leader }: Department): Department => ({
  id: wellFormed(id),
  name: cleanName(name),
  leader: leader === null ? null : wellFormed(leader),
});
