// Sealing with AES-256-GCM. Sealed text is `v1.<key id>.<nonce>.<tag>.<text>`, all base64url; the row it belongs to is bound in as
// additional data, so that a token copied to another row does not open there.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { SealBroken, type Secrets } from "#src/ports/process/secrets";

const version = "v1";
const nonceBytes = 12;

/** `keys`: base64 of 32 bytes each; the first one seals, the others still open what they sealed. */
export function createSecrets(keys: readonly [string, ...string[]]): Secrets {
  const known = new Map(keys.map((each) => [keyIdOf(each), keyOf(each)]));
  const [current, currentKey] = [keyIdOf(keys[0]), keyOf(keys[0])];
  return {
    seal(text, belongsTo) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", currentKey, nonce);
      cipher.setAAD(Buffer.from(`${version}.${current}\n${belongsTo}`));
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return [
        version,
        current,
        ...[nonce, cipher.getAuthTag(), sealed].map((each) => each.toString("base64url")),
      ].join(".");
    },
    open(sealed, belongsTo) {
      const [kind, id = "", nonce = "", tag = "", text = "", ...more] = sealed.split(".");
      const key = known.get(id);
      if (kind !== version || more.length > 0)
        throw new SealBroken("This is not something that was sealed here.");
      if (!key)
        throw new SealBroken(
          `It was sealed with another ENCRYPTION_KEY (its id is ${id}): put that one back.`,
        );
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64url"), {
          authTagLength: 16,
        });
        decipher.setAAD(Buffer.from(`${kind}.${id}\n${belongsTo}`));
        decipher.setAuthTag(Buffer.from(tag, "base64url"));
        return (
          decipher.update(Buffer.from(text, "base64url"), undefined, "utf8") +
          decipher.final("utf8")
        );
      } catch (error) {
        throw new SealBroken("What was sealed was altered, or moved from another row.", {
          cause: error,
        });
      }
    },
    isStale: (sealed) => sealed.split(".")[1] !== current,
  };
}

/** Null where it was sealed with a key that is not there, or altered. */
export function openOrNull(secrets: Secrets, sealed: string, belongsTo: string): string | null {
  try {
    return secrets.open(sealed, belongsTo);
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}

const keyOf = (key: string): Buffer => Buffer.from(key, "base64");

/** Names a key without telling anything of it. */
export const keyIdOf = (key: string): string =>
  createHash("sha256").update(`pacer key id\n${key}`).digest("base64url").slice(0, 8);
