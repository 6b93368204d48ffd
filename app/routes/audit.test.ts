import { beforeAll, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { auditEntries } from "~db/schema/audit";
import { users } from "~db/schema/identity";
import { insertTestEntries, testEntry } from "~/domain/audit/test-log";
import { insertTestUser } from "~/domain/flows/test-shop";
import { cookieFor } from "~/domain/identity/test-session";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { DAY_MS, formatDate, localDateOf } from "~/platform/period";
import * as listDoor from "./department.audit";
import * as fileDoor from "./department.audit[.]csv";
import * as entryDoor from "./department.audit_.$entryId";
import { agent, args, mine, outcomeOf, setUpDesks } from "./test-desk";

setUpDesks();
let officer: { id: string; cookie: string };
beforeAll(async () => {
  const id = await insertTestUser({
    role: "department_officer",
    phone: "0912345678",
    fullName: "Trần Văn Mẫu",
  });
  officer = { id, cookie: await cookieFor(id) };
});

const ask = async (query: string, cookie = officer.cookie) => {
  const answer = await listDoor.loader(args(`/department/audit?${query}`, { cookie }));
  return { status: answer.init?.status ?? 200, ...answer.data };
};
const outcome = (path: string, door: { loader: (one: never) => unknown }, cookie: string) =>
  outcomeOf(door.loader(args(path, { cookie }) as never));
const noted = async (action: string) =>
  reader().select().from(auditEntries).where(eq(auditEntries.action, action));
const fileOf = async (query: string) => {
  const answer = await fileDoor.loader(
    args(`/department/audit.csv?${query}`, { cookie: officer.cookie }),
  );
  return answer.text();
};

describe("the department's log", () => {
  it("is open to officers alone", async () => {
    const buyer = await cookieFor(await insertTestUser());
    for (const cookie of [agent.cookie, mine.cookie, buyer]) {
      for (const [path, door] of [
        ["/department/audit", listDoor],
        ["/department/audit.csv", fileDoor],
        ["/department/audit/aud_1", entryDoor],
      ] as const) {
        expect(await outcome(path, door, cookie)).toMatchObject({ status: 403 });
      }
    }
    expect(await outcome("/department/audit", listDoor, "")).toMatchObject({ status: 302 });
  });

  it("shows the last week where nothing is asked, with names, and notes the look once", async () => {
    await insertTestEntries([
      testEntry({
        id: "aud_new",
        occurredAt: now() - 1_000,
        actorId: officer.id,
        subjectKind: "household",
        subjectId: mine.householdId,
      }),
      testEntry({ id: "aud_old", occurredAt: now() - 8 * DAY_MS, actorId: officer.id }),
    ]);
    const before = (await noted("audit.search")).length;
    const page = await ask("");
    expect(page.status).toBe(200);
    expect(page.asked.typed).toMatchObject({
      from: formatDate(localDateOf(now() - 6 * DAY_MS)),
      to: formatDate(localDateOf(now())),
    });
    const ids = page.answer?.entries.map(({ id }) => id);
    expect(ids).toContain("aud_new");
    expect(ids).not.toContain("aud_old");
    expect(page.answer?.names.people[officer.id]?.fullName).toBe("Trần Văn Mẫu");
    expect(page.answer?.names.subjects[`household ${mine.householdId}`]).toMatchObject({
      code: "cua-toi",
      name: "Hộ cua-toi",
    });
    await ask("");
    await ask("after=1.aud_1");
    const looks = await noted("audit.search");
    expect(looks).toHaveLength(before + 1);
    expect(looks.at(-1)).toMatchObject({
      actorId: officer.id,
      subjectKind: "audit",
      after: { from: page.asked.question.from, to: page.asked.question.to },
    });
  });

  it("notes a look at a household's log with the household", async () => {
    await ask("household=cua-toi");
    const looks = await noted("audit.search");
    expect(looks.at(-1)).toMatchObject({
      subjectKind: "household",
      subjectId: mine.householdId,
      after: { householdId: mine.householdId },
    });
    const page = await ask("household=cua-toi&act=audit.search");
    expect(page.answer?.entries.length).toBeGreaterThan(0);
  });

  it.each([
    ["from=31/02/2026&to=2026-11-01", { from: "date_invalid" }],
    ["from=2026-10-05&to=2026-10-01", { from: "audit_days_reversed" }],
    ["from=2026-01-01&to=2026-10-01&who=guest", { from: "audit_days_wide" }],
    ["who=robot", { who: "audit_choice_unknown" }],
    ["act=order.%25", { act: "audit_choice_unknown" }],
    ["kind=planet&subject=x", { kind: "audit_choice_unknown" }],
    ["kind=order", { subject: "audit_subject_missing" }],
    ["subject=UQ1234567-1", { kind: "audit_kind_missing" }],
    ["kind=order&subject=%25", { subject: "audit_subject_unknown" }],
    ["kind=period&subject=13/2026", { subject: "audit_subject_unknown" }],
    ["kind=user&subject=0999", { subject: "audit_subject_unknown" }],
    ["phone=0987654321", { phone: "audit_person_unknown" }],
    ["person=usr_%25", { person: "audit_person_unknown" }],
    ["household=cua_toi", { household: "household_not_found" }],
    ["household=%25", { household: "household_not_found" }],
  ])("says what is wrong with %s, and keeps what was typed", async (query, faults) => {
    const page = await ask(query);
    expect(page).toMatchObject({ status: 400, answer: null, asked: { faults } });
    for (const [field, value] of new URLSearchParams(query)) {
      expect(page.asked.typed).toHaveProperty(field, value);
    }
    const file = await outcome(`/department/audit.csv?${query}`, fileDoor, officer.cookie);
    expect(file.location).toMatch(/^\/department\/audit\?/);
  });

  it("looks people up by phone and takes the phone out of the address", async () => {
    const person = `/department/audit?phone=${encodeURIComponent("0912 345 678")}&act=order`;
    expect(await outcome(person, listDoor, officer.cookie)).toEqual({
      status: 302,
      location: `/department/audit?person=${officer.id}&act=order`,
    });
    const subject = "/department/audit?kind=user&subject=0912345678";
    expect(await outcome(subject, listDoor, officer.cookie)).toEqual({
      status: 302,
      location: `/department/audit?kind=user&subject=${officer.id}`,
    });
    const searches = JSON.stringify(await noted("audit.search"));
    expect(searches).not.toContain("0912345678");
  });

  it("asks of nobody whose account was deleted, and shows what they did without a name", async () => {
    const id = await insertTestUser({ fullName: "Sẽ Đi" });
    await insertTestEntries([testEntry({ actorId: id, actorKind: "buyer", occurredAt: now() })]);
    await inTransaction((tx) =>
      tx.update(users).set({ fullName: "", phone: id, deletedAt: now() }).where(eq(users.id, id)),
    );
    for (const query of [`person=${id}`, `kind=user&subject=${id}`]) {
      const page = await ask(query);
      expect(page.answer).toBe(null);
    }
    const all = await ask("who=buyer");
    expect(all.answer?.entries.filter(({ actorId }) => actorId === id)).toHaveLength(1);
    expect(all.answer?.names.people[id]?.fullName).toBe("");
  });

  it("sends the same as a file: no formulas, phones covered, and the taking noted", async () => {
    await insertTestEntries([
      testEntry({
        subjectId: "ord_file",
        occurredAt: now(),
        actorId: officer.id,
        after: { note: "Gọi 0987 654 321 nhé", amountVnd: 18_000_000 },
      }),
      testEntry({ subjectId: "=1+1", occurredAt: now(), actorId: officer.id, action: "lost.act" }),
    ]);
    const days = `from=${localDateOf(now())}&to=${localDateOf(now())}`;
    const file = await fileOf(`${days}&person=${officer.id}`);
    const [head, ...lines] = file.trim().split("\r\n");
    expect(head).toBe(
      "id,time,time_utc,actor_kind,actor_id,actor,household_id,household,action,what,subject_kind,subject_id,subject,before,after",
    );
    const line = lines.find((one) => one.includes("ord_file")) ?? "";
    expect(line).toContain("Trần Văn Mẫu");
    expect(line).toContain("Nhận đơn");
    expect(line).toContain("•••• 321");
    expect(line).toContain("18000000");
    expect(file).not.toContain("654 321");
    expect(lines.find((one) => one.includes("lost.act"))).toContain(",'=1+1,");
    expect((await noted("audit.export")).at(-1)).toMatchObject({
      actorId: officer.id,
      subjectKind: "user",
      subjectId: officer.id,
    });
  });

  it("shows one entry in full, notes who looked, and knows none that is not there", async () => {
    await insertTestEntries([testEntry({ id: "aud_whole", after: { note: "0987654321" } })]);
    const of = (entryId: string) => ({
      ...args(`/department/audit/${entryId}`, { cookie: officer.cookie }),
      params: { entryId },
    });
    const { entry } = await entryDoor.loader(of("aud_whole"));
    expect(entry.after).toEqual({ note: "0987654321" });
    expect((await noted("audit.look")).at(-1)).toMatchObject({
      actorId: officer.id,
      subjectKind: "order",
      subjectId: "ord_1",
      after: { entryId: "aud_whole" },
    });
    const looks = (await noted("audit.look")).length;
    await entryDoor.loader(of("aud_whole")); // opened again
    expect(await noted("audit.look")).toHaveLength(looks);
    expect(await outcomeOf(entryDoor.loader(of("aud_%")))).toMatchObject({ status: 404 });
    expect(await noted("audit.look")).toHaveLength(looks);
  });
});
