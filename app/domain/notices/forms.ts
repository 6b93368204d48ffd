import { z } from "zod";
import { isPushService } from "./push-services";

/** Base64url of so many bytes: a point of the P-256 curve, and the secret of RFC 8291. */
const keyOf = (letters: number) =>
  z.string({ error: "browser_invalid" }).regex(new RegExp(`^[A-Za-z0-9_-]{${letters}}=*$`), {
    error: "browser_invalid",
  });

/** What a browser says of itself when somebody wants to be told in it. */
export const browserForm = z.object({
  endpoint: z
    .string({ error: "browser_invalid" })
    .max(1_000, { error: "browser_invalid" })
    .refine(isPushService, { error: "browser_invalid" }),
  p256dh: keyOf(87),
  auth: keyOf(22),
});

/** Where a person wants to be told. */
export const emailForm = z.object({
  email: z
    .string({ error: "email_missing" })
    .trim()
    .max(200, { error: "email_invalid" })
    .pipe(z.email({ error: "email_invalid" })),
});
