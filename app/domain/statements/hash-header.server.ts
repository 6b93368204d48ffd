import { createHash } from "node:crypto";
import { fold } from "~/platform/fold";

/** Of the headings as they are read, so that the same bank's next file is known again. */
export function hashHeader(headings: readonly string[]): string {
  return createHash("sha256")
    .update(JSON.stringify(headings.map(fold)))
    .digest("hex");
}
