import type { HeldForm } from "./held-form";
import { payloadTooLarge } from "./http-errors";
import { refuseStrangeNames, readFormData } from "./mutation.server";

/** As much as a form without a file may bring. */
const TYPED_MAX_BYTES = 64 * 1_024;

/** A form to be sent to its own door later. Throws 400 and 413 Responses for what no form of ours brings. */
export async function readHeldForm(request: Request): Promise<HeldForm> {
  const form = await readFormData(request);
  refuseStrangeNames(form);
  const fields = [...form].flatMap(([name, value]) =>
    typeof value === "string" ? [{ name, value }] : [],
  );
  const bytes = fields.reduce((sum, { value }) => sum + Buffer.byteLength(value), 0);
  if (bytes > TYPED_MAX_BYTES) throw payloadTooLarge();
  const hasFiles = [...form.values()].some((one) => typeof one !== "string" && one.size > 0);
  return { fields, hasFiles };
}
