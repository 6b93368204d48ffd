import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { channelSales, sourceFiles } from "~db/schema/statistics-channels";
import type { UserActor } from "~/domain/audit/actor";
import {
  listChannelSales,
  listChannelVintages,
  readChannelMonth,
} from "~/domain/statistics/queries-channels.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { vnd } from "~/platform/money";
import { sentWhole } from "~/platform/parts.server";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { enterChannelSale, type ChannelInput } from "./enter-channel-sale.server";
import { enterRetailTotal } from "./enter-retail-total.server";
import { lookAtSourceFile } from "./look-at-source-file.server";
import { insertTestUser } from "./test-shop";
import { withdrawChannelSale } from "./withdraw-channel-sale.server";

let close: () => void;
let officer: UserActor;
let clock = 0;

beforeEach(async () => {
  close = openTestDatabase();
  clock = startOfDate("2026-11-22");
  setClock(() => (clock += 1_000));
  const userId = await insertTestUser({ role: "department_officer", fullName: "Lê Thị Duyệt" });
  officer = { kind: "user", userId, role: "department_officer" };
});
afterEach(() => {
  setClock();
  close();
});

type Sale = ChannelInput["sale"];
const sale = (change: Partial<Sale> = {}): Sale => ({
  id: newId("chs"),
  channel: "shopee",
  channelName: "",
  firstMonth: "2026-09",
  lastMonth: "2026-09",
  kind: "goods",
  amountVnd: vnd(12_000_000_000),
  method: "survey",
  grade: "C",
  source: "Khảo sát 200 hộ",
  receivedOn: "2026-10-15",
  ...change,
});

const CLEAR = { isAmbiguous: false, confirmation: null };
const report = (text: string) => ({
  sent: sentWhole(new TextEncoder().encode(text)),
  fileName: "bao-cao.csv",
});

function enter(one: Sale, rest: Partial<Omit<ChannelInput, "sale">> = {}) {
  return enterChannelSale(officer, {
    sale: one,
    file: null,
    corrects: null,
    typing: CLEAR,
    ...rest,
  });
}

async function entered(one: Sale, rest: Partial<Omit<ChannelInput, "sale">> = {}) {
  const answer = await enter(one, rest);
  if (!answer.ok) throw new Error(answer.code);
  if (answer.value.outcome === "question") throw new Error(answer.value.question.doubt);
  return answer.value;
}

function keptFiles(): string[] {
  try {
    return readdirSync(join(settings().DATA_DIR, "private", "statistics"));
  } catch {
    return [];
  }
}

const actions = async () =>
  (await reader().select({ action: auditEntries.action }).from(auditEntries)).map(
    (one) => one.action,
  );

describe("entering", () => {
  test("the same form sent twice, also at once, is one figure and one line of audit", async () => {
    const one = sale();
    const [first, second] = await Promise.all([entered(one), entered(one)]);
    expect([first?.isRepeat, second?.isRepeat]).toEqual([false, true]);
    expect(await reader().$count(channelSales)).toBe(1);
    expect(await actions()).toEqual(["channel_sale.enter"]);
  });

  test("its file is kept, sealed, and each look at it is noted", async () => {
    const { recordId } = await entered(sale({ method: "floor_report", grade: "A" }), {
      file: report("a;b\n1;2\n"),
    });
    const [found] = await listChannelVintages(recordId);
    expect(found?.file).toMatchObject({ type: "csv", fileName: "bao-cao.csv" });
    expect(keptFiles()).toEqual([`${found?.file?.id}.csv`]);
    const looked = await lookAtSourceFile(officer, found?.file?.id ?? "");
    expect(looked.ok && new TextDecoder().decode(looked.value.content ?? undefined)).toBe(
      "a;b\n1;2\n",
    );
    expect(await actions()).toContain("source_file.look");
    expect(await lookAtSourceFile(officer, "srf_khong-co")).toMatchObject({
      code: "evidence_not_found",
    });
  });

  test("what is not entered leaves no file behind", async () => {
    await entered(sale());
    expect(await enter(sale(), { file: report("a;b") })).toMatchObject({ code: "channel_overlap" });
    expect(await enter(sale({ channel: "lazada" }), { file: report("chi la chu") })).toMatchObject({
      code: "source_file_unreadable",
    });
    expect(keptFiles()).toEqual([]);
    expect(await reader().$count(sourceFiles)).toBe(0);
  });

  test("grade A without the floor's report is refused", async () => {
    const answer = await enter(sale({ method: "floor_report", grade: "A" }));
    expect(answer).toMatchObject({ code: "channel_file_missing" });
  });

  test("no month of a channel is counted twice", async () => {
    const quarter = { firstMonth: "2026-07", lastMonth: "2026-09", amountVnd: vnd(30_000_000_000) };
    await entered(sale(quarter));
    expect(await enter(sale())).toEqual({
      ok: false,
      code: "channel_overlap",
      detail: { first: "07/2026", last: "09/2026", billions: "30,0" },
    });
    for (const free of [
      { firstMonth: "2026-10", lastMonth: "2026-10", receivedOn: "2026-11-02" },
      { channel: "lazada" as const },
      { kind: "goods_services" as const },
      { channel: "other" as const, channelName: "Sendo" },
    ]) {
      expect((await entered(sale(free))).isRepeat).toBe(false);
    }
    expect(await enter(sale({ channel: "other", channelName: "SENDO" }))).toMatchObject({
      code: "channel_overlap",
    });
  });

  test("goods are never more than goods and services of the same channel and months", async () => {
    await entered(sale());
    const all = { kind: "goods_services", amountVnd: vnd(11_000_000_000) } as const;
    expect(await enter(sale(all))).toMatchObject({ code: "channel_all_below_goods" });
    await entered(sale({ ...all, amountVnd: vnd(13_000_000_000) }));
    const lazada = { channel: "lazada", kind: "goods_services" } as const;
    await entered(sale(lazada));
    expect(await enter(sale({ channel: "lazada", amountVnd: vnd(12_000_000_001) }))).toMatchObject({
      code: "channel_goods_above_all",
    });
  });

  test("a slip is asked about, nothing is written before the yes to that very amount", async () => {
    await entered(sale({ firstMonth: "2026-08", lastMonth: "2026-08" }));
    const slip = sale({ amountVnd: vnd(120_000_000_000) });
    const asked = await enter(slip, { file: report("a;b") });
    const question = asked.ok && asked.value.outcome === "question" ? asked.value.question : null;
    expect(question).toMatchObject({ doubt: "far" });
    expect(await reader().$count(channelSales)).toBe(1);
    expect(keptFiles()).toEqual([]);
    const confirmation = question?.confirmation ?? null;
    const other = { ...slip, amountVnd: vnd(130_000_000_000) };
    expect(await enter(other, { typing: { ...CLEAR, confirmation } })).toMatchObject({
      value: { outcome: "question" },
    });
    expect((await entered(slip, { typing: { ...CLEAR, confirmation } })).isRepeat).toBe(false);
  });

  test("more than a fifth of the province's retail is asked about", async () => {
    const official = {
      month: "2026-09",
      kind: "goods",
      amountVnd: vnd(50_000_000_000),
      stage: "final",
      source: "Báo cáo",
      publishedOn: "2026-10-20",
    } as const;
    await enterRetailTotal(officer, official, CLEAR);
    expect(await enter(sale())).toMatchObject({ value: { question: { doubt: "large" } } });
  });
});

