// The package's own folder: what is no program (SQL, the font, pages) is found from here.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const manifest = join(folder, "package.json");
    if (
      existsSync(manifest) &&
      (JSON.parse(readFileSync(manifest, "utf8")) as { name?: string }).name === "pacer"
    )
      return folder;
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error(
        "Pacer's package.json was not found above its own program files: install it again.",
      );
    folder = parent;
  }
}
