import { z } from "zod";
import { isBrowserKey, isBrowserSecret } from "./push-keys";
import { isPushService } from "./push-services";

const said = (isRight: (text: string) => boolean) =>
  z
    .string({ error: "browser_invalid" })
    .max(1_000, { error: "browser_invalid" })
    .refine(isRight, { error: "browser_invalid" });

/** What a browser says of itself when somebody wants to be told in it. */
export const browserForm = z.object({
  endpoint: said(isPushService),
  p256dh: said(isBrowserKey),
  auth: said(isBrowserSecret),
});

/** Where a person wants to be told. */
export const emailForm = z.object({
  email: z
    .string({ error: "email_missing" })
    .trim()
    .max(200, { error: "email_invalid" })
    .pipe(z.email({ error: "email_invalid" })),
});
