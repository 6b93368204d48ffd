import { desc } from "drizzle-orm";
import { bankPolls, bankTransactions, bankTransactionSightings } from "~db/schema/payments";
import { reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import type { BankFeed } from "./bank-feed";
import { POLL_FAILURES } from "./bank-list";
import { NOTICE_PROVIDERS } from "./bank-notice";
import { webhookSecrets } from "./bank-secrets.server";

/** Enough to see who tells us of lines these days, without reading all of them. */
const NEWEST = 200;

/** Each provider that is set up, or that told us of one of the newest lines; in the order of `NOTICE_PROVIDERS`. */
export async function listBankFeeds(): Promise<BankFeed[]> {
  const lines = await reader()
    .select({ provider: bankTransactions.provider, at: bankTransactions.receivedAt })
    .from(bankTransactions)
    .orderBy(desc(bankTransactions.receivedAt), desc(bankTransactions.id))
    .limit(NEWEST);
  const sightings = await reader()
    .select({
      provider: bankTransactionSightings.provider,
      at: bankTransactionSightings.receivedAt,
    })
    .from(bankTransactionSightings)
    .orderBy(desc(bankTransactionSightings.id)) // ids sort by the time they were made
    .limit(NEWEST);
  const polls = await reader().select().from(bankPolls).limit(NOTICE_PROVIDERS.length);
  const { SEPAY_API_TOKEN, CASSO_API_KEY } = settings();
  const polled = { sepay: SEPAY_API_TOKEN, casso: CASSO_API_KEY, payos: undefined };
  return NOTICE_PROVIDERS.map((provider): BankFeed => {
    const poll = polls.find((one) => one.provider === provider);
    const times = [...lines, ...sightings]
      .filter((line) => line.provider === provider)
      .map((line) => line.at);
    return {
      provider,
      takesNotices: webhookSecrets(provider).length > 0,
      isPolled: polled[provider] !== undefined,
      toldAt: times.length > 0 ? Math.max(...times) : null,
      polledAt: poll?.succeededAt ?? null,
      pollFailedAt: poll?.failedAt ?? null,
      failure: POLL_FAILURES.find((failure) => failure === poll?.failure) ?? null,
    };
  }).filter((feed) => feed.takesNotices || feed.isPolled || feed.toldAt !== null);
}
