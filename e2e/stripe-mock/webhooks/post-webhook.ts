import type { WebhookFault } from "../control/faults";
import { signWebhook } from "./sign";

/** One line of the delivery log. */
export type Attempt = {
  at: number;
  event: string;
  type: string;
  endpoint: string;
  attempt: number;
  fault?: string;
  status?: number;
  error?: string;
};

type Post = {
  url: string;
  secrets: string[];
  body: string;
  now: number;
  fault: WebhookFault | undefined;
  signal: AbortSignal;
};

const TIMEOUT_MS = 10_000;

/** Sends one webhook; a redirect is a failure, as it is to Stripe. */
export async function postWebhook(post: Post): Promise<{ status?: number; error?: string }> {
  const skewS = post.fault?.kind === "webhook_skew" ? post.fault.seconds : 0;
  const timestamp = Math.floor(post.now / 1000) + skewS;
  const signature = signWebhook(post.body, post.secrets, timestamp);
  try {
    const response = await fetch(post.url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "Stripe-Signature": signature,
        "User-Agent": "stripe-mock/0.1 (a stand-in, not Stripe)",
      },
      body: post.fault?.kind === "webhook_corrupt" ? corrupted(post.body) : post.body,
      redirect: "manual",
      signal: AbortSignal.any([post.signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    await response.body?.cancel();
    return { status: response.status };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** One byte other than signed, and still JSON: the digit of a number. */
function corrupted(body: string): string {
  return body.replace(/("created": \d*)(\d)/, (_match, head: string, last: string) => {
    return `${head}${(Number(last) + 1) % 10}`;
  });
}
