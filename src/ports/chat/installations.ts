// The chat workspaces the bot is in, each with the sealed token it is let in by. One workspace belongs to one organisation.
import type { Door } from "#src/people/admission";
import type { Organisation, OrganisationId } from "#src/people/person";

export interface InstallationKey {
  readonly platform: string;
  readonly workspace: string;
}

/** What an installation brought. Never logged. */
export interface Grant {
  /** The workspace's own name. */
  readonly name: string;
  /** What the bot is let in by; sealed where it is kept. */
  readonly token: string;
  /** The bot's own account there. */
  readonly botUser: string;
  readonly scopes: readonly string[];
  /** The account of who installed it, where the platform says so: the first admin of what is founded by it. */
  readonly installedBy: string | null;
  /** Where whoever comes by this platform is at home, where it says so by itself; what is founded by it begins there. */
  readonly home?: Home;
}

/** Until an admin says otherwise. */
export type Home = Pick<Organisation, "locale" | "zone" | "country" | "currency">;

export interface Installation extends InstallationKey, Grant {
  readonly organisation: OrganisationId;
}

export type Admitted =
  | { readonly admitted: "yes"; readonly installation: Installation }
  /** Its token is kept, and somebody is asked. */
  | { readonly admitted: "waits" }
  /** It was refused lately, and nothing is kept. */
  | { readonly admitted: "no"; readonly mayAskAfter: Date };

export interface Installations {
  /** Null where there is none, it was taken back, it waits, or its token was sealed with another key. */
  find(key: InstallationKey): Promise<Installation | null>;
  /**
   * Since when one is stopped, null where it is not; absent where there never was one. `isUnopened`: its token was sealed with another
   * key: nothing can be said there until that key is back or it is installed anew, and nothing is to be lost meanwhile.
   */
  known(
    key: InstallationKey,
  ): Promise<{ readonly stoppedAt: Date | null; readonly isUnopened: boolean } | null>;
  /** Whether it refused charts and tables of its own within the last day. */
  isPlain(key: InstallationKey): Promise<boolean>;
  /** It refused them just now. */
  stayPlain(key: InstallationKey): Promise<void>;
  /** Of one platform, those whose token can be opened. */
  list(platform: string): Promise<readonly Installation[]>;
  /**
   * Whether it is let in says `admit` (src/people/admission.ts); a reinstall keeps its organisation, and what waited goes on. `covers`:
   * workspaces this installation is also for now. Where they were installed one by one, their organisation becomes its own, with
   * their people and places. Throws SeveralOrganisations where they are of more than one. `asks`: the name of who asks, to be shown to whoever answers.
   */
  save(
    key: InstallationKey,
    grant: Grant,
    at: Date,
    door: Door,
    covers?: readonly string[],
    asks?: string,
  ): Promise<Admitted>;
  /** It is for these workspaces as well from now on, as `covers` of `save` says; an organisation of its own to which nobody came gives way to theirs, once that agrees. */
  spread(key: InstallationKey, workspaces: readonly string[], at: Date): Promise<void>;
  /** What one is spoken with that waits to be let in; null where none waits. */
  waiting(key: InstallationKey): Promise<Pick<Grant, "token" | "botUser"> | null>;
  /** It asks no more. `at`: when that happened; before it asked it is about an earlier time. */
  withdraw(key: InstallationKey, at?: Date | null): Promise<void>;
  /** Removed, or its token revoked: the token is forgotten and what is to be sent waits. `at`: when that happened; before the last install it is about an earlier one. */
  stop(key: InstallationKey, why: string, at?: Date | null): Promise<void>;
}

/** Tokens that were sealed with another key. */
export interface SealedInstallations {
  /** The workspaces of a platform whose token this key does not open, of how many that have one. */
  unopened(
    platform: string,
  ): Promise<{ readonly workspaces: readonly string[]; readonly of: number }>;
  /** Those are let go: as if they had taken the app out. What is for them waits until they install it anew. Returns which. */
  letGoUnopened(platform: string, why: string): Promise<readonly string[]>;
  /** The same token under this key, where it is known from elsewhere. */
  reseal(key: InstallationKey, token: string): Promise<void>;
}

/** Installations that the platform refused, and that may come back without anybody being told of it. */
export interface StoppedInstallations {
  /** Those whose messages wait because the platform refused the installation itself. */
  stopped(platform: string): Promise<readonly InstallationKey[]>;
  /** Lets what waited for it go on; where it is refused again it waits again. */
  resume(key: InstallationKey): Promise<void>;
}

/** Workspaces that one installation would be for belong to organisations that know nothing of each other. */
export class SeveralOrganisations extends Error {}
