import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { voucherProgrammes } from "~db/schema/vouchers";
import type { UserActor } from "~/domain/audit/actor";
import { findProgramme, listProgrammes } from "~/domain/vouchers/queries.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { startOfDate } from "~/platform/period";
import { agreeToProgramme } from "./agree-to-programme.server";
import { allocateLine } from "./allocate-line.server";
import { createProgramme } from "./create-programme.server";
import { stopProgramme } from "./stop-programme.server";
import { insertTestOfficers } from "./test-officers";
import { setUpOrders } from "./test-orders";
import { payIn, submitWithCode } from "./test-vouchers";
import { withdrawProgramme } from "./withdraw-programme.server";

/** A programme is an officer's proposal until another officer agrees to it. */

setUpOrders();
let one: UserActor;
let two: UserActor;
beforeEach(async () => {
  [one, two] = await insertTestOfficers();
});

const CODE = "TUANOCOP";
const TERMS = {
  name: "Tuần hàng OCOP",
  code: CODE,
  valueVnd: vnd(50_000),
  leastVnd: vnd(0),
  usesMax: 10,
  startsOn: "2026-11-30",
  endsOn: "2026-12-31",
};

async function propose(programmeId = newId("vcp"), terms = TERMS) {
  return createProgramme(one, { programmeId, ...terms });
}

/** As who has the page of what is proposed now. */
const agreed = async (actor: UserActor, { code }: { code: string }) => {
  const programmeId = (await findProgramme(code, 1))?.id ?? "";
  return agreeToProgramme(actor, { code, programmeId });
};
const stateNow = async () => (await findProgramme(CODE, 1))?.state;
const refusal = async () => {
  const placed = await submitWithCode({ voucherVnd: 50_000, code: CODE });
  return placed.ok ? null : placed.code;
};

it("is worth nothing before, and its value from then on", async () => {
  await propose();
  expect(await stateNow()).toBe("proposed");
  expect(await refusal()).toBe("voucher_unknown");
  expect(await agreed(two, { code: "tuan ocop" })).toEqual({ ok: true, value: null });
  expect(await findProgramme(CODE, 1)).toMatchObject({ state: "running", usedCount: 0 });
  expect(await refusal()).toBeNull();
  expect((await findProgramme(CODE, 1))?.usedCount).toBe(1);
});

it("is not agreed to by who proposed it, and by others once", async () => {
  await propose();
  expect(await agreed(one, { code: CODE })).toMatchObject({
    code: "second_person_needed",
  });
  expect(await stateNow()).toBe("proposed");
  await agreed(two, { code: CODE });
  expect(await agreed(two, { code: CODE })).toMatchObject({ ok: true });
  const entries = await reader()
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.subjectKind, "voucher_programme"));
  expect(entries.map(({ action }) => action).toSorted()).toEqual([
    "voucher_programme.agree",
    "voucher_programme.propose",
  ]);
});

it("is not what was shown, when another was proposed under its code since", async () => {
  const shown = newId("vcp");
  await propose(shown);
  await withdrawProgramme(one, { code: CODE });
  await propose(newId("vcp"), { ...TERMS, valueVnd: vnd(10_000_000), usesMax: 100_000 });
  expect(await agreeToProgramme(two, { code: CODE, programmeId: shown })).toMatchObject({
    code: "form_outdated",
  });
  expect(await stateNow()).toBe("proposed");
});

it("is not agreed to after its last day", async () => {
  await propose();
  setClock(startOfDate("2027-01-01"));
  expect(await agreed(two, { code: CODE })).toMatchObject({ code: "programme_past" });
  expect(await withdrawProgramme(two, { code: CODE })).toMatchObject({ ok: true });
});

it("is taken back while nobody has agreed, its code free again, and stopped after that", async () => {
  await propose();
  expect(await stopProgramme(two, { code: CODE })).toMatchObject({ code: "programme_not_found" });
  expect(await withdrawProgramme(one, { code: CODE })).toEqual({ ok: true, value: null });
  expect(await withdrawProgramme(one, { code: CODE })).toMatchObject({
    code: "programme_not_found",
  });
  expect((await listProgrammes(1)).programmes).toEqual([]);
  expect(await propose()).toMatchObject({ ok: true });
  await agreed(two, { code: CODE });
  expect(await withdrawProgramme(one, { code: CODE })).toMatchObject({ code: "programme_agreed" });
  expect(await stopProgramme(one, { code: CODE })).toMatchObject({ ok: true });
  expect(await stateNow()).toBe("stopped");
});

it("pays nothing ahead", async () => {
  await propose();
  const received = await payIn("So Cong Thuong chuyen tien", 50_000);
  if (!received.ok) throw new Error("a line that was not taken");
  const said = () =>
    allocateLine(one, {
      bankTransactionId: received.value.bankTransactionId,
      note: "Giấy báo có của Sở",
      parts: [{ purpose: "voucher", code: CODE, amountVnd: vnd(50_000) }],
    });
  expect(await said()).toMatchObject({ code: "part_programme_differs", detail: { amountVnd: 0 } });
  await agreed(two, { code: CODE });
  expect(await said()).toMatchObject({ ok: true });
});

it("holds in the database too", async () => {
  const id = newId("vcp");
  await propose(id);
  const change = (set: Partial<typeof voucherProgrammes.$inferInsert>) =>
    inTransaction((tx) =>
      tx.update(voucherProgrammes).set(set).where(eq(voucherProgrammes.id, id)),
    );
  await expect(change({ usedCount: 1 })).rejects.toThrow(/nobody has agreed/);
  await expect(change({ agreedAt: 1, agreedById: one.userId })).rejects.toThrow(/another officer/);
  await expect(change({ agreedAt: 1 })).rejects.toThrow(/another officer/);
  await agreed(two, { code: CODE });
  await expect(change({ agreedAt: 1, agreedById: two.userId })).rejects.toThrow(/once/);
  await expect(
    inTransaction((tx) => tx.delete(voucherProgrammes).where(eq(voucherProgrammes.id, id))),
  ).rejects.toThrow(/agreed to stands/);
});
