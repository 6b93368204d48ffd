import { eq, sql } from "drizzle-orm";
import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { orders } from "~db/schema/orders";
import { monthlySales, retailTotals } from "~db/schema/statistics";
import { periodEditions, periodParts } from "~db/schema/statistics-periods";
import type { Actor } from "~/domain/audit/actor";
import { checkChain } from "~/domain/statistics/check-chain.server";
import { checkEdition } from "~/domain/statistics/check-edition.server";
import { figureDigits, figureOf } from "~/domain/statistics/figures";
import {
  countWaitingPeriods,
  findPeriod,
  listPeriods,
  readStandingSeries,
} from "~/domain/statistics/queries-periods.server";
import { listRevisions, readPublishedMonths } from "~/domain/statistics/queries-published.server";
import { takeSnapshot } from "~/domain/statistics/take-snapshot.server";
import type { IndicatorMonth } from "~/domain/statistics/types";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { closePeriod } from "./close-period.server";
import { publishPeriod } from "./publish-period.server";
import { recountAll } from "./recount-all.server";
import { recountPeriod } from "./recount-period.server";
import { revisePeriod } from "./revise-period.server";
import { takeEditionRecords } from "./take-edition-records.server";
import { insertSellers, livePast, type PastOrder, type Seller } from "./test-past";
import { insertTestShop, insertTestUser } from "./test-shop";

let close: () => void;
let officer: Actor;
let closedBy: { id: string; name: string };
let sellers: Seller[];
const OCTOBER = "2026-10";

beforeEach(async () => {
  close = openTestDatabase();
  setClock(startOfDate("2026-11-05"));
  await insertTestShop();
  sellers = await insertSellers();
  const id = await insertTestUser({ role: "department_officer", fullName: "Lê Thị Duyệt" });
  closedBy = { id, name: "Lê Thị Duyệt" };
  officer = { kind: "user", userId: id, role: "department_officer" };
  // Each of the four sold for 100,000 đ, the first two by transfer; one jar came back in October.
  for (const [index] of sellers.entries()) {
    await sell(index, { method: index < 2 ? "vietqr" : "cod", back: index === 0 ? BACK : null });
  }
});
afterEach(() => {
  setClock();
  close();
});

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const BACK = { days: 3, withShipping: false };
const LINE: PastOrder["lines"][number] = {
  ocopSet: 4,
  stars: 3,
  quantity: 2,
  unitPriceVnd: 50_000,
  backCount: 1,
};
const SALE: PastOrder = {
  seller: 0,
  status: "delivered",
  channel: "web",
  method: "cod",
  cash: "all",
  shippingVnd: 20_000,
  border: 0,
  offsetMs: 5 * 86_400_000,
  lines: [LINE],
  back: null,
};

/** An order of October, unless its `border` is another month's. */
async function sell(seller: number, one: Partial<PastOrder> = {}) {
  await inTransaction(async (tx) => {
    const whose = sellers[seller];
    if (whose) await livePast(tx, { ...SALE, ...one }, { first: OCTOBER, seller: whose });
  });
}

async function enterTotal(amountVnd: number, publishedOn: string) {
  await inTransaction((tx) =>
    tx.insert(retailTotals).values({
      id: newId("rtt"),
      month: OCTOBER,
      kind: "goods",
      amountVnd,
      stage: "estimate",
      source: "Thống kê tỉnh",
      publishedOn,
      enteredAt: startOfDate(publishedOn),
    }),
  );
}

const seenOf = async (month: string) => (await findPeriod(month))?.seen ?? "";
const closeMonth = async (month = OCTOBER) =>
  closePeriod(officer, { month, seen: await seenOf(month), closedBy });
const revise = async (edition: number, note = "Nhập thiếu một đơn") =>
  revisePeriod(officer, { month: OCTOBER, edition, seen: await seenOf(OCTOBER), note, closedBy });
const publish = (edition: number, month = OCTOBER) =>
  publishPeriod(officer, { month, edition, publishedById: closedBy.id });
