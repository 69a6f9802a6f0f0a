// The log. It gets causes, codes and ids; never the text of a message, never a secret.

export interface Logger {
  info(fields: object, event: string): void;
  warn(fields: object, event: string): void;
  error(fields: object, event: string): void;
}
