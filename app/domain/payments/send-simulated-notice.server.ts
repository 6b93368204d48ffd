import { now } from "~/platform/clock.server";
import { settings } from "~/platform/env.server";
import { sendHttp } from "~/platform/http-client.server";
import { invariant, present } from "~/platform/invariant";
import { serverAddress } from "~/platform/server-address.server";
import { webhookSecrets } from "./bank-secrets.server";
import { signSepayNotice } from "./sepay-signature.server";
import { simulatedNoticeSchema } from "./simulated-notice";

const WEBHOOK_PATH = "/webhooks/bank/sepay";

/**
 * Outbox handler: posts a simulated transfer to this process's own webhook, signed as SePay signs. It throws
 * unless the answer is 2xx, so that the outbox tries again; the same notice twice counts once.
 */
export async function sendSimulatedNotice(payload: unknown): Promise<void> {
  invariant(settings().APP_MODE === "demo", "the bank simulator is for demos");
  const body = JSON.stringify(simulatedNoticeSchema.parse(payload));
  const answer = await sendHttp({
    method: "POST",
    url: serverAddress() + WEBHOOK_PATH,
    headers: {
      "Content-Type": "application/json",
      ...signSepayNotice({
        rawBody: new TextEncoder().encode(body),
        secret: present(webhookSecrets("sepay")[0], "a demo has a webhook secret"),
        timestampSeconds: Math.floor(now() / 1_000),
      }),
    },
    body,
  });
  if (!answer.ok) throw new Error(answer.code);
  if (answer.value.status < 200 || answer.value.status > 299) {
    throw new Error(`webhook answered ${answer.value.status}`);
  }
}
