import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { trainingAttendances, trainingSessions } from "~db/schema/training";
import type { AttendanceForm } from "~/domain/training/forms";
import { listAttendances, searchHouseholds } from "~/domain/training/queries.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { addDays } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { attendTraining } from "./attend-training.server";
import { moveTraining } from "./move-training.server";
import { registerHelped } from "./register-helped.server";
import { registerHousehold } from "./register-household.server";
import { insertTestHousehold, TEST_SHOP } from "./test-shop";
import {
  actionsOf,
  at,
  insertTestTraining,
  kept,
  person,
  TODAY,
  type TestTraining,
} from "./test-training";

let close: () => void;
let training: TestTraining;

beforeEach(async () => {
  close = openTestDatabase();
  at(TODAY);
  training = await insertTestTraining();
});
afterEach(() => {
  setClock();
  close();
});

describe("a household says that it is there", () => {
  it("by the code of the sheet, once however often, and on the day alone", async () => {
    const { householdId, scope, member, begin } = training;
    const { sessionId, code } = await begin();
    const there = { householdId, code };
    at(addDays(TODAY, -1));
    expect(await attendTraining(member, scope, there)).toMatchObject({
      code: "training_not_today",
    });
    at(addDays(TODAY, 1));
    expect(await attendTraining(member, scope, there)).toMatchObject({
      code: "training_not_today",
    });
    at(TODAY);
    expect(await attendTraining(member, scope, there)).toMatchObject({ ok: true });
    expect(await attendTraining(member, scope, there)).toMatchObject({ ok: true });
    const [entry, ...rest] = await listAttendances(sessionId);
    expect(rest).toEqual([]);
    expect(entry).toMatchObject({ way: "code", household: { slug: "ho-mot" }, personName: null });
    expect(await actionsOf("training.attend")).toBe(1);
  });

  it("for itself and nobody else, and not by its helper", async () => {
    const { householdId, scope, helper, member, begin } = training;
    const { code } = await begin();
    const stranger = await insertTestHousehold();
    expect(await attendTraining(member, scope, { householdId: stranger, code })).toMatchObject({
      code: "training_not_found",
    });
    const acting = { ...helper, onBehalfOfId: householdId };
    expect(await attendTraining(acting, scope, { householdId, code })).toMatchObject({
      code: "training_not_found",
    });
    expect(await attendTraining(member, scope, { householdId, code: "TH-2222222" })).toMatchObject({
      code: "training_not_found",
    });
    expect(await reader().$count(trainingAttendances)).toBe(0);
  });
});

