// What a button asks the company's own directory for, and what the directory answered.
import type { CrmOffer } from "#src/ports/crm";
import type { Notice } from "./answer.ts";
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
  /** Where figures may come from, and what is missing for it. */
  readonly crms: readonly CrmOffer[];
  /** The team whose page is looked at; null everywhere else. */
  readonly team: TeamId | null;
  /** `cloudOf`; null where nobody acts. */
  readonly cloud: string | null;
  /** Who was picked in the form and is nobody of our directory: a guest, an app. */
  readonly strangers: readonly Stranger[];
}

/** A workspace, whichever one it is asked from. */
export type WorkspaceName = Pick<ChatIdentity, "platform" | "workspace">;

export type LookUp =
  | { readonly forAll: "departments" }
  | { readonly forDepartment: string }
  /** Several of them; one that is not told of is missing. */
  | { readonly forDepartments: readonly string[]; readonly at: WorkspaceName }
  /** One account of a workspace of ours. */
  | { readonly forAccount: ChatIdentity }
  /** Who is in a place of the very workspace it is asked from. */
  | { readonly forPlace: PlaceId };

/** A colleague of the company's directory; `person` where they are somebody of ours already. */
export interface FoundMember extends Member {
  readonly account: ChatIdentity;
  readonly person: PersonId | null;
  /** The department they were found with. */
  readonly department?: string;
}

/** All departments without their people, one with them, or the people of a place. */
export type DirectoryAnswer = FromDirectory<{
  readonly departments: readonly Department[];
  readonly members: readonly FoundMember[];
}>;

export interface DirectoryQuestion {
  readonly at: WorkspaceName;
  readonly departments: readonly string[];
  /** In whose name it is done. */
  readonly as: PersonId;
}

/** What a practice keeps up with in a company's own directory: asked outside of every transaction, since that is another's server. */
export interface Follow<S, Context> {
  /** What to ask for now, by workspace; cheap, since it is asked every hour. */
  readonly due: (stores: S, now: Date) => Promise<readonly DirectoryQuestion[]>;
  /** The platform told that something changed in that workspace's directory. */
  readonly changed: (at: WorkspaceName, stores: S, now: Date) => Promise<void>;
  /** Does what is to be done about the answer, with the row of `as` locked; says who is told, and whose reminders change. */
  readonly tend: (
    question: DirectoryQuestion,
    answer: DirectoryAnswer,
    context: Context,
  ) => Promise<{ readonly told: readonly Notice[]; readonly changes: readonly PersonId[] }>;
}
