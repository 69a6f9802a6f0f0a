// What every surface must do, whatever it is: shown to be so by a bot that answers as it is told.
import { describe } from "vitest";
import { deliveries, directory, places } from "./deliveries.ts";
import { forms } from "./forms.ts";
import type { Adapter } from "./made.ts";
import { presses } from "./presses.ts";
import { saidAndShown } from "./shown.ts";

export function adapterContract(name: string, adapter: Adapter): void {
  describe(`${name}: what is said and shown`, () => {
    saidAndShown(adapter);
  });
  describe(`${name}: presses`, () => {
    presses(adapter);
  });
  describe(`${name}: forms`, () => {
    forms(adapter);
  });
  describe(`${name}: deliveries`, () => {
    deliveries(adapter);
  });
  describe(`${name}: the directory`, () => {
    directory(adapter);
  });
  describe(`${name}: places`, () => {
    places(adapter);
  });
}
