import { z } from "zod";

/** A yes to the dry run that was shown. */
export const consentForm = z.object({
  planHash: z
    .string({ error: "form_outdated" })
    .regex(/^[0-9a-f]{32}$/, { error: "form_outdated" }),
});
