// Workspaces that ask to be let in to an organisation others are in. An admin of it answers in a chat, or the operator on the machine.
import type { InstallationKey } from "./installations.ts";

export interface InstallationRequest extends InstallationKey {
  /** Another one each time it is asked. */
  readonly id: string;
  /** The workspace's own name. */
  readonly name: string;
  /** The account of who asks, and their name, as far as the platform tells; null once all is answered. */
  readonly askedBy: string | null;
  readonly askedByName: string | null;
  readonly askedAt: Date;
  readonly state: "open" | "let in" | "refused";
  readonly decidedBy: "person" | "operator" | null;
  /** Once it is let in: whether who asked may set up too. Null: nobody is asked that. */
  readonly installer: "open" | "yes" | "no" | null;
}

export interface RequestStore {
  /** Of this organisation; null where it is gone. */
  request(id: string): Promise<InstallationRequest | null>;
  /** False where it was answered before. */
  letIn(id: string, at: Date): Promise<boolean>;
  /** Whether who asked may set up too: by that account from now on, also if they come only later. False where it was answered before. */
  answerInstaller(id: string, may: boolean): Promise<boolean>;
  /** Its token is thrown away. False where it was answered before. */
  refuse(id: string, at: Date): Promise<boolean>;
}
