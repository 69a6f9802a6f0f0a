// Somebody as their platform knows them.
import type { Locale } from "#src/language/text";

/** Null where the platform does not say. */
export interface Profile {
  readonly name: string;
  readonly email: string | null;
  readonly locale: Locale | null;
  /** Where the platform does not say: what most people read there. */
  readonly guess?: Locale;
  /** IANA name. */
  readonly zone: string | null;
  readonly active: boolean;
  readonly guest: boolean;
  /** Whether they run the workspace on their platform. */
  readonly admin?: boolean;
}
