// What a chat platform must be able to do. No method is optional: an adapter does all of it, or degrades by the table
// in adapters/degradation that the contract suite checks.
import type { Locale } from "#src/language/text";
import type { PlaceIdentity } from "#src/people/place";
import type { Profile } from "#src/people/profile";
import type { Card } from "#src/view/card";
import { withoutFiles, type ChatFiles } from "./files.ts";

/** Where a message goes, in the platform's own names: a person's own chat with the bot, or a channel or group. */
export type ChatAddress = { readonly platform: string; readonly workspace: string } & (
  | { readonly user: string }
  | { readonly channel: string }
);

export interface OutgoingMessage {
  readonly deliveryId: string;
  /** Business time, as shown beside the message where a platform has no time of its own. */
  readonly at: Date;
  readonly cards: readonly Card[];
  /** What whoever reads it reads, for the surface's own words; where both languages are read, the one that stands first. */
  readonly locale?: Locale;
  /** The accounts there of the people it is addressed to and whom the platform may tell now; everybody else is named in plain words. */
  readonly told?: ReadonlyMap<string, string>;
}

export type PostResult =
  | { readonly result: "sent"; readonly messageId: string }
  /** The platform asked to wait: this destination, or everything that goes through the installation. */
  | { readonly result: "later"; readonly afterMs: number; readonly all?: true }
  /** Nobody can say whether it arrived; look with `find` before sending again. `afterMs`: the platform may still be at it for so long. */
  | { readonly result: "unknown"; readonly afterMs?: number }
  | {
      readonly result: "final";
      readonly stops: "person" | "content" | "installation";
      readonly why: string;
    };

export type Found =
  | { readonly found: "there"; readonly messageId: string }
  | { readonly found: "absent" }
  /** Not to be looked for just now: the platform asked to wait. */
  | { readonly found: "later"; readonly afterMs: number }
  /** Here nobody may look: an admin is asked rather than the message sent twice. */
  | { readonly found: "unknowable" };

/** How fast a platform may be written to: so many a second, and so many at once after a rest. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** Null where there is no limit. */
export interface Pace {
  /** One person's chat, or one channel. */
  readonly destination: Rate | null;
  /** All of a workspace together. */
  readonly installation: Rate | null;
  /** Changes of messages that stand there already, all of a workspace together, where the platform counts them apart. */
  readonly edits?: Rate;
}

/** A department of a company's own directory; names of the platform's own. */
export interface Department {
  readonly id: string;
  readonly name: string;
  /** The account of whoever leads it. */
  readonly leader: string | null;
}

/** Somebody of it: what the bot needs to know of a colleague, and no more. */
export interface Member {
  readonly user: string;
  readonly profile: Profile;
  /** The account of their own manager, as far as the directory says so. */
  readonly leader?: string | null;
  /** They lead it, or somebody in it, and are filed elsewhere. */
  readonly elsewhere?: true;
}

export type FromDirectory<T> =
  | { readonly directory: "there"; readonly found: T }
  /** The platform has no departments. */
  | { readonly directory: "none" }
  /** It has, and does not show them to the bot now. */
  | { readonly directory: "refused"; readonly why: string };

/** What a platform tells the bot of a workspace: its departments, and who is in a place. */
export type DirectoryPart = "departments" | "members";

export interface Chat extends ChatFiles {
  readonly platform: string;
  readonly pace: Pace;
  /** What of the directory can be asked for at all: nothing else is offered. */
  readonly tells: readonly DirectoryPart[];
  /** Must not send twice for one deliveryId where the platform lets it know. */
  post(to: ChatAddress, message: OutgoingMessage): Promise<PostResult>;
  /** Puts new cards where an earlier message stands. May be repeated: the last one stays. */
  edit(to: ChatAddress, messageId: string, message: OutgoingMessage): Promise<PostResult>;
  /** The departments of a workspace that the bot may see. */
  departments(workspace: string): Promise<FromDirectory<readonly Department[]>>;
  /** One of them with who is directly in it, and who leads it or somebody in it wherever they are filed. */
  department(
    workspace: string,
    id: string,
  ): Promise<
    FromDirectory<{ readonly department: Department; readonly members: readonly Member[] }>
  >;
  /** Somebody of a workspace, by their account. */
  member(workspace: string, user: string): Promise<FromDirectory<Member>>;
  /** Who is in a place the bot is in, and may use it: no guests, no apps. */
  membersAt(place: PlaceIdentity): Promise<FromDirectory<readonly Member[]>>;
  /** What became of an attempt that nobody heard the end of. */
  find(to: ChatAddress, deliveryId: string): Promise<Found>;
}

/** What may be asked of a directory. */
export type Directories = Pick<
  Chat,
  "platform" | "tells" | "departments" | "department" | "member" | "membersAt"
>;

/** Of a platform whose people are in no departments. */
export const withoutDepartments: Pick<Chat, "departments" | "department"> = {
  departments: async () => ({ directory: "none" }),
  department: async () => ({ directory: "none" }),
};

/** Of one with no directory at all beside ours, and no files. */
export const withoutDirectory: Omit<Directories, "platform"> & ChatFiles = {
  ...withoutFiles,
  tells: [],
  ...withoutDepartments,
  member: async () => ({ directory: "none" }),
  membersAt: async () => ({ directory: "none" }),
};

/** Whether what was said was done: a mark on it tells that where others read along. A refusal is between the person and the bot, in their own chat. */
export const isTaken = (outcome: { readonly outcome: string; readonly refused?: true }): boolean =>
  outcome.outcome === "delivered"
    ? outcome.refused !== true
    : outcome.outcome !== "stranger" && outcome.outcome !== "ignored";