describe("the list", () => {
  it("is kept by the helper whom the session names and by the department, and by no other helper", async () => {
    const { officer, other, begin, change } = training;
    const { sessionId } = await begin();
    const tick: AttendanceForm = { intent: "tick", household: ["ho-mot"] };
    expect(await change(sessionId, tick, other)).toMatchObject({ code: "training_not_found" });
    expect(await moveTraining(other, kept(other), { sessionId, to: "held" })).toMatchObject({
      code: "training_not_found",
    });
    expect(await change(sessionId, tick)).toMatchObject({ ok: true });
    expect(await change(sessionId, tick, officer)).toMatchObject({ ok: true });
    const [entry] = await listAttendances(sessionId);
    expect(entry).toMatchObject({ way: "list", household: { slug: "ho-mot" } });
    expect(await searchHouseholds(sessionId, { name: "hộ một", phone: null })).toMatchObject([
      { slug: "ho-mot", isListed: true },
    ]);
    expect(
      await change(sessionId, { intent: "remove", attendanceId: present(entry, "listed").id }),
    ).toMatchObject({ ok: true });
    expect(await listAttendances(sessionId)).toEqual([]);
    expect(await actionsOf("training.take_off")).toBe(1);
  });

  it("does not reach the entries of another session", async () => {
    const { other, begin, change } = training;
    const mine = await begin();
    const theirs = await begin({ helperId: other.userId });
    const added = person();
    await change(theirs.sessionId, added, other);
    const id = added.intent === "add" ? added.attendanceId : "";
    expect(await change(mine.sessionId, { intent: "remove", attendanceId: id })).toMatchObject({
      ok: true,
    });
    expect(await change(mine.sessionId, added)).toMatchObject({ code: "form_outdated" });
    expect(await listAttendances(theirs.sessionId)).toHaveLength(1);
    expect(await listAttendances(mine.sessionId)).toEqual([]);
  });

  it("is not written before its day, and stands once it is closed", async () => {
    const { helper, begin, change } = training;
    const { sessionId } = await begin();
    at(addDays(TODAY, -1));
    expect(await change(sessionId, person())).toMatchObject({ code: "training_list_closed" });
    at(addDays(TODAY, 20)); // paper comes later
    const added = person();
    expect(await change(sessionId, added)).toMatchObject({ ok: true });
    await moveTraining(helper, kept(helper), { sessionId, to: "held" });
    const id = added.intent === "add" ? added.attendanceId : "";
    expect(await change(sessionId, { intent: "remove", attendanceId: id })).toMatchObject({
      code: "training_list_closed",
    });
    const erase = inTransaction(async (tx) => tx.delete(trainingAttendances));
    await expect(erase).rejects.toThrow();
    const rename = inTransaction(async (tx) => tx.update(trainingSessions).set({ title: "Khác" }));
    await expect(rename).rejects.toThrow();
  });

  it("writes a person down once, takes a known phone for its household, and asks where there are two", async () => {
    const { begin, change } = training;
    const { sessionId } = await begin();
    const first = person("0987000111");
    await change(sessionId, first);
    await change(sessionId, first);
    await change(sessionId, person("0987000111", "Tên khác"));
    await change(sessionId, person());
    await change(sessionId, person());
    expect(await listAttendances(sessionId)).toHaveLength(3);
    const known = await change(sessionId, person("0912000001"));
    const entries = await listAttendances(sessionId);
    const entryId = known.ok ? known.value.householdEntryId : null;
    expect(entries.find((one) => one.id === entryId)?.household?.slug).toBe("ho-mot");
    await insertTestHousehold({ phone: "0912000001" });
    expect(await change(sessionId, person("0912000001"))).toMatchObject({
      code: "training_phone_households",
    });
    const text = JSON.stringify(await reader().select().from(auditEntries));
    expect(text).not.toContain("0987000111");
    expect(text).not.toContain("Sùng Thị Mai");
  });

  it("finds by name only households that buyers may read of, and by phone all", async () => {
    const { begin } = training;
    const { sessionId } = await begin();
    await insertTestHousehold({ slug: "ho-an-danh", status: "pending", phone: "0912000009" });
    expect(await searchHouseholds(sessionId, { name: "an danh", phone: null })).toEqual([]);
    expect(await searchHouseholds(sessionId, { name: "", phone: "0912000009" })).toHaveLength(1);
    expect(await searchHouseholds(sessionId, { name: "h", phone: null })).toEqual([]);
    expect(await searchHouseholds(sessionId, { name: "%", phone: null })).toEqual([]);
  });
});

describe("a person who was written down", () => {
  const form = {
    name: "Hộ bà Mỷ",
    kind: "household",
    contactName: "Vàng Thị Mỷ",
    communeCode: TEST_SHOP.communeCode,
    addressLine: "Thôn Lô Lô Chải",
    story: "",
    consent: "on",
  } as const;

  it.each(["by itself", "by a helper"])(
    "is the household that registers with the phone, %s",
    async (by) => {
      const { helper, other, begin, change } = training;
      const { sessionId } = await begin();
      const phone = "0987000222";
      await change(sessionId, person(phone));
      await moveTraining(helper, kept(helper), { sessionId, to: "held" });
      if (by === "by a helper") {
        expect(
          await registerHelped(other, { ...form, phone, consent: true } as never),
        ).toMatchObject({ ok: true });
      } else {
        const { consent: _, ...told } = form;
        expect(
          await registerHousehold({
            ...told,
            phone,
            password: "mat-khau-dai",
            termsNumber: null,
            language: "vi",
            clientNetwork: "::1",
            deviceToken: null,
          }),
        ).toMatchObject({ ok: true });
      }
      const [entry] = await listAttendances(sessionId);
      expect(entry).toMatchObject({
        household: { name: "Hộ bà Mỷ" },
        personName: null,
        personPhone: null,
        way: "list",
      });
      expect(await actionsOf("training.join")).toBe(1);
      expect(JSON.stringify(await reader().select().from(trainingAttendances))).not.toContain(
        phone,
      );
    },
  );
});
