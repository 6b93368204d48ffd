import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { bankTransactions, unreadableNotices } from "~db/schema/payments";
import { GUEST } from "~/domain/audit/actor";
import { placeCheckout } from "~/domain/flows/place-checkout.server";
import {
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  testSubmission,
} from "~/domain/flows/test-shop";
import { findCheckout } from "~/domain/orders/queries.server";
import type { NoticeProvider } from "~/domain/payments/bank-notice";
import { findPayment } from "~/domain/payments/queries.server";
import { signSepayNotice } from "~/domain/payments/sepay-signature.server";
import { cassoSignature, payosSignature } from "~/domain/payments/test-signatures";
import { now, setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { present } from "~/platform/invariant";
import { startOfDate } from "~/platform/period";
import { unseal } from "~/platform/seal.server";
import { openTestDatabase } from "~/platform/test-database.server";
import { openDoors, type Doors } from "./test-doors";

/** Test support: the doors of the bank's services, and one order that waits for money. */
const NOON = startOfDate("2026-11-22") + 12 * 3_600_000;
export const SECRET = "not-the-real-one-0001";
export const DUE = 222_000; // 185,000 and 37,000 for 700 g
export const SECRETS = {
  SEPAY_WEBHOOK_SECRET: SECRET,
  PAYOS_CHECKSUM_KEY: SECRET,
  CASSO_WEBHOOK_SECRET: SECRET,
};

export let code: string;
export let doors: Doors;
let close: () => void;

export function setUpBankDoors(): void {
  beforeAll(async () => {
    doors = await openDoors();
  });
  afterAll(() => doors.close());

  beforeEach(async () => {
    close = openTestDatabase(SECRETS);
    setClock(NOON);
    await insertTestShop();
    const productId = await insertTestProduct({ householdId: await insertTestHousehold() });
    const placed = await placeCheckout(
      GUEST,
      testSubmission({ lines: [{ productId, quantity: 1 }], expectedTotalVnd: DUE }),
    );
    if (!placed.ok) throw new Error(placed.code);
    code = placed.value.code;
  });
  afterEach(() => {
    setClock();
    close();
  });
}

export type Sent = { body: string; headers: Record<string, string> };
export type Options = {
  secret?: string;
  at?: number;
  id?: number;
  /** Fields in the provider's own words. */
  change?: Record<string, string | number | null>;
};

/** The same transfer in the words of each provider, genuinely signed. */
export const WORDS: Record<NoticeProvider, (options?: Options) => Sent> = {
  sepay: ({ secret = SECRET, at = now(), id = 1, change } = {}) => {
    const body = JSON.stringify({
      id,
      transactionDate: "2026-11-22 11:59:30",
      accountNumber: settings().BANK_ACCOUNT_NUMBER,
      content: code,
      transferType: "in",
      transferAmount: DUE,
      referenceCode: `FT${id}`,
      ...change,
    });
    const timestampSeconds = Math.floor(at / 1_000);
    const rawBody = new TextEncoder().encode(body);
    return { body, headers: signSepayNotice({ rawBody, secret, timestampSeconds }) };
  },
  payos: ({ secret = SECRET, id = 1, change } = {}) => {
    const data = {
      orderCode: 77,
      amount: DUE,
      description: code,
      accountNumber: settings().BANK_ACCOUNT_NUMBER,
      reference: `FT${id}`,
      transactionDateTime: "2026-11-22 11:59:30",
      currency: "VND",
      paymentLinkId: "link",
      code: "00",
      desc: "Thành công",
      counterAccountName: null,
      ...change,
    };
    const signature = payosSignature(data, secret);
    const outer = { code: "00", desc: "success", success: true };
    return { body: JSON.stringify({ ...outer, data, signature }), headers: {} };
  },
  casso: ({ secret = SECRET, at = now(), id = 1, change } = {}) => {
    const data = {
      id,
      reference: `FT${id}`,
      description: code,
      amount: DUE,
      runningBalance: 1_000_000,
      transactionDateTime: "2026-11-22 11:59:30",
      accountNumber: settings().BANK_ACCOUNT_NUMBER,
      counterAccountName: "Đặng Ứng",
      ...change,
    };
    const headers = { "X-Casso-Signature": cassoSignature(data, secret, at) };
    return { body: JSON.stringify({ error: 0, data }), headers };
  },
};
export const AMOUNT_FIELD = { sepay: "transferAmount", payos: "amount", casso: "amount" };

export const post = (provider: NoticeProvider, sent: Sent) => doors.knock(`bank/${provider}`, sent);

export const inbox = () => reader().select().from(bankTransactions);
export const unreadable = async () =>
  (await reader().select().from(unreadableNotices)).map((notice) => ({
    ...notice,
    body: unseal(notice.sealedBody, notice.id),
  }));

export async function paymentStatus() {
  const checkout = present(await findCheckout(code), "the checkout");
  return present(await findPayment(checkout.id), "its payment").status;
}
