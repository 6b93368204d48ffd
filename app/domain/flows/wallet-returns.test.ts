import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { UserActor } from "~/domain/audit/actor";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import { findDisbursement } from "~/domain/settlement/queries-disbursements.server";
import { householdPayout } from "~/domain/settlement/queries-payouts.server";
import { findWalletReturn } from "~/domain/settlement/queries-wallets.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { allocateLine } from "./allocate-line.server";
import { answerWalletReturn } from "./answer-wallet-return.server";
import { confirmWalletPayout } from "./confirm-wallet-payout.server";
import { reportWalletPayout } from "./report-wallet-payout.server";
import { sayWalletReturned } from "./say-wallet-returned.server";
import { createMailbox, tellAll } from "./test-mailbox";
import { insertTestOfficers } from "./test-officers";
import { householdId, setUpOrders } from "./test-orders";
import { approved, delivered, EARNED, enter, later, leave } from "./test-payouts";
import { withdrawDisbursement } from "./withdraw-disbursement.server";

setUpOrders();

const WALLET = { bankBin: "MM-VIETTEL", accountNumber: "0900000009", accountName: "HO MAU" };
const NOTE = "Ví của hộ đã đóng, nhà mạng hoàn VT-H1";
let one: UserActor;
let two: UserActor;
let code: string;
beforeEach(async () => {
  [one, two] = await insertTestOfficers();
  await enter(WALLET);
  await delivered();
  later(12);
  code = (await approved(one, two)).payout.code;
  await topUp(300_000);
});
// The bank's own balance is not played here.
afterEach(async () => {
  expect((await checkLedger()).filter(({ subjectId }) => subjectId !== "bank")).toEqual([]);
});

async function topUp(amountVnd: number) {
  const line = await leave("NAP VI VIETTEL", amountVnd);
  const said = await allocateLine(one, {
    bankTransactionId: line.bankTransactionId,
    note: "Nạp ví của chợ",
    parts: [{ purpose: "wallet", code: "Viettel", amountVnd: vnd(amountVnd) }],
  });
  expect(said).toMatchObject({ ok: true });
}
const held = () => balanceOf({ kind: "mobile_wallet", ownerId: "MM-VIETTEL" });
const owed = () => balanceOf({ kind: "household", ownerId: householdId });
const report = (reference = "VT-1", of = code) => reportWalletPayout(one, { code: of, reference });
const agree = (by = two, of = code) => confirmWalletPayout(by, { code: of });
const status = async (of = code) => (await findDisbursement(of))?.status;

describe("a Mobile Money payout that was withdrawn although it had been sent", () => {
  const withdraw = () => withdrawDisbursement(two, { code, note: "Nhầm" });

  it("is paid once a second person has seen so, also who withdrew it", async () => {
    await report();
    expect(await withdraw()).toMatchObject({ ok: true });
    expect(await owed()).toBe(EARNED);
    expect(await agree(one)).toMatchObject({ code: "second_person_needed" });
    expect(await agree()).toMatchObject({ ok: true });
    expect(await agree()).toMatchObject({ ok: true });
    expect([await status(), await owed(), await held()]).toEqual(["paid", 0, 300_000 - EARNED]);
    expect((await householdPayout(householdId)).payable.payableVnd).toBe(0);
  });

  it("may be said to have been sent after it was withdrawn", async () => {
    await withdraw();
    expect(await report()).toMatchObject({ ok: true });
    expect(await agree()).toMatchObject({ ok: true });
    expect(await status()).toBe("paid");
  });

  it("waits while another payout has its orders, and is paid once that was withdrawn", async () => {
    await report();
    await withdraw();
    const again = await approved(one, two, "again-again-again-01");
    expect(await agree()).toMatchObject({ code: "wallet_paid_again" });
    await withdrawDisbursement(two, { code: again.payout.code, note: "Đã trả bằng khoản trước" });
    expect(await agree()).toMatchObject({ ok: true });
    expect([await status(), await status(again.payout.code)]).toEqual(["paid", "withdrawn"]);
  });
});

describe("a Mobile Money payout that came back", () => {
  beforeEach(async () => {
    await report();
    await agree();
  });
  const say = (by = one) => sayWalletReturned(by, { code, note: NOTE });
  const shown = async () =>
    present(await findWalletReturn(reader(), present(await findDisbursement(code), "").id), "said");
  const answer = async (by: UserActor, decision: "agree" | "refuse") =>
    answerWalletReturn(by, { code, decision, reportedAt: (await shown()).reportedAt });

  it("is owed again once two people have seen it, and the household is told", async () => {
    const mailbox = createMailbox();
    await tellAll(mailbox);
    expect(await say()).toMatchObject({ ok: true });
    expect(await say()).toMatchObject({ ok: true });
    expect(await say(two)).toMatchObject({ code: "wallet_return_waiting" });
    expect(await answer(one, "agree")).toMatchObject({ code: "second_person_needed" });
    expect([await status(), await owed()]).toEqual(["paid", 0]);
    expect(await answer(two, "agree")).toMatchObject({ ok: true });
    expect(await answer(two, "agree")).toMatchObject({ ok: true });
    expect([await status(), await owed(), await held()]).toEqual(["returned", EARNED, 300_000]);
    await tellAll(mailbox);
    expect(mailbox.kinds()).toContain("household_payout_bounced");
    const view = present(await findDisbursement(code), "gone");
    expect(view.moves.at(-1)).toMatchObject({ toStatus: "returned", note: NOTE });
  });

  it("is paid anew, by a payout of its own", async () => {
    await say();
    await answer(two, "agree");
    await enter({ ...WALLET, accountNumber: "0911111111" });
    later(4);
    const again = (await approved(one, two, "again-again-again-02")).payout;
    expect(again.amountVnd).toBe(EARNED);
    await report("VT-2", again.code);
    expect(await agree(two, again.code)).toMatchObject({ ok: true });
    expect([await owed(), await held()]).toEqual([0, 300_000 - EARNED]);
  });

  it("stays paid where somebody says that it did not come back, and may be said again", async () => {
    await say();
    const { reportedAt } = await shown();
    expect(await answer(two, "refuse")).toMatchObject({ ok: true });
    expect(await status()).toBe("paid");
    later(1);
    await say(two);
    expect(await answerWalletReturn(one, { code, decision: "agree", reportedAt })).toMatchObject({
      code: "form_outdated",
    });
    expect(await answer(one, "agree")).toMatchObject({ ok: true });
    expect(await status()).toBe("returned");
  });
});

it("says of nothing that has not been sent that it came back", async () => {
  expect(await sayWalletReturned(one, { code, note: NOTE })).toMatchObject({
    code: "wallet_not_sent",
  });
});