describe("correcting and withdrawing", () => {
  test("a correction is a new vintage with the earlier file, and counts instead", async () => {
    const { recordId } = await entered(sale({ method: "floor_report", grade: "A" }), {
      file: report("a;b"),
    });
    const right = sale({ method: "floor_report", grade: "A", amountVnd: vnd(15_000_000_000) });
    await entered(right, { corrects: { recordId, vintage: 1 } });
    const vintages = await listChannelVintages(recordId);
    expect(vintages.map((one) => [one.vintage, one.amountVnd])).toEqual([
      [2, 15_000_000_000],
      [1, 12_000_000_000],
    ]);
    expect(vintages[0]?.file?.id).toBe(vintages[1]?.file?.id);
    expect((await readChannelMonth("2026-09")).ending).toMatchObject([{ vintage: 2 }]);
    expect(await actions()).toEqual(["channel_sale.enter", "channel_sale.correct"]);
  });

  test("who had an older vintage before them is told so", async () => {
    const { recordId } = await entered(sale());
    await entered(sale({ amountVnd: vnd(13_000_000_000) }), { corrects: { recordId, vintage: 1 } });
    const late = { corrects: { recordId, vintage: 1 } };
    expect(await enter(sale({ amountVnd: vnd(14_000_000_000) }), late)).toMatchObject({
      code: "channel_changed_since",
    });
    const gone = { recordId, vintage: 1, reason: "Nhập nhầm tỉnh" };
    expect(await withdrawChannelSale(officer, gone)).toMatchObject({
      code: "channel_changed_since",
    });
    const none = { corrects: { recordId: "chs_khong-co", vintage: 1 } };
    expect(await enter(sale(), none)).toMatchObject({ code: "channel_record_not_found" });
  });

  test("what was withdrawn counts no more, stays to be read and leaves its months free", async () => {
    const { recordId } = await entered(sale());
    const gone = { recordId, vintage: 1, reason: "Nhập nhầm tỉnh" };
    expect(await withdrawChannelSale(officer, gone)).toMatchObject({ value: { isRepeat: false } });
    expect(await withdrawChannelSale(officer, gone)).toMatchObject({ value: { isRepeat: true } });
    expect((await readChannelMonth("2026-09")).ending).toEqual([]);
    expect(await listChannelSales()).toMatchObject([
      { withdrawnReason: "Nhập nhầm tỉnh", vintage: 2 },
    ]);
    expect(await enter(sale(), { corrects: { recordId, vintage: 2 } })).toMatchObject({
      code: "channel_withdrawn",
    });
    await entered(sale());
    expect(await actions()).toEqual([
      "channel_sale.enter",
      "channel_sale.withdraw",
      "channel_sale.enter",
    ]);
    const none = { ...gone, recordId: "chs_khong-co" };
    expect(await withdrawChannelSale(officer, none)).toMatchObject({
      code: "channel_record_not_found",
    });
  });

  test("a figure once entered cannot be changed or deleted", async () => {
    await entered(sale());
    const change = inTransaction((tx) => tx.update(channelSales).set({ amountVnd: 1 }));
    await expect(change).rejects.toThrow();
    await expect(inTransaction((tx) => tx.delete(channelSales))).rejects.toThrow();
  });
});

test("a span is shown in its last month, and named in the others", async () => {
  await entered(sale({ firstMonth: "2026-07", lastMonth: "2026-09" }));
  const { ending } = await readChannelMonth("2026-09");
  expect(ending).toMatchObject([{ firstMonth: "2026-07", lastMonth: "2026-09" }]);
  for (const month of ["2026-07", "2026-08"]) {
    expect(await readChannelMonth(month)).toMatchObject({
      ending: [],
      within: [{ kind: "goods" }],
    });
  }
  expect(await readChannelMonth("2026-10")).toEqual({ ending: [], within: [] });
});
