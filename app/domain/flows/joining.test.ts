import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { households } from "~db/schema/households";
import { joiningSteps } from "~db/schema/joining";
import type { Scope } from "~/domain/identity/scope";
import { loadChecklist, loadChecklistEntry } from "~/domain/joining/queries-checklists.server";
import { reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { sentWhole } from "~/platform/parts.server";
import { addJoiningItem } from "./add-joining-item.server";
import { approveHousehold } from "./approve-household.server";
import { attestItem } from "./attest-item.server";
import { changeJoiningItem } from "./change-joining-item.server";
import { decideItem } from "./decide-item.server";
import { sendEvidence } from "./send-evidence.server";
import {
  ACCOUNT,
  actions,
  attest,
  decide,
  enterAccount,
  FOOD,
  helper,
  householdId,
  IDENTITY,
  member,
  newestOf,
  newItem,
  officer,
  OWN,
  PDF,
  photo,
  REASON,
  send,
  SENTENCE,
  setUpJoining,
  SLUG,
  stateOf,
  words,
} from "./test-joining";

setUpJoining();

describe("a household that joins", () => {
  test("is approved once every required item is done or waived, and not before", async () => {
    const refused = { ok: false, code: "joining_open" };
    expect(await loadChecklist(householdId)).toMatchObject({ openCount: 4, todoCount: 4 });
    expect(await approveHousehold(officer, { slug: SLUG })).toEqual(refused);
    await attest(member);
    await send(IDENTITY);
    await decide(IDENTITY, "verified");
    await enterAccount();
    expect(await approveHousehold(officer, { slug: SLUG })).toEqual(refused);
    await send(FOOD);
    expect(await loadChecklist(householdId)).toMatchObject({
      openCount: 1,
      todoCount: 0,
      sentCount: 1,
    });
    expect(await approveHousehold(officer, { slug: SLUG })).toEqual(refused);
    const [row] = await reader().select().from(households).where(eq(households.id, householdId));
    expect(row?.status).toBe("pending");
    await decide(FOOD, "waived", "Chỉ bán chiếu cói");
    expect((await approveHousehold(officer, { slug: SLUG })).ok).toBe(true);
    // What is optional was never asked for.
    expect(await stateOf("jit_certificate")).toBe("todo");
  });

  test("stays approved when more is asked for later, and sees what to do", async () => {
    for (const itemId of [IDENTITY, FOOD, OWN, ACCOUNT])
      await decide(itemId, "waived", "Không cần");
    await approveHousehold(officer, { slug: SLUG });
    await addJoiningItem(officer, newItem({ titleVi: "Bản đồ vườn" }));
    const [row] = await reader().select().from(households).where(eq(households.id, householdId));
    expect(row?.status).toBe("approved");
    expect(await loadChecklist(householdId)).toMatchObject({ openCount: 1, todoCount: 1 });
    expect(await approveHousehold(officer, { slug: SLUG })).toEqual({
      ok: true,
      value: { hasMoved: false },
    });
  });

  test("says yes to a sentence itself, to the words that it read, once", async () => {
    expect(await attest(helper)).toEqual({ ok: false, code: "item_not_found" });
    expect(await attest(officer)).toEqual({ ok: false, code: "item_not_found" });
    expect(await attest(member, "Tôi bán gì cũng được.")).toEqual({
      ok: false,
      code: "statement_changed",
    });
    expect(await stateOf(OWN)).toBe("todo");
    expect((await attest(member)).ok).toBe(true);
    expect((await attest(member)).ok).toBe(true);
    expect(await stateOf(OWN)).toBe("done");
    expect(await reader().select().from(joiningSteps)).toMatchObject([
      { step: "attested", statement: SENTENCE, actorId: member.userId },
    ]);
    expect(await actions()).toEqual(["joining.attest"]);
  });

  test("keeps the sentence as it was read when the department words it anew", async () => {
    await attest(member);
    await changeJoiningItem(officer, { itemId: OWN, words: words({ titleVi: "Câu mới" }) });
    const entry = await loadChecklistEntry(householdId, OWN);
    expect(entry?.item).toMatchObject({ titleVi: "Câu mới", state: "done" });
    expect(entry?.steps).toMatchObject([{ statement: SENTENCE }]);
    await decide(OWN, "sent_back", "Hộ bán lại hàng của chợ");
    expect(await stateOf(OWN)).toBe("sent_back");
    expect((await attest(member, "Câu mới")).ok).toBe(true);
  });

  test("of another scope is not there", async () => {
    const elsewhere: Scope = { kind: "households", householdIds: ["hh_khac"] };
    const input = { householdId, itemId: FOOD, formId: newId("jsf"), files: [sentWhole(photo)] };
    const absent = { ok: false, code: "item_not_found" };
    expect(await sendEvidence(member, elsewhere, input)).toEqual(absent);
    expect(
      await attestItem(member, elsewhere, { householdId, itemId: OWN, statement: SENTENCE }),
    ).toEqual(absent);
    expect(await reader().$count(joiningSteps)).toBe(0);
  });
});

describe("an officer", () => {
  test("who saw a paper elsewhere says where", async () => {
    expect(await decide(IDENTITY, "verified")).toEqual({ ok: false, code: "item_seen_where" });
    expect(await stateOf(IDENTITY)).toBe("todo");
    expect((await decide(IDENTITY, "verified", "Xem tại xã, căn cước số cuối 123")).ok).toBe(true);
    expect(await stateOf(IDENTITY)).toBe("done");
  });

  test("does not decide about what has come since", async () => {
    await send(FOOD);
    const seen = await newestOf(FOOD);
    await decide(FOOD, "sent_back", REASON);
    await send(FOOD, [PDF]);
    const late = { slug: SLUG, itemId: FOOD, decision: "verified", reason: "", seen } as const;
    expect(await decideItem(officer, late)).toEqual({ ok: false, code: "item_changed" });
    expect(await stateOf(FOOD)).toBe("sent");
  });

  test("whose form is sent twice decides once", async () => {
    await send(FOOD);
    const input = { slug: SLUG, itemId: FOOD, decision: "waived", reason: "Không cần" } as const;
    const seen = await newestOf(FOOD);
    expect((await decideItem(officer, { ...input, seen })).ok).toBe(true);
    expect((await decideItem(officer, { ...input, seen })).ok).toBe(true);
    expect(await actions()).toEqual(["joining.send", "joining.waive"]);
  });

  test("takes back a waiver, and a fact needs nobody", async () => {
    await decide(ACCOUNT, "waived", "Nhận tiền mặt");
    expect(await stateOf(ACCOUNT)).toBe("waived");
    await decide(ACCOUNT, "sent_back", "Từ nay cần tài khoản");
    expect(await stateOf(ACCOUNT)).toBe("sent_back");
    await enterAccount();
    expect(await stateOf(ACCOUNT)).toBe("done");
    expect(await decide(ACCOUNT, "sent_back", REASON)).toMatchObject({
      code: "item_step_not_allowed",
    });
    expect(
      await decideItem(officer, {
        slug: "khong-co",
        itemId: FOOD,
        decision: "waived",
        reason: REASON,
        seen: null,
      }),
    ).toEqual({
      ok: false,
      code: "household_not_found",
    });
  });
});
