import { z } from "zod";

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Where events go: this machine only, so that nothing that a mock makes up can reach a stranger. */
export const ENDPOINT = z.strictObject({
  url: z
    .url({ protocol: /^https?$/, hostname: /./ })
    .refine((url) => LOOPBACK.test(new URL(url).hostname), {
      message: "webhooks go to this machine only (localhost, 127.0.0.1, [::1])",
    }),
  /** Several while a secret is being changed: each signs. */
  secrets: z.array(z.string().min(1)).min(1).max(5),
  /** As in Stripe's dashboard; all when absent. `charge.*` means all that begin so. */
  events: z.array(z.string()).max(50).optional(),
});

export type WebhookEndpoint = z.output<typeof ENDPOINT>;
