// Files of a chat: what somebody dropped there, and what is put there for somebody.
import type { ChatIdentity } from "#src/people/person";

/** A file that was dropped, as far as it was told of. */
export interface DroppedFile {
  /** The platform's own name of it: with it the same platform gives it out. */
  readonly ref: string;
  readonly name: string;
  /** As the platform says; null where it does not. */
  readonly bytes: number | null;
}

/** With whose account it was dropped. */
export interface DroppedBy extends DroppedFile {
  readonly from: ChatIdentity;
}

export type Fetched =
  | { readonly fetched: "there"; readonly bytes: AsyncIterable<Uint8Array> }
  /** The company did not allow the app to read files. */
  | { readonly fetched: "no scope" }
  /** It was removed, or is not given out any more. */
  | { readonly fetched: "gone" }
  | { readonly fetched: "later" };

export type FileSent =
  | { readonly sent: "there" }
  | { readonly sent: "no scope" }
  | { readonly sent: "not now" };

/** Of a place where files are neither dropped nor put. */
export const withoutFiles: ChatFiles = {
  fetchFile: async () => ({ fetched: "gone" }),
  sendFile: async () => ({ sent: "not now" }),
};

export interface ChatFiles {
  /** What was dropped by this account. */
  fetchFile(from: ChatIdentity, ref: string): Promise<Fetched>;
  /** Into that account's own chat. */
  sendFile(to: ChatIdentity, name: string, bytes: Uint8Array): Promise<FileSent>;
}
