// Who is let in to an organisation, and what somebody may do there by the workspace they came from. One rule for every platform. Pure.
import type { OrganisationId } from "./person.ts";
import type { Profile } from "./profile.ts";

/** How a workspace comes: named by the operator's own variables, or by a link or from a store, which anybody may use. */
export type Way = "configured" | "link";

/** A way in, and whether everything here is one organisation or each workspace its own. */
export interface Door {
  readonly way: Way;
  readonly organisations: "one" | "many";
}

export interface Asking {
  readonly way: Way;
  /** The organisation it was let in to before. */
  readonly belongsTo: OrganisationId | null;
  /** The organisation of the workspaces it would be for as well. */
  readonly covers: OrganisationId | null;
  /** Where everything is one organisation: that one, once it is there. `taken`: some workspace is in it. */
  readonly company: { readonly id: OrganisationId; readonly taken: boolean } | null;
}

export type Admission =
  /** Null: a new organisation begins with it; else one that is there and that nobody came to. */
  | { readonly admission: "founds"; readonly organisation: OrganisationId | null }
  | { readonly admission: "stays" | "joins"; readonly organisation: OrganisationId }
  /** Nothing of the organisation is shown to it, and nobody of it becomes a person, until an admin of it or the operator agrees. */
  | { readonly admission: "waits"; readonly organisation: OrganisationId };

/** Where it was let in it stays. To an organisation in which somebody is, only the operator's own accounts come by themselves. */
export function admit({ way, belongsTo, covers, company }: Asking): Admission {
  if (belongsTo !== null) return { admission: "stays", organisation: belongsTo };
  if (covers !== null)
    return { admission: way === "configured" ? "joins" : "waits", organisation: covers };
  if (company === null || !company.taken)
    return { admission: "founds", organisation: company?.id ?? null };
  return { admission: way === "configured" ? "joins" : "waits", organisation: company.id };
}

/** Refused once, it may ask again after so long. */
export const askAgainMs = 24 * 3_600_000;

/** Why an account makes its owner an admin: they installed the bot, they run the workspace, or the operator names their e-mail. */
export type AdminSource = "installation" | "platform" | "email";

/** The workspace somebody is known from, as it was let in. */
export interface Origin {
  readonly installedBy: string | null;
  readonly founded: boolean;
  readonly way: Way;
  /** An admin agreed that who installed it may set up, though others were there before it. */
  readonly installerMay: boolean;
}

/**
 * What an account brings, as its platform tells of it now: nothing at all where its workspace came to an organisation of others by their
 * consent, since whoever runs that one says who runs it and which address somebody has; but to who installed it there, where an admin agreed.
 * What is not told is as it was.
 */
export function adminBy(
  before: AdminSource | null,
  user: string,
  profile: Profile,
  at: Origin,
  admins: readonly string[],
): AdminSource | null {
  if (!mayAct(profile)) return null;
  if ((at.founded || at.installerMay) && user === at.installedBy) return "installation";
  if (!(at.founded || at.way === "configured")) return null;
  if (profile.admin ?? before === "platform") return "platform";
  const isNamed =
    profile.email === null ? before === "email" : admins.includes(profile.email.toLowerCase());
  return isNamed ? "email" : null;
}

/** Members who are here; a guest is turned away as somebody is who left. */
export const mayAct = (profile: Pick<Profile, "active" | "guest">): boolean =>
  profile.active && !profile.guest;
