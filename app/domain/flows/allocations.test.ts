import type { UserActor } from "~/domain/audit/actor";
import { beforeEach, describe, expect, it } from "vitest";
import { bankTransactions } from "~db/schema/payments";
import { allocations } from "~db/schema/settlement";
import { TWO_PERSON_FROM_VND } from "~/domain/settlement/allocation-purposes";
import { listAllocations } from "~/domain/settlement/queries-allocations.server";
import { findRefund } from "~/domain/settlement/queries-refund.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { reader } from "~/platform/db.server";
import { now } from "~/platform/clock.server";
import { vnd } from "~/platform/money";
import { DAY_MS } from "~/platform/period";
import { allocateLine } from "./allocate-line.server";
import { decideLine } from "./decide-line.server";
import { decideShown } from "./test-decide-line";
import type { LineAnswerPart } from "./resolve-part.server";
import { insertTestOfficers } from "./test-officers";
import { DUE, expire, PAID, pay, place, receive, setUpTransfers, standing } from "./test-transfers";

setUpTransfers();

let one: UserActor;
let two: UserActor;
beforeEach(async () => {
  [one, two] = await insertTestOfficers();
});

const unknown = async (amountVnd: number, content = "chuyen tien") =>
  (await receive({ content, amountVnd: vnd(amountVnd) })).bankTransactionId;

const part = (
  purpose: LineAnswerPart["purpose"],
  amountVnd: number,
  code = "",
): LineAnswerPart => ({
  purpose,
  code,
  amountVnd: vnd(amountVnd),
});

const say = (bankTransactionId: string, ...parts: LineAnswerPart[]) =>
  allocateLine(one, { bankTransactionId, note: "Người mua gọi báo", parts });

const statusOf = async (id: string) => {
  const rows = await reader().select().from(bankTransactions);
  const row = rows.find((line) => line.id === id);
  return [row?.status, row?.reason];
};

describe("case 47: a code that the bank cut", () => {
  it("is matched by a person, and who, when and why is kept", async () => {
    const checkout = await place();
    const line = await unknown(DUE, checkout.code.slice(0, 6));
    expect(await say(line, part("order", DUE, checkout.code))).toEqual({
      ok: true,
      value: { isDone: true },
    });
    expect(await standing(checkout)).toEqual(PAID);
    expect(await statusOf(line)).toEqual(["matched", "paid"]);
    expect(await listAllocations(line)).toMatchObject([
      {
        status: "done",
        note: "Người mua gọi báo",
        proposedByName: "Trần Văn Mẫu Một",
        parts: [{ purpose: "order", code: checkout.code, amountVnd: DUE }],
      },
    ]);
  });

  it("needs a second person from the limit on", async () => {
    const checkout = await place();
    const line = await unknown(TWO_PERSON_FROM_VND);
    const answer = part("order", TWO_PERSON_FROM_VND, checkout.code);
    expect(await say(line, answer)).toEqual({ ok: true, value: { isDone: false } });
    expect(await statusOf(line)).toEqual(["suspense", "no_reference"]);
    expect(await say(line, answer)).toMatchObject({ code: "allocation_waiting" });
    const decision = { bankTransactionId: line, decision: "agree", note: "" } as const;
    expect(await decideShown(one, decision)).toMatchObject({ code: "second_person_needed" });
    expect(await decideShown(two, decision)).toMatchObject({ ok: true });
    expect(await decideShown(two, decision)).toMatchObject({ code: "allocation_gone" });
    expect(await standing(checkout)).toMatchObject({
      payment: "paid",
      refund: TWO_PERSON_FROM_VND - DUE,
    });
  });

  it("refused by the second person waits as before, for another answer", async () => {
    const line = await unknown(TWO_PERSON_FROM_VND);
    await say(line, part("income", TWO_PERSON_FROM_VND));
    const shown = (await listAllocations(line))[0]?.id ?? "";
    await decideShown(two, { bankTransactionId: line, decision: "refuse", note: "Không phải lãi" });
    expect(await statusOf(line)).toEqual(["suspense", "no_reference"]);
    expect(await say(line, part("owner", TWO_PERSON_FROM_VND))).toMatchObject({ ok: true });
    expect((await listAllocations(line)).map(({ status }) => status)).toEqual([
      "proposed",
      "refused",
    ]);
    const agreed = {
      bankTransactionId: line,
      allocationId: shown,
      decision: "agree" as const,
      note: "",
    };
    expect(await decideLine(two, agreed)).toMatchObject({ code: "form_outdated" });
    await decideShown(one, { bankTransactionId: line, decision: "refuse", note: "Tôi nhầm" });
    expect(await reader().select().from(allocations)).toHaveLength(2);
  });
});

