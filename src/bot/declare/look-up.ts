// What a button asks the company's own directory for, and what the directory answered.
import type { ChatIdentity, PersonId } from "#src/people/person";
import type { Department, FromDirectory, Member } from "#src/ports/chat/chat";

export type LookUp = { readonly forAll: "departments" } | { readonly forDepartment: string };

/** A colleague of the company's directory; `person` where they are somebody of ours already. */
export interface FoundMember extends Member {
  readonly account: ChatIdentity;
  readonly person: PersonId | null;
}

/** All departments without their people, or one with them. */
export type DirectoryAnswer = FromDirectory<{
  readonly departments: readonly Department[];
  readonly members: readonly FoundMember[];
}>;