const shownSales = async () =>
  (await readPublishedMonths()).map(({ month, edition }) => [
    month.month,
    edition,
    figureDigits(figureOf("sales_goods", month)),
  ]);
/** Lets the tables of editions be changed, as who has the file can. */
async function dropGuards() {
  await inTransaction(async (tx) => {
    for (const name of ["period_editions", "period_parts"]) {
      for (const what of ["update", "delete"]) tx.run(`DROP TRIGGER ${name}_no_${what}`);
    }
  });
}

const codeOf = (result: { ok: boolean; code?: string }) => result.code ?? "ok";

describe("closing", () => {
  it("takes months that are over, one after another from the first with sales", async () => {
    expect(codeOf(await closeMonth("2026-11"))).toBe("period_running");
    expect(await countWaitingPeriods()).toBe(1);
    expect(codeOf(await closeMonth("2026-09"))).toBe("period_before_first");
    setClock(startOfDate("2026-12-05"));
    expect(codeOf(await closeMonth("2026-11"))).toBe("period_earlier_open");
    expect(codeOf(await closeMonth())).toBe("ok");
    expect(codeOf(await closeMonth())).toBe("period_closed");
    expect(codeOf(await closeMonth("2026-11"))).toBe("ok"); // nothing was sold in it, and that stands too
    expect(await countWaitingPeriods()).toBe(2); // both are closed, none is public
    const states = (await listPeriods()).map(({ month, state }) => [month, state]);
    expect(states).toEqual([
      ["2026-12", "running"],
      ["2026-11", "closed"],
      ["2026-10", "closed"],
    ]);
    const entries = await reader().select().from(auditEntries);
    expect(entries.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ["period.close", "2026-10"],
      ["period.close", "2026-11"],
    ]);
  });

  it("is refused while what is kept says something else than the orders, until it is rebuilt", async () => {
    await inTransaction((tx) => tx.update(monthlySales).set({ itemsVnd: 7 }));
    expect(codeOf(await closeMonth())).toBe("period_not_as_kept");
    expect(codeOf(await recountPeriod(officer, { month: OCTOBER }))).toBe("ok");
    expect(codeOf(await closeMonth())).toBe("ok");
    const actions = (await reader().select().from(auditEntries)).map(({ action }) => action);
    expect(actions).toEqual(["period.recount", "period.close"]);
  });

  it("keeps what the officer saw, or nothing", async () => {
    const seen = await seenOf(OCTOBER);
    await sell(2);
    expect(codeOf(await closePeriod(officer, { month: OCTOBER, seen, closedBy }))).toBe(
      "period_moved",
    );
    const now = await seenOf(OCTOBER);
    expect(codeOf(await closePeriod(officer, { month: OCTOBER, seen: now, closedBy }))).toBe("ok");
    await sell(2);
    const revision = { month: OCTOBER, edition: 1, seen: now, note: "Đơn sót", closedBy };
    expect(codeOf(await revisePeriod(officer, revision))).toBe("period_moved");
  });

  it("two at once make one edition", async () => {
    const both = await Promise.all([closeMonth(), closeMonth()]);
    expect(both.map(codeOf).toSorted()).toEqual(["ok", "period_closed"]);
    expect(await reader().select().from(periodEditions)).toHaveLength(1);
  });
});

