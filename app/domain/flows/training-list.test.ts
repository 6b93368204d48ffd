import { describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { trainingAttendances, trainingSessions } from "~db/schema/training";
import type { AttendanceForm } from "~/domain/training/forms";
import { listAttendances, searchHouseholds } from "~/domain/training/queries.server";
import { setClock, now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { addDays, DAY_MS, HOUR_MS, startOfDate } from "~/platform/period";
import { isHereOpen } from "~/domain/training/session-status";
import { newId } from "~/platform/ids";
import { attendTraining } from "./attend-training.server";
import { eraseAttendances } from "./erase-attendances.server";
import { loadOutcomes } from "~/domain/training/queries-outcome.server";
import { joinAttendances } from "~/domain/training/join-attendances.server";
import { moveTraining } from "./move-training.server";
import { registerHelped } from "./register-helped.server";
import { registerHousehold } from "./register-household.server";
import { insertTestHousehold, TEST_SHOP } from "./test-shop";
import { actionsOf, ALL, at, kept, person, TODAY, setUpTraining, training } from "./test-training";

setUpTraining();

const session = (hours: { startsAt: string; endsAt: string }) =>
  ({ status: "planned", heldOn: TODAY, ...hours }) as const;

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

  it("from an hour before its beginning until two hours after its end", async () => {
    const { householdId, scope, member, begin } = training;
    const { code } = await begin(); // 08:00 to 11:00
    const pressAt = async (hour: number) => {
      setClock(() => startOfDate(TODAY) + hour * HOUR_MS);
      return attendTraining(member, scope, { householdId, code });
    };
    const refused = { ok: false, code: "training_not_today" };
    expect(await pressAt(6.99)).toEqual(refused);
    expect(await pressAt(13)).toEqual(refused);
    expect(await pressAt(12.99)).toMatchObject({ ok: true });
    const early = session({ startsAt: "00:30", endsAt: "23:30" });
    const last = startOfDate(TODAY) + DAY_MS;
    expect(isHereOpen(early, startOfDate(TODAY) - 1)).toBe(false); // the evening before
    expect(isHereOpen(early, startOfDate(TODAY))).toBe(true);
    expect(isHereOpen(early, last - 1)).toBe(true);
    expect(isHereOpen(early, last)).toBe(false);
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
    at(addDays(TODAY, 6)); // paper comes later
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

  it("is written for 7 days by its helper, so that nobody is put on it who sells already, and for 60 by the department", async () => {
    const { officer, begin, change } = training;
    const { sessionId } = await begin();
    const late = { ok: false, code: "training_list_closed" };
    at(addDays(TODAY, 7));
    expect(await change(sessionId, person())).toMatchObject({ ok: true });
    at(addDays(TODAY, 8));
    expect(await change(sessionId, person())).toEqual(late);
    at(addDays(TODAY, 60));
    expect(await change(sessionId, person(), officer)).toMatchObject({ ok: true });
    at(addDays(TODAY, 61));
    expect(await change(sessionId, person(), officer)).toEqual(late);
    expect(await moveTraining(officer, ALL, { sessionId, to: "held" })).toMatchObject({ ok: true });
  });

  it("holds a thousand and no more, whichever way they come", async () => {
    const { householdId, scope, member, begin, change } = training;
    const { sessionId, code } = await begin();
    await inTransaction(async (tx) => {
      const entry = { sessionId, way: "list", writtenAt: now() } as const;
      const rows = Array.from({ length: 999 }, () => ({
        id: newId("tat"),
        personName: "Một người",
      }));
      await tx.insert(trainingAttendances).values(rows.map((row) => ({ ...row, ...entry })));
    });
    expect(await change(sessionId, person())).toMatchObject({ ok: true });
    expect(await change(sessionId, person())).toMatchObject({ code: "training_list_full" });
    expect(await attendTraining(member, scope, { householdId, code })).toMatchObject({
      code: "training_list_full",
    });
    expect(await listAttendances(sessionId)).toHaveLength(1_000);
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

describe("a person who never registers", () => {
  it("is forgotten a month after what came of the session is known, and still counts", async () => {
    const { officer, begin, change } = training;
    const { sessionId } = await begin();
    const phone = "0987000333";
    await change(sessionId, person(phone));
    await change(sessionId, { intent: "tick", household: ["ho-mot"] });
    await moveTraining(officer, ALL, { sessionId, to: "held" });
    at(addDays(TODAY, 119));
    expect(await eraseAttendances()).toEqual({ ok: true, value: { erasedCount: 0 } });
    at(addDays(TODAY, 120));
    expect(await eraseAttendances()).toEqual({ ok: true, value: { erasedCount: 1 } });
    expect(await eraseAttendances()).toEqual({ ok: true, value: { erasedCount: 0 } });
    const rows = JSON.stringify(await reader().select().from(trainingAttendances));
    expect(rows).not.toContain(phone);
    expect(rows).not.toContain("Sùng Thị Mai");
    expect(await listAttendances(sessionId)).toMatchObject([
      { household: null, personName: null, personPhone: null, isErased: true, way: "list" },
      { household: { slug: "ho-mot" }, isErased: false },
    ]);
    const { total } = await loadOutcomes(ALL);
    expect(total).toMatchObject({ households: 1, persons: 1 });
    expect(await actionsOf("training.erase")).toBe(1);
    // Whoever registers with the phone after that is a household of its own.
    expect(
      await inTransaction(async (tx) => joinAttendances(tx, { phone, householdId: "hh" })),
    ).toEqual([]);
    const named = inTransaction(async (tx) =>
      tx.update(trainingAttendances).set({ personName: "Ai đó", erasedAt: null }),
    );
    await expect(named).rejects.toThrow();
  });
});