describe("a line that looks like what another provider told", () => {
  const tell = (provider: "sepay" | "casso", content: string, bankReference: string | null) =>
    receive({ provider, content, bankReference, amountVnd: vnd(DUE) });

  it.each([
    ["MBVCB.123.CODE.CT tu 0123", "FT26326001", null],
    ["CODE", "FT26326001", "FT26326001\\BNK"],
    ["CODE", "FT26326001", "ft26326001"],
    ["ABC CODE", null, "FT26326001"],
    ["CODE", "FT26326001", "26326001"],
  ])("is never paid back as a second payment: %j with %j and %j", async (memo, first, other) => {
    const checkout = await place();
    await tell("sepay", memo.replace("CODE", checkout.code), first);
    const second = await tell("casso", checkout.code, other);
    expect(await standing(checkout)).toMatchObject({ payment: "paid", refund: 0 });
    if (second.kind === "sighting") return;
    expect(second.judgement).toEqual({ status: "suspense", reason: "may_be_known" });
    const { bankTransactionId } = second;
    expect(await say(bankTransactionId, part("known", DUE))).toMatchObject({
      value: { isDone: false },
    });
    await decideShown(two, { bankTransactionId, decision: "agree", note: "" });
    expect(await statusOf(bankTransactionId)).toEqual(["ignored", "told_twice"]);
    expect(await standing(checkout)).toEqual(PAID);
  });

  it("of months ago, with the same short reference and another order, is another line", async () => {
    const [first, second] = [await place(), await place()];
    await receive({
      provider: "casso",
      content: first.code,
      bankReference: "1",
      amountVnd: vnd(DUE),
      occurredAt: now() - 90 * DAY_MS,
    });
    await tell("sepay", second.code, "1");
    expect((await standing(second)).payment).toBe("paid");
  });
});

describe("an officer alone", () => {
  it("may not cut a large sum into small ones within a day", async () => {
    const amountVnd = TWO_PERSON_FROM_VND - 1;
    const [first, second] = [await unknown(amountVnd), await unknown(amountVnd)];
    expect(await say(first, part("income", amountVnd))).toMatchObject({ value: { isDone: true } });
    expect(await say(second, part("income", amountVnd))).toMatchObject({
      value: { isDone: false },
    });
  });
});

describe("what a second person is asked", () => {
  it("is not what the first saw, once the order was paid otherwise", async () => {
    const checkout = await place();
    const line = await unknown(TWO_PERSON_FROM_VND);
    const rest = part("income", TWO_PERSON_FROM_VND - DUE);
    await say(line, part("order", DUE, checkout.code), rest);
    await pay(checkout.code, DUE);
    const decision = { bankTransactionId: line, decision: "agree", note: "" } as const;
    expect(await decideShown(two, decision)).toMatchObject({ code: "order_changed" });
    expect(await standing(checkout)).toMatchObject({ payment: "paid", refund: 0 });
  });
});

describe("case 48: two orders in one transfer", () => {
  it("are paid part by part once a person has split it", async () => {
    const [first, second] = [await place(), await place()];
    const line = await unknown(2 * DUE, `${first.code} ${second.code}`);
    await say(line, part("order", DUE, first.code), part("order", DUE, second.code));
    expect(await statusOf(line)).toEqual(["matched", "allocated"]);
    expect((await standing(first)).payment).toBe("paid");
    expect((await standing(second)).payment).toBe("paid");
  });

  it("the same order twice in one answer is refused", async () => {
    const checkout = await place();
    const line = await unknown(DUE);
    const half = part("order", DUE / 2, checkout.code);
    expect(await say(line, half, half)).toMatchObject({ code: "part_repeated" });
  });
});

describe("an answer", () => {
  it.each([
    [[part("order", DUE, "UQ2222222")], "part_order_unknown"],
    [[part("order", DUE, "x")], "part_order_unknown"],
    [[part("disbursement", DUE, "UR2222222")], "part_disbursement_unknown"],
    [[part("fee", DUE)], "purpose_not_possible"],
    [[part("income", DUE - 1)], "parts_do_not_add_up"],
    [[part("income", DUE), part("owner", 1)], "parts_do_not_add_up"],
    [[], "parts_do_not_add_up"],
  ])("that cannot be is refused and changes nothing: %j", async (parts, code) => {
    const line = await unknown(DUE);
    expect(await say(line, ...parts)).toMatchObject({ ok: false, code });
    expect(await statusOf(line)).toEqual(["suspense", "no_reference"]);
    expect(await reader().select().from(allocations)).toEqual([]);
  });

  it("is given once, also by two people at the same moment", async () => {
    const line = await unknown(DUE);
    const answers = await Promise.all([
      say(line, part("income", DUE)),
      say(line, part("owner", DUE)),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await balanceOf({ kind: "suspense" })).toBe(0);
    expect(await say(line, part("income", DUE))).toMatchObject({ code: "line_not_in_suspense" });
  });

  it("short of what an order costs pays a part of it", async () => {
    const checkout = await place();
    const line = await unknown(DUE - 1);
    await say(line, part("order", DUE - 1, checkout.code));
    expect(await standing(checkout)).toMatchObject({
      payment: "partially_paid",
      captured: DUE - 1,
    });
    await pay(checkout.code, 1);
    expect(await standing(checkout)).toEqual(PAID);
  });

  it("for an order that expired revives it, or is owed back when it is short", async () => {
    const [whole, short] = [await place(), await place()];
    await expire();
    await say(await unknown(DUE), part("order", DUE, whole.code));
    expect((await standing(whole)).payment).toBe("paid");
    await say(await unknown(DUE - 1), part("order", DUE - 1, short.code));
    expect(await standing(short)).toMatchObject({ payment: "expired", refund: DUE - 1 });
  });

  it("for an order that is due at the door pays it, and nothing is taken there", async () => {
    const checkout = await place("cod");
    const line = await unknown(DUE);
    await say(line, part("order", DUE, checkout.code));
    expect(await standing(checkout)).toMatchObject({ payment: "paid", refund: 0 });
    expect(await statusOf(line)).toEqual(["matched", "paid"]);
  });

  it("to send it back owes it to a sender whom nobody knows", async () => {
    const line = await unknown(DUE);
    await say(line, part("send_back", DUE));
    expect(await findRefund(line)).toMatchObject({
      orderCode: null,
      owedVnd: DUE,
      line: { content: "chuyen tien" },
    });
  });
});
