import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { databaseFile, useDatabaseFile } from "~/platform/db.server";
import { openTestDatabase } from "~/platform/test-database.server";
import { localDateOf, startOfDate } from "~/platform/period";
import { actionsOf } from "./actions";
import { findEntry, listEntries, LOOKED_MAX, readEntries } from "./queries-log.server";
import { ACTOR_KINDS, faultOfDays, NOTHING_ASKED, type AuditQuestion } from "./question";
import { insertTestEntries, testEntry } from "./test-log";

let close: () => void;
beforeEach(() => {
  close = openTestDatabase();
});
afterEach(() => close());

const START = startOfDate("2026-10-01");
const DAYS = 20;
const ACTIONS = [...actionsOf("order"), ...actionsOf("product_import"), ...actionsOf("product")];

/** The same rows each time: a generator of Lehmer's. */
function makeRandom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function randomRows(count: number) {
  const random = makeRandom(7);
  const pick = <Value>(values: readonly Value[]) => values[random(values.length)] as Value;
  return Array.from({ length: count }, () => {
    const actorKind = pick(ACTOR_KINDS);
    const isPerson = !["guest", "system", "provider"].includes(actorKind);
    const [subjectKind, subjectId] = pick([
      ["order", "ord_1"],
      ["order", "ord_2"],
      ["household", "hou_1"],
      ["household", "hou_2"],
      ["payee", "hou_1"],
      ["product", "ord_1"],
    ] as const);
    return testEntry({
      // Few moments, so that many stand on the same one.
      occurredAt: START + random(DAYS * 24) * 3_600_000,
      actorKind,
      actorId: isPerson ? `usr_${random(4)}` : null,
      onBehalfOfId: actorKind === "agent" ? `hou_${random(3)}` : null,
      action: pick(ACTIONS),
      subjectKind,
      subjectId,
      after: { place: random(1_000) },
    });
  });
}

type Row = ReturnType<typeof testEntry>;

/** The whole of an answer, page by page. */
async function pagesOf(question: AuditQuestion): Promise<string[]> {
  const ids: string[] = [];
  let after = "";
  for (let page = 0; page < 100; page += 1) {
    const { entries, next } = await listEntries(question, after);
    ids.push(...entries.map(({ id }) => id));
    if (next === null) return ids;
    after = next;
  }
  throw new Error("pages without an end");
}

const newestFirst = (rows: readonly Row[]) =>
  rows
    .toSorted((one, other) => other.occurredAt - one.occurredAt || (one.id < other.id ? 1 : -1))
    .map(({ id }) => id);

const QUESTIONS: readonly [string, Partial<AuditQuestion>, (row: Row) => boolean][] = [
  ["nothing", {}, () => true],
  [
    "an officer's",
    { actorKind: "department_officer" },
    (r) => r.actorKind === "department_officer",
  ],
  ["the system's", { actorKind: "system" }, (r) => r.actorKind === "system"],
  ["a person's", { personId: "usr_2" }, (r) => r.actorId === "usr_2"],
  [
    "of a noun, not of one that begins alike",
    { act: "product" },
    (r) => r.action.startsWith("product."),
  ],
  ["of one act", { act: "order.ship" }, (r) => r.action === "order.ship"],
  [
    "of a thing",
    { subject: { kind: "order", id: "ord_1" } },
    (r) => r.subjectKind === "order" && r.subjectId === "ord_1",
  ],
  [
    "of a household by all three ways",
    { householdId: "hou_1" },
    (r) =>
      r.onBehalfOfId === "hou_1" ||
      (r.subjectId === "hou_1" && (r.subjectKind === "household" || r.subjectKind === "payee")),
  ],
  [
    "of a person with a thing, kind and act",
    {
      personId: "usr_1",
      subject: { kind: "order", id: "ord_2" },
      actorKind: "agent",
      act: "order",
    },
    (r) =>
      r.actorId === "usr_1" &&
      r.subjectKind === "order" &&
      r.subjectId === "ord_2" &&
      r.actorKind === "agent" &&
      r.action.startsWith("order."),
  ],
  [
    "of a household by one person",
    { householdId: "hou_2", personId: "usr_3" },
    (r) =>
      r.actorId === "usr_3" &&
      (r.onBehalfOfId === "hou_2" || (r.subjectKind === "household" && r.subjectId === "hou_2")),
  ],
];

