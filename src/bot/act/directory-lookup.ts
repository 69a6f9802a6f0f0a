// What a button asks the company's own directory for: before the transaction, since that is another's server; the handler gets the answer.
import { wellFormed } from "#src/language/text";
import { isFor, type ChatIdentity } from "#src/people/person";
import type { Department, Directories, FromDirectory, Member } from "#src/ports/chat/chat";
import type { KernelStores, Stores } from "#src/ports/stores";
import { cleanAccount, cleanName, cleanProfile } from "../clean-incoming.ts";
import type { UserEvent } from "../declare/incoming.ts";
import type { DirectoryAnswer, FoundMember, LookUp, WorkspaceName } from "../declare/look-up.ts";
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
  return answerTo(asked, incoming.from, who, { stores, chats });
}

async function answerTo(
  asked: LookUp,
  from: ChatIdentity,
  who: Actor,
  { stores, chats = [] }: LookPorts,
): Promise<DirectoryAnswer> {
  if ("forAccount" in asked) return oneOf(asked.forAccount, who, stores, chats);
  if ("forDepartments" in asked)
    return (await isOurs(asked.at, who, stores))
      ? departmentsOf(asked.at, asked.forDepartments, stores, chats)
      : { directory: "none" };
  const chat = chats.find((each) => each.platform === from.platform);
  if (!chat) return { directory: "none" };
  if ("forPlace" in asked) {
    const place = await stores.routing.whereIs(who.organisation, asked.forPlace);
    // Accounts of another workspace mean nobody where the answer is shown.
    if (place?.platform !== from.platform || place.workspace !== from.workspace)
      return { directory: "none" };
    return withPeople(await chat.membersAt(place), [], from, stores);
  }
  if ("forAll" in asked) {
    const found = await chat.departments(from.workspace);
    return found.directory === "there"
      ? { directory: "there", found: { departments: found.found.map(clean), members: [] } }
      : found;
  }
  return departmentOf(asked.forDepartment, from, stores, chat);
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

/** Several departments of a workspace, each member with the one they were found with; refused where none of them was told of. */
export async function departmentsOf(
  at: WorkspaceName,
  ids: readonly string[],
  stores: LookPorts["stores"],
  chats: readonly Directories[],
): Promise<DirectoryAnswer> {
  const chat = chats.find((each) => each.platform === at.platform);
  if (!chat) return { directory: "none" };
  const departments: Department[] = [];
  const members: FoundMember[] = [];
  for (const id of ids) {
    const answer = await departmentOf(id, { ...at, user: "" }, stores, chat);
    if (answer.directory !== "there") continue;
    departments.push(...answer.found.departments);
    members.push(...answer.found.members.map((each) => ({ ...each, department: id })));
  }
  return departments.length === 0
    ? { directory: "refused", why: "none of them" }
    : { directory: "there", found: { departments, members } };
}

const isOurs = async (
  at: WorkspaceName,
  { organisation }: Pick<Actor, "organisation">,
  { routing }: LookPorts["stores"],
): Promise<boolean> => (await routing.organisationAt(at))?.organisation === organisation;

/** Somebody of a workspace of this very organisation. */
async function oneOf(
  account: ChatIdentity,
  actor: Actor,
  stores: LookPorts["stores"],
  chats: readonly Directories[],
): Promise<DirectoryAnswer> {
  const { platform, workspace, user } = account;
  const chat = chats.find((each) => each.platform === platform);
  if (!chat || !(await isOurs(account, actor, stores))) return { directory: "none" };
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
        ...(member.leader === undefined
          ? {}
          : { leader: member.leader === null ? null : wellFormed(member.leader) }),
        ...(member.elsewhere === undefined ? {} : { elsewhere: member.elsewhere }),
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