describe("a closed month", () => {
  beforeEach(async () => {
    await enterTotal(4_000_000_000, "2026-11-01");
    expect(codeOf(await closeMonth())).toBe("ok");
    expect(await readPublishedMonths()).toEqual([]);
    expect(codeOf(await publish(1))).toBe("ok");
  });

  it("stands whatever is changed; the change is a revision with number, cause and difference", async () => {
    expect(await shownSales()).toEqual([[OCTOBER, 1, "350000"]]);
    await sell(1, { lines: [{ ...LINE, quantity: 3 }] });
    expect(await shownSales()).toEqual([[OCTOBER, 1, "350000"]]);
    const period = await findPeriod(OCTOBER);
    expect(period?.state).toBe("published");
    expect(period?.differences).toContainEqual({
      code: "sales_goods",
      before: "350000",
      after: "500000",
    });

    expect(await revise(1)).toEqual({ ok: true, value: { edition: 2 } });
    expect(await shownSales()).toEqual([[OCTOBER, 1, "350000"]]);
    expect(await listRevisions()).toEqual([]);
    expect(codeOf(await publish(1))).toBe("period_revised_since");
    expect(codeOf(await publish(2))).toBe("ok");
    expect(await shownSales()).toEqual([[OCTOBER, 2, "500000"]]);
    const [revision] = await listRevisions();
    expect(revision).toMatchObject({
      month: OCTOBER,
      number: 1,
      causes: ["orders"],
      note: "Nhập thiếu một đơn",
    });
    expect(revision?.codes).toContain("share_goods");
    const shareOf = (month: IndicatorMonth | undefined) =>
      month && figureDigits(figureOf("share_goods", month));
    expect([shareOf(revision?.before), shareOf(revision?.after)]).toEqual(["0.0088", "0.0125"]);
    const [first, second] = (await findPeriod(OCTOBER))?.editions ?? [];
    expect(first?.manifest.figures.sales_goods).toBe("350000");
    expect(second?.manifest.revision?.records).toMatchObject({
      addedCount: 1,
      removedCount: 0,
      changedCount: 0,
    });
    expect(second?.manifest.previousHash).toBe(first?.hash);
    expect((await findPeriod(OCTOBER))?.state).toBe("revised");
  });

  it("an old order that becomes another, or none, is told as such", async () => {
    const [one, two] = await reader().select().from(orders).orderBy(orders.code);
    const move = async (id: string | undefined, deliveredOn: string) => {
      await inTransaction(async (tx) => {
        await tx
          .update(orders)
          .set({ deliveredOn })
          .where(eq(orders.id, id ?? ""));
      });
      await recountAll(officer);
    };
    await move(one?.id, "2026-10-30"); // no figure differs, the orders do
    await move(two?.id, "2026-11-01");
    expect(codeOf(await revise(1))).toBe("ok");
    const revision = (await findPeriod(OCTOBER))?.editions.at(-1)?.manifest.revision;
    expect(revision?.records).toMatchObject({ addedCount: 0, removedCount: 1, changedCount: 1 });
    expect(revision?.records.codes.toSorted()).toEqual(
      [one?.code ?? "", two?.code ?? ""].toSorted(),
    );
  });

  it("another publication of the statistics office is a cause of its own", async () => {
    await enterTotal(2_000_000_000, "2026-11-20");
    expect((await findPeriod(OCTOBER))?.differences.map(({ code }) => code)).toEqual([
      "share_goods",
      "retail_goods",
    ]);
    expect(codeOf(await revise(1))).toBe("ok");
    const revision = (await findPeriod(OCTOBER))?.editions.at(-1)?.manifest.revision;
    expect(revision?.causes).toEqual(["retail_total"]);
    expect(revision?.records).toEqual({
      addedCount: 0,
      removedCount: 0,
      changedCount: 0,
      codes: [],
    });
  });

  it("another publication of the same amount is a change too", async () => {
    await enterTotal(4_000_000_000, "2026-11-20");
    expect(await findPeriod(OCTOBER)).toMatchObject({ differences: [], isChanged: true });
    expect(await countWaitingPeriods()).toBe(1);
    expect(codeOf(await revise(1))).toBe("ok");
  });

  it("stands on the desk too, while the orders make something else", async () => {
    await sell(1);
    setClock(startOfDate("2026-12-05"));
    const standing = await readStandingSeries("2026-11");
    const [october, november] = standing.slice(-2);
    expect(october && figureDigits(figureOf("sales_goods", october.month))).toBe("350000");
    expect([october?.edition?.number, november?.edition]).toEqual([1, null]);
  });

  it("is not revised when nothing differs, nor past an edition that somebody made meanwhile", async () => {
    expect(codeOf(await revise(1))).toBe("period_unchanged");
    await sell(2);
    const both = await Promise.all([revise(1), revise(1)]);
    expect(both.map(codeOf).toSorted()).toEqual(["ok", "period_revised_since"]);
    expect(codeOf(await revise(1))).toBe("period_revised_since");
    expect(codeOf(await revise(2))).toBe("period_unchanged");
  });

  it("becomes public after the month before it, and once", async () => {
    await sell(2, { border: 1 });
    setClock(startOfDate("2027-01-05"));
    expect(codeOf(await closeMonth("2026-11"))).toBe("ok");
    expect(codeOf(await closeMonth("2026-12"))).toBe("ok");
    expect(codeOf(await publish(1, "2026-12"))).toBe("period_gap");
    expect(codeOf(await publish(1, "2026-11"))).toBe("ok");
    expect(codeOf(await publish(1, "2026-11"))).toBe("ok");
    expect(codeOf(await publish(1, "2026-12"))).toBe("ok");
    expect(codeOf(await publish(2, "2026-12"))).toBe("period_not_closed");
    expect((await shownSales()).map(([month]) => month)).toEqual([OCTOBER, "2026-11", "2026-12"]);
    const published = await reader().select().from(auditEntries);
    expect(published.filter(({ action }) => action === "period.publish")).toHaveLength(3);
  });
});

