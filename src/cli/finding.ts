// One line of doctor's.
export interface Finding {
  readonly what: string;
  readonly well: boolean;
  /** Somebody should look, though the bot works. */
  readonly warns?: true;
  readonly says: string;
}

export const well = (what: string, says: string): Finding => ({ what, well: true, says });
export const odd = (what: string, says: string): Finding => ({ what, well: true, warns: true, says });
export const ill = (what: string, says: string): Finding => ({ what, well: false, says });