describe("the log", () => {
  it.each(QUESTIONS)("answers %s as a plain look through all does", async (_, asked, isAsked) => {
    const rows = randomRows(1_500);
    await insertTestEntries(rows);
    const all = { ...NOTHING_ASKED, ...asked };
    expect(await pagesOf(all)).toEqual(newestFirst(rows.filter(isAsked)));

    const within = { ...all, from: "2026-10-03", to: "2026-10-09" };
    const isWithin = (row: Row) => {
      const day = localDateOf(row.occurredAt);
      return day >= "2026-10-03" && day <= "2026-10-09";
    };
    const wanted = newestFirst(rows.filter((row) => isAsked(row) && isWithin(row)));
    expect(await pagesOf(within)).toEqual(wanted);
    const file: string[] = [];
    for await (const page of readEntries(within)) file.push(...page.map(({ id }) => id));
    expect(file).toEqual(wanted);
  });

  it("tells a page's entries with what stood before and after, and one alone", async () => {
    const entry = testEntry({ before: { status: "placed" }, after: { status: "confirmed" } });
    await insertTestEntries([entry]);
    expect((await listEntries(NOTHING_ASKED, "")).entries).toEqual([entry]);
    expect(await findEntry(entry.id)).toEqual(entry);
    expect(await findEntry("aud_none")).toBeNull();
  });

  it("takes signs of patterns for letters", async () => {
    await insertTestEntries([testEntry({}), testEntry({ subjectId: "%" })]);
    const of = (id: string) => pagesOf({ ...NOTHING_ASKED, subject: { kind: "order", id } });
    expect(await of("%")).toHaveLength(1);
    expect(await of("ord__")).toEqual([]);
    expect(await pagesOf({ ...NOTHING_ASKED, personId: "%" })).toEqual([]);
  });

  it("stops where it has looked at too much, says so, and goes on from there", async () => {
    const rare = testEntry({ actorId: null, actorKind: "guest", action: "order.cancel" });
    const many = Array.from({ length: LOOKED_MAX + 10 }, (_, i) =>
      testEntry({ actorId: null, actorKind: "system", occurredAt: 1_000 + i }),
    );
    await insertTestEntries([rare, ...many]);
    const question = { ...NOTHING_ASKED, actorKind: "guest" } as const;
    const first = await listEntries(question, "");
    expect(first).toMatchObject({ entries: [], stoppedAt: 1_010 });
    const second = await listEntries(question, first.next ?? "");
    expect(second).toMatchObject({ entries: [{ id: rare.id }], next: null, stoppedAt: null });
  }, 60_000);

  it("begins anew at what is no place in it", async () => {
    await insertTestEntries([testEntry({})]);
    for (const after of ["x", "1.%", "-1.aud_1", "1e9.aud_1", "9".repeat(40)]) {
      expect((await listEntries(NOTHING_ASKED, after)).entries).toHaveLength(1);
    }
  });
});

describe("its days", () => {
  const asked = (change: Partial<AuditQuestion>) => faultOfDays({ ...NOTHING_ASKED, ...change });

  it("are at most 31 where nothing else narrows the question", () => {
    expect(asked({ from: "2026-10-01", to: "2026-10-31" })).toBeNull();
    expect(asked({ from: "2026-10-01", to: "2026-11-01" })).toBe("audit_days_wide");
    expect(asked({ from: "2026-10-01" })).toBe("audit_days_wide");
    expect(asked({ actorKind: "guest" })).toBe("audit_days_wide");
    expect(asked({ personId: "usr_1" })).toBeNull();
    expect(asked({ householdId: "hou_1", from: "2026-01-01" })).toBeNull();
  });

  it("do not end before they begin", () => {
    expect(asked({ from: "2026-10-02", to: "2026-10-01" })).toBe("audit_days_reversed");
    expect(asked({ personId: "usr_1", from: "2026-10-02", to: "2026-10-01" })).toBe(
      "audit_days_reversed",
    );
  });
});

describe("its indexes", () => {
  const PLACE = "5.aud_1";
  const DAYS_ASKED = { from: "2026-10-01", to: "2026-10-07" };
  const WAYS: readonly [string, Partial<AuditQuestion>, string[]][] = [
    ["days", DAYS_ASKED, ["audit_entries_recent"]],
    ["guests", { ...DAYS_ASKED, actorKind: "guest" }, ["audit_entries_recent"]],
    ["an act", { ...DAYS_ASKED, act: "order.ship" }, ["audit_entries_recent"]],
    ["officers", { ...DAYS_ASKED, actorKind: "department_officer" }, ["audit_entries_staff"]],
    ["helpers", { ...DAYS_ASKED, actorKind: "agent", act: "order" }, ["audit_entries_staff"]],
    ["a person", { personId: "usr_1" }, ["audit_entries_actor"]],
    ["a person's days", { ...DAYS_ASKED, personId: "usr_1" }, ["audit_entries_actor"]],
    ["a thing", { subject: { kind: "order", id: "ord_1" } }, ["audit_entries_subject"]],
    [
      "a thing's days and person",
      { ...DAYS_ASKED, personId: "usr_1", subject: { kind: "order", id: "ord_1" } },
      ["audit_entries_subject"],
    ],
    [
      "a household",
      { householdId: "hou_1" },
      ["audit_entries_behalf", "audit_entries_subject", "audit_entries_subject"],
    ],
    [
      "a household's days",
      { ...DAYS_ASKED, householdId: "hou_1", act: "household.export" },
      ["audit_entries_behalf", "audit_entries_subject", "audit_entries_subject"],
    ],
  ];

  it.each(WAYS)(
    "lead to %s, newest first, and nothing is sorted but what shares a moment",
    async (_, asked, indexes) => {
      const { reader } = useDatabaseFile(databaseFile());
      const heard: string[] = [];
      const prepare = reader.prepare.bind(reader);
      reader.prepare = ((text: string) => {
        heard.push(text);
        return prepare(text);
      }) as typeof prepare;
      for (const after of ["", PLACE]) {
        heard.length = 0;
        await listEntries({ ...NOTHING_ASKED, ...asked }, after);
        const plans = heard
          .filter((text) => text.includes('"audit_entries"'))
          .map((text) =>
            prepare<unknown[], { detail: string }>(`explain query plan ${text}`)
              .all(...Array.from(text.matchAll(/\?/g), () => null))
              .map(({ detail }) => detail),
          );
        expect(plans.map(([first]) => first)).toEqual(
          indexes.map((index) =>
            expect.stringMatching(new RegExp(`^SEARCH audit_entries USING INDEX ${index} \\(`)),
          ),
        );
        for (const [first, ...others] of plans) {
          expect(others).toEqual(["USE TEMP B-TREE FOR LAST TERM OF ORDER BY"]);
          // A place, or the days, bound the way at the index.
          if (after !== "" || asked.to !== undefined) expect(first).toMatch(/occurred_at<\?/);
        }
      }
    },
  );
});
