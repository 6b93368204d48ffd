import { now } from "~/platform/clock.server";
import { settings } from "~/platform/env.server";
import { sendHttp } from "~/platform/http-client.server";
import { invariant, present } from "~/platform/invariant";
import { serverAddress } from "~/platform/server-address.server";
import { webhookSecrets } from "./bank-secrets.server";
import { signSepayNotice } from "./sepay-signature.server";
import { sumMoved } from "./queries-moved.server";
import { simulatedNoticeSchema, type SimulatedNotice } from "./simulated-notice";

const WEBHOOK_PATH = "/webhooks/bank/sepay";

/** What the demo's account held before its first line. */
const SIMULATED_OPENING_VND = 20_000_000;

/**
 * Outbox handler: posts a simulated transfer to this process's own webhook, signed as SePay signs. It throws
 * unless the answer is 2xx, so that the outbox tries again; the same notice twice counts once.
 */
export async function sendSimulatedNotice(payload: unknown): Promise<void> {
  invariant(settings().APP_MODE === "demo", "the bank simulator is for demos");
  const notice = simulatedNoticeSchema.parse(payload);
  const body = JSON.stringify({ ...notice, accumulated: await balanceAfter(notice) });
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

/** What SePay calls `accumulated`; 0, which says nothing, where no true account would have so little. */
async function balanceAfter(notice: SimulatedNotice): Promise<number> {
  const { accountNumber, transferType, transferAmount } = notice;
  const before = SIMULATED_OPENING_VND + (await sumMoved(accountNumber));
  return Math.max(0, before + (transferType === "in" ? transferAmount : -transferAmount));
}
