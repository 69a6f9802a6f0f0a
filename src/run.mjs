// Runs one of the sources as it is: Node 22.18 and newer by themselves, older ones through tsx.
// `node src/run.mjs src/main.ts …`: the file, then what it is given.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

if (!process.features.typescript) (await import("tsx/esm/api")).register();
const [file] = process.argv.splice(2, 1);
process.argv[1] = resolve(file);
await import(pathToFileURL(process.argv[1]).href);