describe("a revision of a month that is public", () => {
  beforeEach(async () => {
    expect(codeOf(await closeMonth())).toBe("ok");
  });
  const manifestOf = async (edition: number) =>
    (await findPeriod(OCTOBER))?.editions.find((one) => one.edition === edition)?.manifest;

  it("is compared with the editions that everybody has, and says which", async () => {
    await sell(1);
    expect(codeOf(await revise(1))).toBe("ok"); // the first was never public
    expect(codeOf(await publish(2))).toBe("ok");
    await sell(2);
    expect(codeOf(await revise(2))).toBe("ok");
    expect(codeOf(await publish(3))).toBe("ok");
    await sell(3);
    expect(codeOf(await revise(3))).toBe("ok");
    const compared = await Promise.all([1, 2, 3, 4].map(async (n) => manifestOf(n)));
    expect(compared.map((one) => [one?.format, one?.comparedWith])).toEqual([
      [2, []],
      [2, []],
      [2, [2]],
      [2, [2, 3]],
    ]);
    for (const edition of [1, 2, 3, 4]) expect(await checkEdition(OCTOBER, edition)).toEqual([]);
  });

  it("does not tell the one new cell, which beside the public edition could be worked out", async () => {
    expect(codeOf(await publish(1))).toBe("ok");
    // The four sold goods of three stars; one of them sells the first of four.
    await sell(1, { lines: [{ ...LINE, stars: 4 }] });
    const asIs = (await takeSnapshot(OCTOBER)).disclosed;
    expect(asIs.withheldDimensions).toContain("stars");
    expect(codeOf(await revise(1))).toBe("ok");
    expect((await manifestOf(2))?.disclosed).toEqual(asIs);
    expect(await checkEdition(OCTOBER, 2)).toEqual([]);
  });

  it("is not kept when an edition has become public since the month was read", async () => {
    await sell(1);
    const work = revise(1);
    const [kept, published] = await Promise.all([work, publish(1)]);
    expect(codeOf(published)).toBe("ok");
    // Whichever came first: nothing is kept that was not compared with what is public.
    expect(["ok", "period_published_since"]).toContain(codeOf(kept));
    if (kept.ok) expect((await manifestOf(2))?.comparedWith).toEqual([1]);
    else expect(codeOf(await revise(1))).toBe("ok");
    expect((await manifestOf(2))?.comparedWith).toEqual([1]);
  });

  it("is found to be compared with something else when that was changed", async () => {
    expect(codeOf(await publish(1))).toBe("ok");
    await sell(1);
    expect(codeOf(await revise(1))).toBe("ok");
    await dropGuards();
    const [first] = await reader().select().from(periodEditions);
    if (!first) throw new Error("nothing was kept");
    await inTransaction((tx) => tx.delete(periodParts).where(eq(periodParts.editionId, first.id)));
    expect(await checkEdition(OCTOBER, 2)).toEqual(["compared"]);
  });

  it("that was closed before editions were compared still comes out the same", async () => {
    expect(codeOf(await publish(1))).toBe("ok");
    await sell(1);
    expect(codeOf(await revise(1))).toBe("ok");
    await dropGuards();
    const second = (await reader().select().from(periodEditions)).at(-1);
    if (!second) throw new Error("nothing was kept");
    const manifest = second.manifest
      .replace('"format":2', '"format":1')
      .replace('"comparedWith":[1],', "");
    await inTransaction((tx) =>
      tx
        .update(periodEditions)
        .set({ manifest, hash: hashOf(manifest) })
        .where(eq(periodEditions.id, second.id)),
    );
    expect(await checkEdition(OCTOBER, 2)).toEqual([]);
  });
});

