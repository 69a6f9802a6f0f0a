// A place where several people read along: a channel, a group. Known to chat platforms by their own names.
import { z } from "zod";
import type { Locale } from "#src/language/text";
import type { TeamId } from "./person.ts";

export type PlaceId = string & z.$brand<"PlaceId">;
export const placeId = z.uuid().transform((text) => text as PlaceId);

/** As a chat platform names it. Known only to Incoming, places and Chat. */
export interface PlaceIdentity {
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
}

/**
 * What shares accounts and names: a platform, or one of the clouds of a platform that has several, which its workspaces then begin with,
 * before a slash (`cloud/...`).
 */
export const cloudOf = ({
  platform,
  workspace,
}: Pick<PlaceIdentity, "platform" | "workspace">): string =>
  workspace.includes("/") ? workspace.slice(0, workspace.indexOf("/")) : platform;

export interface Place {
  readonly id: PlaceId;
  readonly name: string;
  /** What its readers read; both where they differ. */
  readonly reads: Locale | "both";
  /** The team whose own place it is. */
  readonly teamId: TeamId | null;
  /** The cloud it is on (`cloudOf`), to tell places of two apart. Absent where nobody told. */
  readonly cloud?: string;
}
