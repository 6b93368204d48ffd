import { beforeEach, describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/audit/actor";
import { payoutCsv } from "~/domain/settlement/payout-csv.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { vnd } from "~/platform/money";
import { allocateLine } from "./allocate-line.server";
import { approvePayouts } from "./approve-payouts.server";
import { confirmWalletPayout } from "./confirm-wallet-payout.server";
import { exportPayouts } from "./export-payouts.server";
import { preparePayouts } from "./prepare-payouts.server";
import { reportWalletPayout } from "./report-wallet-payout.server";
import { insertTestOfficers } from "./test-officers";
import { householdId, setUpOrders } from "./test-orders";
import {
  ACCOUNT,
  approved,
  delivered,
  EARNED,
  enter,
  later,
  leave,
  payoutOf,
} from "./test-payouts";

setUpOrders();

const WALLET = { bankBin: "MM-VIETTEL", accountNumber: "0900000009", accountName: "HO MAU" };
let one: UserActor;
let two: UserActor;
beforeEach(async () => {
  [one, two] = await insertTestOfficers();
});

async function approvedFor(account: typeof WALLET) {
  await enter(account);
  await delivered();
  later(12);
  return approved(one, two);
}

describe("a payout by Mobile Money", () => {
  const held = () => balanceOf({ kind: "mobile_wallet", ownerId: "MM-VIETTEL" });

  it("is sent by hand, and two people say so, out of what the bank has sent to the telecom", async () => {
    const { code, payout } = await approvedFor(WALLET);
    const report = () => reportWalletPayout(one, { code: payout.code, reference: "vt-88421" });
    expect(await report()).toMatchObject({ ok: true });
    expect(await report()).toMatchObject({ ok: true });
    expect(await confirmWalletPayout(one, { code: payout.code })).toMatchObject({
      code: "second_person_needed",
    });
    expect(await confirmWalletPayout(two, { code: payout.code })).toEqual({
      ok: false,
      code: "wallet_short",
      detail: { heldVnd: 0 },
    });
    const line = await leave("NAP VI VIETTEL", 300_000);
    const said = await allocateLine(one, {
      bankTransactionId: line.bankTransactionId,
      note: "Nạp ví của chợ",
      parts: [{ purpose: "wallet", code: "Viettel", amountVnd: vnd(300_000) }],
    });
    expect(said).toMatchObject({ ok: true });
    expect(await confirmWalletPayout(two, { code: payout.code })).toMatchObject({ ok: true });
    expect(await confirmWalletPayout(two, { code: payout.code })).toMatchObject({ ok: true });
    expect(await held()).toBe(300_000 - EARNED);
    expect(await payoutOf(code)).toMatchObject({ status: "paid" });
  });

  it("is none of the bank's file and none of a line that is the whole batch", async () => {
    const { code } = await approvedFor(WALLET);
    expect(await exportPayouts(one, { code })).toMatchObject({ code: "batch_nothing_to_send" });
    const line = await leave("CHI LO", EARNED);
    const said = await allocateLine(one, {
      bankTransactionId: line.bankTransactionId,
      note: "Tệp chi lô",
      parts: [{ purpose: "batch", code, amountVnd: vnd(EARNED) }],
    });
    expect(said).toMatchObject({ code: "part_batch_differs" });
  });

  it("takes no reference twice and no payout that goes to a bank", async () => {
    const { payout } = await approvedFor(ACCOUNT);
    expect(await reportWalletPayout(one, { code: payout.code, reference: "VT-1" })).toMatchObject({
      code: "wallet_not_awaited",
    });
  });
});

describe("the file for the bank", () => {
  it("has whole accounts with their zeros, amounts as digits and the code as memo", async () => {
    const { code, payout } = await approvedFor(ACCOUNT);
    const rows = await exportPayouts(two, { code });
    if (!rows.ok) throw new Error(rows.code);
    const csv = payoutCsv(rows.value, ["STT", "So", "Ten", "NH", "BIN", "Tien", "ND"]);
    expect(csv).toBe(
      `\uFEFF"STT","So","Ten","NH","BIN","Tien","ND"\r\n` +
        `"1","0200000067890","HO MAU MEO VAC","Agribank","970405","${EARNED}","${payout.code}"\r\n`,
    );
  });

  it("is not there before its second person has agreed, nor once all of it has left", async () => {
    await enter();
    await delivered();
    later(12);
    const batch = await preparePayouts(one, {
      householdIds: [householdId],
      submissionKey: "file-before-approval-1",
    });
    if (!batch.ok) throw new Error(batch.code);
    const file = () => exportPayouts(one, batch.value);
    expect(await file()).toMatchObject({ code: "batch_nothing_to_send" });
    await approvePayouts(two, batch.value);
    expect(await file()).toMatchObject({ ok: true });
    const payout = await payoutOf(batch.value.code);
    await leave(payout?.code ?? "", EARNED);
    expect(await file()).toMatchObject({ code: "batch_nothing_to_send" });
  });

  it("holds no formula, whatever a name begins with", () => {
    const row = { ...ACCOUNT, accountName: "=1+1", bankName: "@NH", amountVnd: 1, code: "UR" };
    expect(payoutCsv([row], [])).toContain(`"'=1+1","'@NH"`);
  });
});
