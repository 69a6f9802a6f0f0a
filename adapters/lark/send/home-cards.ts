// Cards that show somebody's home, as the parts of this adapter speak of them.
import type { Card } from "#src/view/card";

export interface Homes {
  /** Somebody asked for it: what comes to their own chat next may be it. */
  expects(workspace: string, user: string): Promise<void>;
  /** A message went to somebody's own chat. */
  posted(workspace: string, user: string, message: string, cards: readonly Card[]): Promise<void>;
  /** That message shows something else from now on. */
  left(workspace: string, user: string, message: string): Promise<void>;
  /** Somebody did something: their own card at once, those of the others a little later. Never throws. */
  acted(workspace: string, user: string): Promise<void>;
  /** Waits for those that are changed late. */
  settled(): Promise<void>;
  stop(): void;
}
