// The stylesheet and the script, read once from the package's own folder and served with an ETag.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";

interface Asset {
  readonly body: string;
  readonly type: string;
  readonly etag: string;
}

const types = {
  "playground.css": "text/css; charset=utf-8",
  "card.css": "text/css; charset=utf-8",
  "visit.css": "text/css; charset=utf-8",
  "early.js": "text/javascript; charset=utf-8",
  "playground.js": "text/javascript; charset=utf-8",
  "completions.js": "text/javascript; charset=utf-8",
  "composer.js": "text/javascript; charset=utf-8",
  "file-field.js": "text/javascript; charset=utf-8",
  "mark.svg": "image/svg+xml",
} as const;

export function assetRoutes(): Hono {
  const assets = new Map<string, Asset>(
    Object.entries(types).map(([name, type]) => [name, read(name, type)]),
  );
  return new Hono().get("/assets/:name", (c) => {
    const asset = assets.get(c.req.param("name"));
    if (asset === undefined) return c.notFound();
    c.header("ETag", asset.etag);
    c.header("Cache-Control", "no-cache");
    if (c.req.header("if-none-match") === asset.etag) return c.body(null, 304);
    return c.body(asset.body, 200, { "Content-Type": asset.type });
  });
}

function read(name: string, type: string): Asset {
  const body = readFileSync(join(assetsFolder(), name), "utf8");
  return {
    body,
    type,
    etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
  };
}

export const assetsFolder = (): string => join(packageRoot(), "adapters/web/assets");

/** tsc does not copy these files, so they are found from the package, not beside the compiled script. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!isPacer(folder)) {
    const up = dirname(folder);
    if (up === folder)
      throw new Error("the package.json of pacer was not found above the web adapter");
    folder = up;
  }
  return folder;
}

function isPacer(folder: string): boolean {
  const file = join(folder, "package.json");
  return (
    existsSync(file) &&
    (JSON.parse(readFileSync(file, "utf8")) as { name?: unknown }).name === "pacer"
  );
}
