// What opens pages in a browser: links signed by a key that is not in the database, and secrets of which it has hashes.
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Config } from "#src/config";
import { organisationId } from "#src/people/person";
import type { LinkName, Pages } from "#src/ports/chat/pages";
import { z } from "zod";

const idBytes = 16;
const signatureBytes = 32;

/** Without ENCRYPTION_KEY (a playground) the key is this process's own: its links end with it. */
export function createPages({
  PUBLIC_URL,
  ENCRYPTION_KEY,
}: Pick<Config, "PUBLIC_URL" | "ENCRYPTION_KEY">): Pages {
  const key = createHmac(
    "sha256",
    ENCRYPTION_KEY === undefined ? randomBytes(32) : Buffer.from(ENCRYPTION_KEY, "base64"),
  )
    .update("links to pages")
    .digest();
  const sign = (name: Buffer): Buffer => createHmac("sha256", key).update(name).digest();

  return {
    address: PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    tokenOf({ organisation, link }) {
      const name = Buffer.concat([bytesOf(organisation), bytesOf(link)]);
      return Buffer.concat([name, sign(name)]).toString("base64url");
    },
    read(token) {
      const bytes = Buffer.from(token, "base64url");
      if (bytes.length !== 2 * idBytes + signatureBytes || bytes.toString("base64url") !== token)
        return null;
      const name = bytes.subarray(0, 2 * idBytes);
      if (!timingSafeEqual(sign(name), bytes.subarray(2 * idBytes))) return null;
      return readName(name);
    },
    secret: () => randomBytes(32).toString("base64url"),
    hashOf: (secret) => createHash("sha256").update(`session ${secret}`).digest("base64url"),
  };
}

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll("-", ""), "hex");

const idOf = (bytes: Buffer): string =>
  bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

const name = z.object({ organisation: organisationId, link: z.uuid() });

function readName(bytes: Buffer): LinkName | null {
  const read = name.safeParse({
    organisation: idOf(bytes.subarray(0, idBytes)),
    link: idOf(bytes.subarray(idBytes)),
  });
  return read.success ? read.data : null;
}
