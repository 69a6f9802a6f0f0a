// Files on their way in, as they are kept until they are over.
import type { PersonId } from "#src/people/person";
import type { Drop, DropId, Found, Mapping, NewDrop, Said } from "./model.ts";

export interface DropStore {
  /** False where the very same file of theirs is under way. */
  add(drop: NewDrop): Promise<boolean>;
  /** Their figures as a file of that name. False where one is under way. */
  addExport(asked: Pick<NewDrop, "id" | "person" | "from" | "name" | "at">): Promise<boolean>;
  drop(id: DropId): Promise<Drop | null>;
  /** There is something to do again. False where it is over, or at work. */
  say(id: DropId, said: Said): Promise<boolean>;
  /** Nothing more comes of it; its bytes are gone. False where it is over, or being stored. */
  leave(id: DropId, found: Found): Promise<boolean>;
  /** One that has something to do, ours for two minutes; it says how often it was begun. */
  claim(): Promise<(Drop & { readonly attempts: number }) | null>;
  /** Ours for two more minutes; where `rows` is said its message shows it. */
  hold(id: DropId, rows: number | null): Promise<void>;
  /** Not now. `busy`: only because another one is under way, which is no attempt. */
  later(id: DropId, why: "busy" | "not given out"): Promise<void>;
  found(id: DropId, found: Found, state: "waits" | "ended"): Promise<void>;
  /** Whose messages do not say what stands here. */
  untold(): Promise<readonly PersonId[]>;
  /** Theirs that their messages do not say yet; from now on they do. */
  tell(person: PersonId): Promise<readonly Drop[]>;
  keep(id: DropId, n: number, bytes: Uint8Array): Promise<void>;
  /** Null behind the last one. */
  piece(id: DropId, n: number): Promise<Uint8Array | null>;
  forget(id: DropId): Promise<void>;
  mapping(fingerprint: string): Promise<Mapping | null>;
  remember(fingerprint: string, mapping: Mapping, at: Date): Promise<void>;
}
