// Pages in a browser, as chats speak of them: where they are, what opens them once, and what a browser keeps.
import type { OrganisationId } from "#src/people/person";

/** A link is somebody's, asked for in a chat: of which organisation, and which one. */
export interface LinkName {
  readonly organisation: OrganisationId;
  readonly link: string;
}

export interface Pages {
  /** How browsers reach them; null where nobody said so (PUBLIC_URL). */
  readonly address: string | null;
  /** What opens the link: made of its name and a key that the database does not have. */
  tokenOf(name: LinkName): string;
  /** Null for what no process of ours made. */
  read(token: string): LinkName | null;
  /** What a browser keeps of a session: nobody guesses it, and it is kept nowhere else. */
  secret(): string;
  /** What is kept of it. */
  hashOf(secret: string): string;
}

/** Where links begin, below the address. */
export const signInPath = "/sign-in/";
