import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { checkouts } from "~db/schema/orders";
import { transfers } from "~db/schema/settlement";
import { transferClaims } from "~db/schema/payments-claims";
import { GUEST } from "~/domain/audit/actor";
import { exportPurchase } from "~/domain/buyers/queries-export.server";
import { forgetClaims } from "~/domain/payments/forget-claims.server";
import { claimForm } from "~/domain/payments/forms-claim";
import { listClaims, listOwnClaims } from "~/domain/payments/queries-claims.server";
import { inTransaction, reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { sentWhole } from "~/platform/parts.server";
import { DAY_MS, HOUR_MS } from "~/platform/period";
import { answerClaim } from "./answer-claim.server";
import { sendClaim } from "./send-claim.server";
import { insertOfficer } from "./test-statements";
import { DUE, expire, NOW, pay, place, receive, setUpTransfers } from "./test-transfers";

setUpTransfers();

const claimOf = (code: string, change: Partial<Parameters<typeof sendClaim>[1]> = {}) => ({
  code,
  claimId: newId("tcl"),
  amountVnd: DUE,
  transferredAt: NOW - HOUR_MS,
  bankReference: "FT1",
  photo: null,
  ...change,
});
const photos = () => {
  const folder = join(settings().DATA_DIR, "private", "proofs");
  return existsSync(folder) ? readdirSync(folder) : [];
};
const picture = async () =>
  new Uint8Array(
    await sharp({ create: { width: 640, height: 480, channels: 3, background: "#345" } })
      .jpeg()
      .toBuffer(),
  );

describe("case 47: a buyer's word with proof", () => {
  it("waits for the department beside the bank's lines that it may mean, and moves no money", async () => {
    const { code, id } = await place();
    await receive({ content: "khong ma", amountVnd: vnd(DUE), occurredAt: NOW - 2 * HOUR_MS });
    await receive({ content: "khac tien", amountVnd: vnd(DUE - 1), occurredAt: NOW });
    await receive({ content: "lau roi", amountVnd: vnd(DUE), occurredAt: NOW - 4 * DAY_MS });
    const before = (await reader().select().from(transfers)).length;
    const claim = claimOf(code, { photo: sentWhole(await picture()) });
    expect(await sendClaim(GUEST, claim)).toEqual({ ok: true, value: null });
    expect(await sendClaim(GUEST, claim)).toEqual({ ok: true, value: null }); // the form sent twice
    const list = await listClaims({ isOpen: true, page: 1 });
    expect(list.claims).toMatchObject([
      { checkoutCode: code, amountVnd: DUE, remainingVnd: DUE, hasPhoto: true },
    ]);
    expect(list.claims[0]?.likelyLines.map((line) => line.content)).toEqual(["khong ma"]);
    expect(photos()).toHaveLength(1);
    expect((await reader().select().from(transfers)).length).toBe(before);
    expect(await listOwnClaims(id)).toMatchObject([{ status: "open", answer: null }]);
  });

  it("is answered once, in words that the buyer reads", async () => {
    const { code, id } = await place();
    const { actor } = await insertOfficer();
    const claim = claimOf(code);
    await sendClaim(GUEST, claim);
    const said = {
      claimId: claim.claimId,
      to: "not_found",
      answer: "Chưa thấy, xin hỏi ngân hàng.",
    };
    const answer = { ...said, to: "not_found" } as const;
    expect((await answerClaim(actor, answer)).ok).toBe(true);
    expect((await answerClaim(actor, answer)).ok).toBe(true);
    const other = await answerClaim(actor, { ...answer, to: "found" });
    expect(other).toMatchObject({ code: "claim_answered" });
    expect(await listOwnClaims(id)).toMatchObject([{ status: "not_found", answer: said.answer }]);
    const none = await answerClaim(actor, { ...answer, claimId: newId("tcl") });
    expect(none).toMatchObject({ code: "claim_not_found" });
  });

  it("closes by itself when the order is paid", async () => {
    const { code, id } = await place();
    await sendClaim(GUEST, claimOf(code));
    await pay(code, DUE - 1);
    expect(await listOwnClaims(id)).toMatchObject([{ status: "open" }]);
    await pay(code, 1);
    expect(await listOwnClaims(id)).toMatchObject([{ status: "closed" }]);
  });

  it("is taken while money is waited for or came too late, also for the door, and not of what is paid", async () => {
    const paid = await place();
    await pay(paid.code, DUE);
    expect(await sendClaim(GUEST, claimOf(paid.code))).toMatchObject({ code: "claim_not_awaited" });
    const atDoor = await place("cod");
    expect((await sendClaim(GUEST, claimOf(atDoor.code))).ok).toBe(true);
    const late = await place();
    await expire();
    expect((await sendClaim(GUEST, claimOf(late.code))).ok).toBe(true);
    expect(await sendClaim(GUEST, claimOf("UQ2222222"))).toMatchObject({ code: "order_not_found" });
  });

  it("three may wait at once and ten in all; what is refused leaves no photo", async () => {
    const { code } = await place();
    const { actor } = await insertOfficer();
    for (let i = 0; i < 3; i += 1) await sendClaim(GUEST, claimOf(code));
    const refused = await sendClaim(GUEST, claimOf(code, { photo: sentWhole(await picture()) }));
    expect(refused).toMatchObject({ code: "claims_open" });
    const noPhoto = new TextEncoder().encode("no photo at all");
    for (let i = 3; i <= 10; i += 1) {
      const [open] = (await listClaims({ isOpen: true, page: 1 })).claims;
      await answerClaim(actor, { claimId: open?.id ?? "", to: "not_found", answer: "Không thấy." });
      if (i === 3) {
        const bad = await sendClaim(GUEST, claimOf(code, { photo: sentWhole(noPhoto) }));
        expect(bad.ok).toBe(false);
      }
      if (i < 10) expect((await sendClaim(GUEST, claimOf(code))).ok).toBe(true);
    }
    expect(await sendClaim(GUEST, claimOf(code))).toMatchObject({ code: "claims_all_used" });
    expect(photos()).toEqual([]);
  });

  it("is in the buyer's data, and goes with the buyer", async () => {
    const { code, id } = await place();
    await sendClaim(GUEST, claimOf(code, { photo: sentWhole(await picture()) }));
    expect((await exportPurchase({ thing: "order", code }))?.transferClaims).toMatchObject([
      { amountVnd: DUE, bankReference: "FT1", hasPhoto: true, status: "open" },
    ]);
    const photoIds = await inTransaction((tx) => forgetClaims(tx, [id]));
    expect(photoIds).toHaveLength(1);
    const [row] = await reader().select().from(transferClaims);
    expect(row).toMatchObject({ status: "closed", bankReference: "", photo: null, answer: null });
    await inTransaction((tx) =>
      tx
        .update(checkouts)
        .set({ buyerName: "", buyerPhone: "", addressLine: "" })
        .where(eq(checkouts.id, id)),
    );
    expect(await sendClaim(GUEST, claimOf(code))).toMatchObject({ code: "buyer_gone" });
  });
});

describe("the form", () => {
  const typed = {
    claimId: newId("tcl"),
    amount: "222.000 đ",
    day: "22/11/2026",
    time: "8:05",
    bankReference: " FT 1 ",
  };
  const faults = (change: Record<string, string>) => {
    const read = claimForm(NOW).safeParse({ ...typed, ...change });
    return read.success ? [] : read.error.issues.map((issue) => issue.message);
  };

  it("reads what people write", () => {
    expect(claimForm(NOW).parse(typed)).toEqual({
      claimId: typed.claimId,
      amountVnd: 222_000,
      transferredAt: NOW - 55 * 60_000,
      bankReference: "FT 1",
    });
    expect(claimForm(NOW).parse({ ...typed, time: "08h05", bankReference: "" })).toMatchObject({
      transferredAt: NOW - 55 * 60_000,
      bankReference: "",
    });
  });

  it.each([
    [{ amount: "1,5" }, "claim_amount_invalid"],
    [{ amount: "0" }, "claim_amount_invalid"],
    [{ day: "31/02/2026" }, "date_invalid"],
    [{ day: "23/11/2026" }, "date_in_future"],
    [{ day: "01/01/2026" }, "claim_too_old"],
    [{ time: "25:00" }, "claim_time_invalid"],
    [{ bankReference: "x".repeat(61) }, "claim_reference_long"],
    [{ claimId: "1" }, "form_outdated"],
  ])("%j is refused", (change, code) => {
    expect(faults(change)).toEqual([code]);
  });
});