describe("the proof", () => {
  beforeEach(async () => {
    expect(codeOf(await closeMonth())).toBe("ok");
    await sell(3);
    expect(codeOf(await revise(1))).toBe("ok");
  });

  it("holds, and a snapshot taken anew has the same hash", async () => {
    expect(await checkEdition(OCTOBER, 1)).toEqual([]);
    expect(await checkEdition(OCTOBER, 2)).toEqual([]);
    expect(await checkEdition(OCTOBER, 3)).toBeNull();
    const { records } = (await findPeriod(OCTOBER))?.editions.at(-1)?.manifest ?? {};
    const { packed } = await takeSnapshot(OCTOBER);
    expect(packed.hash).toBe(records?.hash);
    expect(packed.parts.map(({ hash }) => hash)).toEqual(records?.parts);
  });

  it("finds every byte that was changed", async () => {
    await dropGuards();
    const [edition] = await reader().select().from(periodEditions);
    const [part] = await reader().select().from(periodParts);
    if (!edition || !part) throw new Error("nothing was kept");
    for (let at = 0; at < part.content.length; at += 1) {
      const content = Uint8Array.from(part.content);
      content[at] = (content[at] ?? 0) ^ 1;
      await spoil(() =>
        inTransaction((tx) =>
          tx.update(periodParts).set({ content }).where(eq(periodParts.editionId, edition.id)),
        ),
      );
    }
    await inTransaction((tx) =>
      tx
        .update(periodParts)
        .set({ content: part.content })
        .where(eq(periodParts.editionId, edition.id)),
    );
    expect(await checkEdition(OCTOBER, 1)).toEqual([]);
    // Some thousands of letters: every fifth, from another one each time.
    for (let at = Date.now() % 5; at < edition.manifest.length; at += 5) {
      const other = edition.manifest[at] === "1" ? "2" : "1";
      const manifest = edition.manifest.slice(0, at) + other + edition.manifest.slice(at + 1);
      await spoil(() => setEdition({ manifest }));
    }
    await setEdition(edition);
    for (const [name, value] of [
      ["place", 9],
      ["edition", 9],
      ["closedAt", edition.closedAt + 1],
      ["hash", edition.hash.replace(/./, (digit) => (digit === "0" ? "1" : "0"))],
    ] as const) {
      await setEdition({ [name]: value });
      const found = name === "edition" ? 9 : 1;
      expect(await checkEdition(OCTOBER, found), name).not.toEqual([]);
      await setEdition(edition);
    }
    expect(await checkEdition(OCTOBER, 1)).toEqual([]);
  });

  it("finds an edition that was written anew, hash and all, by the one after it", async () => {
    await dropGuards();
    const [first] = await reader().select().from(periodEditions);
    if (!first) throw new Error("nothing was kept");
    const manifest = first.manifest.replace("Lê Thị Duyệt", "Ai Đó");
    await setEdition({ manifest, hash: hashOf(manifest) });
    expect(await checkEdition(OCTOBER, 2)).toEqual(["chain"]);
  });

  it("is made of all editions at once too, and names the faulty ones and the end of the chain", async () => {
    const shown: number[] = [];
    const whole = await checkChain((done) => shown.push(done));
    const editions = await reader().select().from(periodEditions).orderBy(periodEditions.place);
    expect(whole).toEqual({ editionCount: 2, endHash: editions[1]?.hash, faulty: [] });
    expect([Math.min(...shown) <= 0.5, Math.max(...shown)]).toEqual([true, 1]);
    await dropGuards();
    const [first] = editions;
    if (!first) throw new Error("nothing was kept");
    const manifest = first.manifest.replace("Lê Thị Duyệt", "Ai Đó");
    await setEdition({ manifest, hash: hashOf(manifest) });
    const { faulty } = await checkChain(() => undefined);
    expect(faulty).toEqual([{ month: OCTOBER, edition: 2, faults: ["chain"] }]);
    await inTransaction((tx) => tx.delete(periodParts).where(eq(periodParts.editionId, first.id)));
    expect((await checkChain(() => undefined)).faulty.map(({ edition }) => edition)).toEqual([
      1, 2,
    ]);
  });

  it("finds a part that is gone, and figures that their orders do not make", async () => {
    await dropGuards();
    const [first] = await reader().select().from(periodEditions);
    if (!first) throw new Error("nothing was kept");
    const manifest = first.manifest.replaceAll('"sales_goods":"350000"', '"sales_goods":"950000"');
    await setEdition({ manifest, hash: hashOf(manifest) });
    expect(await checkEdition(OCTOBER, 1)).toEqual(["figures"]);
    await setEdition(first);
    await inTransaction((tx) => tx.delete(periodParts).where(eq(periodParts.editionId, first.id)));
    expect(await checkEdition(OCTOBER, 1)).toEqual(["parts"]);
  });

  it("notes who takes the orders along, which are those that were counted", async () => {
    const taken = await takeEditionRecords(officer, { month: OCTOBER, edition: 2 });
    if (!taken.ok) throw new Error(taken.code);
    const lines = (await new Response(taken.value).text()).trimEnd().split("\n");
    const records = lines.map((line) => JSON.parse(line) as { kind: string; code: string });
    expect(records.map(({ kind }) => kind)).toEqual([...Array(5).fill("sale"), "return"]);
    expect(lines.join()).not.toMatch(/Nhung|0987654321|12 Ấp Bắc/);
    const entries = await reader().select().from(auditEntries);
    expect(entries.at(-1)).toMatchObject({ action: "period.take_records", after: { edition: 2 } });
    expect(codeOf(await takeEditionRecords(officer, { month: OCTOBER, edition: 9 }))).toBe(
      "period_not_closed",
    );
  });

  it("lets nothing be changed or taken away in the first place", async () => {
    const change = inTransaction((tx) => tx.update(periodEditions).set({ place: 9 }));
    await expect(change).rejects.toThrow();
    await expect(inTransaction((tx) => tx.delete(periodParts))).rejects.toThrow();
    const again = inTransaction(async (tx) => {
      tx.run(sql`REPLACE INTO period_editions SELECT * FROM period_editions`);
    });
    await expect(again).rejects.toThrow();
  });

  /** As whoever has the file could. */
  async function setEdition(values: Partial<typeof periodEditions.$inferInsert>) {
    const [first] = await reader().select().from(periodEditions).orderBy(periodEditions.place);
    const id = first?.place === 9 ? first.id : ((await firstId()) ?? "");
    await inTransaction((tx) =>
      tx.update(periodEditions).set(values).where(eq(periodEditions.id, id)),
    );
  }

  async function firstId() {
    const rows = await reader().select({ id: periodEditions.id }).from(periodEditions);
    return rows.map(({ id }) => id).toSorted()[0];
  }

  async function spoil(change: () => Promise<unknown>) {
    await change();
    expect(await checkEdition(OCTOBER, 1)).not.toEqual([]);
  }
});
