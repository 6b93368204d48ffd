import { fold } from "~/platform/fold";
import type { StatementField } from "./statement-columns";

/**
 * What the big banks call their columns, folded (no diacritics, lower case), best first. A heading is often both
 * languages in one cell, `Ngày giao dịch/ Transaction date`. Gathered from published examples of statements of
 * Vietcombank, BIDV, VietinBank, Agribank, MB and Techcombank; another heading is chosen by hand.
 */
const WORDS: Readonly<Record<StatementField, readonly string[]>> = {
  date: [
    "ngay gio giao dich",
    "thoi gian giao dich",
    "ngay giao dich",
    "transaction date",
    "tnx date",
    "ngay gd",
    "ngay hach toan",
    "posting date",
    "ngay hieu luc",
    "effective date",
    "value date",
    "ngay",
    "date",
  ],
  credit: ["ghi co", "phat sinh co", "so tien co", "credit", "tien vao"],
  debit: ["ghi no", "phat sinh no", "so tien no", "debit", "tien ra"],
  balance: ["so du", "balance"],
  amount: ["so tien", "amount"],
  content: [
    "noi dung chi tiet",
    "noi dung giao dich",
    "noi dung",
    "dien giai",
    "mo ta",
    "transactions in detail",
    "description",
    "narrative",
    "details",
    "remark",
  ],
  reference: [
    "so tham chieu",
    "ma giao dich",
    "so but toan",
    "reference",
    "transaction no",
    "transaction number",
    "so chung tu",
    "so ct",
    "doc no",
  ],
  account: ["so tai khoan", "account number", "account no"],
};

/** Of the one who paid or was paid: no column of ours. */
const COUNTERPART =
  /doi ung|thu huong|doi tac|dich\b|nguoi (?:nhan|gui)|beneficiary|remitter|counter|correspond/;

/** A word alone that without its marks would be an English one: `Nợ` is a debit, `STT/No` a number. */
const BARE: Partial<Record<StatementField, RegExp>> = {
  credit: /(?:^|\P{L})có(?:\P{L}|$)/iu,
  debit: /(?:^|\P{L})nợ(?:\P{L}|$)/iu,
};

/** How well a heading names a field: 0 not at all, else the higher the better. */
export function fitOfHeading(heading: string, field: StatementField): number {
  const text = ` ${fold(heading)} `;
  if (text.trim() === "" || text.length > 120) return 0;
  if (field !== "content" && COUNTERPART.test(text.replaceAll("giao dich", ""))) return 0;
  if (field === "amount" && /ghi|phat sinh|debit|credit| co | no | du | balance /.test(text))
    return 0;
  const words = WORDS[field];
  const place = words.findIndex((word) => text.includes(` ${word} `));
  if (place !== -1) return words.length - place + 1;
  const bare = BARE[field];
  return bare?.test(heading.normalize("NFC")) ? 1 : 0;
}
