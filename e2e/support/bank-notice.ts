import { createHmac } from "node:crypto";
import { WEBHOOK_SECRET } from "./shop";

export type Notice = {
  id: number;
  amountVnd: number;
  content: string;
  accountNumber?: string;
  /** What the account is said to hold after it; 0 without, which says nothing. */
  balanceVnd?: number;
  /** `YYYY-MM-DD HH:mm:ss` in Vietnam. */
  at?: string;
};

/** A SePay-shaped notice of an incoming transfer, as JSON. */
export function noticeBody(notice: Notice): string {
  return JSON.stringify({
    id: notice.id,
    gateway: "Agribank",
    transactionDate: notice.at ?? "2026-11-22 09:15:00",
    accountNumber: notice.accountNumber ?? "8888000012345",
    code: null,
    content: notice.content,
    transferType: "in",
    transferAmount: notice.amountVnd,
    accumulated: notice.balanceVnd ?? 0,
    subAccount: null,
    referenceCode: `FT${notice.id}`,
    description: notice.content,
  });
}

/** The headers by which the provider proves itself; written apart from the product's code on purpose. */
export function noticeHeaders(body: string, secret = WEBHOOK_SECRET): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
  return {
    "Content-Type": "application/json",
    "X-SePay-Timestamp": timestamp,
    "X-SePay-Signature": `sha256=${signature}`,
  };
}

export function sendNotice(origin: string, notice: Notice): Promise<Response> {
  return sendNoticeBody(origin, noticeBody(notice));
}

/** Whatever text, genuinely signed. */
export function sendNoticeBody(origin: string, body: string): Promise<Response> {
  return fetch(`${origin}/webhooks/bank/sepay`, {
    method: "POST",
    headers: noticeHeaders(body),
    body,
  });
}
