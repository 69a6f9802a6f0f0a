// The log. It gets ids, codes and causes; never the text of a message, a name or an e-mail, never a secret.

/**
 * What a line says besides its event. What went wrong stands under `error`, as it was caught: the logger makes of it what the log may
 * have, so nobody takes it apart before. Everything else is an id, a code, a count or a word of ours.
 */
type Logged<Fields> = {
  readonly [Key in keyof Fields]: Key extends "error"
    ? unknown
    : string | number | boolean | null | undefined | readonly string[];
};

type Log = <Fields extends object>(fields: Fields & Logged<Fields>, event: string) => void;

export interface Logger {
  readonly info: Log;
  readonly warn: Log;
  readonly error: Log;
}

/** An error whose message holds nothing but our own words, codes and names of columns. Of any other the log gets no message. */
export interface Loggable extends Error {
  readonly loggable: true;
}
