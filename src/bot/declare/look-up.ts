// What a button asks the company's own directory for, and what the directory answered.
import type { Stranger } from "./incoming.ts";
import type { ChatIdentity, PersonId, TeamId } from "#src/people/person";
import type { PlaceId } from "#src/people/place";
import type { Department, DirectoryPart, FromDirectory, Member } from "#src/ports/chat/chat";

/** Where somebody acts, as far as that says what can be offered. */
export interface Here {
  /** What of the company's directory can be asked for; nothing else is offered. */
  readonly tells: readonly DirectoryPart[];
  /** Whether pages in a browser can be offered: there is an address for them, and this is none of them. */
  readonly pages: boolean;
  /** The team whose page is looked at; null everywhere else. */
  readonly team: TeamId | null;
  /** `cloudOf`; null where nobody acts. */
  readonly cloud: string | null;
  /** Who was picked in the form and is nobody of our directory: a guest, an app. */
  readonly strangers: readonly Stranger[];
}

export type LookUp =
  | { readonly forAll: "departments" }
  | { readonly forDepartment: string }
  /** One account of a workspace of ours. */
  | { readonly forAccount: ChatIdentity }
  /** Who is in a place of the very workspace it is asked from. */
  | { readonly forPlace: PlaceId };

/** A colleague of the company's directory; `person` where they are somebody of ours already. */
export interface FoundMember extends Member {
  readonly account: ChatIdentity;
  readonly person: PersonId | null;
}

/** All departments without their people, one with them, or the people of a place. */
export type DirectoryAnswer = FromDirectory<{
  readonly departments: readonly Department[];
  readonly members: readonly FoundMember[];
}>;
