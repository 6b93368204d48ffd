import { expect, it } from "vitest";
import { GUEST, SYSTEM } from "~/domain/audit/actor";
import { createMailbox, tellAll } from "~/domain/flows/test-mailbox";
import { cancelPurchase } from "~/domain/flows/cancel-purchase.server";
import { expireCheckouts } from "~/domain/flows/expire-checkouts.server";
import { allocateLine } from "~/domain/flows/allocate-line.server";
import { approveDisbursement } from "~/domain/flows/approve-disbursement.server";
import { enterRefundAccount } from "~/domain/flows/enter-refund-account.server";
import { prepareRefund } from "~/domain/flows/prepare-refund.server";
import { insertTestOfficers } from "~/domain/flows/test-officers";
import { DUE, NOW, pay, place, receive, setUpTransfers } from "~/domain/flows/test-transfers";
import { setClock } from "~/platform/clock.server";
import { vnd } from "~/platform/money";
import { DAY_MS, HOUR_MS } from "~/platform/period";
import { later, word } from "./test-notices";

setUpTransfers();

/** What the buyer was told since the last look, of money. */
async function heard(): Promise<string[]> {
  const mailbox = createMailbox(word);
  await tellAll(mailbox);
  return [...mailbox.messages.values()]
    .filter(({ kind }) => kind.startsWith("payment_") || kind === "household_less_at_door")
    .map(({ words }) => `${words.text} ${words.link}`);
}

it("says how much has come, how much is missing and until when, after each part", async () => {
  const { code } = await place();
  await pay(code, 100_000);
  expect(await heard()).toEqual([
    expect.stringMatching(
      `^Đơn ${code} mới nhận 100\\.000đ, thiếu 122\\.000đ\\. Hạn chuyển: .+\\. https://cho\\.example/o/${code}\\.key$`,
    ),
  ]);
  await pay(code, 22_000);
  expect(await heard()).toEqual([expect.stringContaining("122.000đ, thiếu 100.000đ")]);
  await pay(code, 100_000);
  expect(await heard()).toEqual([]);
});

it("says nothing of what is missing once the rest has come", async () => {
  const { code } = await place();
  await pay(code, 100_000);
  await pay(code, DUE - 100_000);
  expect(await heard()).toEqual([]);
});

it("says that what was too much comes back", async () => {
  const { code } = await place();
  await pay(code, DUE + 5_000);
  expect(await heard()).toEqual([expect.stringContaining(`Đơn ${code} nhận thừa 5.000đ.`)]);
});

it("says that a second payment, a late one and a part that stayed one come back", async () => {
  const back = (code: string, amount: string) =>
    expect.stringContaining(
      `Đơn ${code} không còn chờ tiền. Xin ghi tài khoản để chợ trả lại ${amount}.`,
    );
  const twice = await place();
  await pay(twice.code, DUE);
  await pay(twice.code, DUE);
  expect(await heard()).toEqual([back(twice.code, "222.000đ")]);
  const part = await place();
  await pay(part.code, 100_000);
  await heard();
  setClock(NOW + 3 * DAY_MS);
  await expireCheckouts(SYSTEM);
  expect(await heard()).toEqual([back(part.code, "100.000đ")]);
  await pay(part.code, 30_000);
  expect(await heard()).toEqual([back(part.code, "30.000đ")]);
});

it("waits for the morning with what has time, and tells a late payment that was accepted only as paid", async () => {
  const called = await place();
  await pay(called.code, 100_000);
  await heard();
  later(14 * HOUR_MS); // 23:00
  await cancelPurchase(GUEST, { checkoutCode: called.code });
  expect(await heard()).toEqual([]);
  later(8 * HOUR_MS);
  expect(await heard()).toHaveLength(1);
  const late = await place();
  later(3 * DAY_MS);
  await expireCheckouts(SYSTEM);
  await pay(late.code, DUE);
  expect(await heard()).toEqual([]);
});

it("says that money was sent back, and that the buyer's bank did not take it", async () => {
  const [one, two] = await insertTestOfficers();
  const { code, id: ownerId } = await place();
  await pay(code, DUE + 50_000);
  await heard();
  const account = { bankBin: "970405", accountNumber: "2200000067890", accountName: "MAU" };
  await enterRefundAccount(GUEST, { ownerId, account });
  expect(await heard()).toEqual([
    expect.stringContaining(
      `Đơn ${code}: tiền sẽ trả về tài khoản số cuối 7890. Không phải bạn ghi? Gọi ngay Sở.`,
    ),
  ]);
  const prepared = await prepareRefund(one, { ownerId, amountVnd: vnd(50_000) });
  if (!prepared.ok) throw new Error(prepared.code);
  const sent = prepared.value.code;
  await approveDisbursement(two, { code: sent });
  expect(await heard()).toEqual([]);
  await receive({ direction: "out", content: sent, amountVnd: vnd(50_000) });
  expect(await heard()).toEqual([
    expect.stringContaining(`Đã chuyển trả 50.000đ của đơn ${code} về tài khoản bạn ghi.`),
  ]);
  const back = await receive({ content: `TRA LAI ${sent}`, amountVnd: vnd(50_000) });
  await allocateLine(one, {
    bankTransactionId: back.bankTransactionId,
    note: "Tài khoản đóng",
    parts: [{ purpose: "disbursement", code: sent, amountVnd: vnd(50_000) }],
  });
  expect(await heard()).toEqual([
    expect.stringContaining(`Ngân hàng trả về 50.000đ của đơn ${code}.`),
  ]);
});

it("tells a household that less is to be taken at its door, each time that money comes", async () => {
  const { code } = await place("cod");
  await heard();
  const told = (amount: string) =>
    expect.stringContaining(
      `Đơn ${code}-1: khách đã trả trước. Khi giao chỉ thu ${amount}, nhớ báo bên giao.`,
    );
  await pay(code, 100_000);
  expect(await heard()).toEqual([told("122.000đ")]);
  await pay(code, 122_000);
  expect(await heard()).toEqual([told("0đ")]);
});
