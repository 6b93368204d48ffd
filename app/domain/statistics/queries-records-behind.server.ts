import { and, eq, gt, inArray, or, sum } from "drizzle-orm";
import { households } from "~db/schema/households";
import { monthlySales, monthlySellers } from "~db/schema/statistics";
import { letOthersWork, reader, type ReadDatabase } from "~/platform/db.server";
import { vnd, type Vnd } from "~/platform/money";
import { addDays, addMonths, type LocalDate, type Month } from "~/platform/period";
import {
  readReturns,
  readSales,
  type Place,
  type RecordFilter,
} from "./periods/queries-records.server";
import type { PeriodRecord } from "./periods/records";
import { linesAsked, setsOf, type RecordsQuestion } from "./records-question";
import type { RecordBehind } from "./types-records";

export type RecordsPage = {
  records: RecordBehind[];
  /** Names the last one, for the page after it; null at the end. */
  next: string | null;
};

const PAGE = 50;
const FILE_PAGE = 1_000;
/** With fewer sellers than this their orders are looked through, with more the days. */
const FEW_SELLERS = 50;
const KINDS = ["sale", "return"] as const;

/**
 * The orders and then the returns behind a figure, by day and code.
 * @param after `next` of the page before; "" for the first
 */
export async function listRecordsBehind(
  question: RecordsQuestion,
  after: string,
): Promise<RecordsPage> {
  const records: PeriodRecord[] = [];
  for await (const page of pagesBehind(question, placeOf(question, after), PAGE + 1)) {
    records.push(...page);
    if (records.length > PAGE) break;
  }
  const shown = records.slice(0, PAGE);
  const last = shown.at(-1);
  const names = await nameSellers(new Map(), shown);
  return {
    records: shown.map((record) => toBehind(question, record, names)),
    next: last && records.length > PAGE ? `${last.kind}.${last.on}.${last.code}` : null,
  };
}

/** All of them from the question's month to `last`, as they are read; memory does not grow with their number. */
export async function* readRecordsBehind(
  question: RecordsQuestion,
  last: Month,
): AsyncGenerator<RecordBehind[]> {
  const names = new Map<string, string>();
  for (let { month } = question; month <= last; month = addMonths(month, 1)) {
    const asked = { ...question, month };
    for await (const page of pagesBehind(asked, placeOf(asked, ""), FILE_PAGE)) {
      if (page.length === 0) continue;
      await nameSellers(names, page);
      yield page.map((record) => toBehind(asked, record, names));
    }
  }
}

/** What the kept figures say of them: the file adds up to it. By set and stars no orders are kept. */
export async function sumRecordsBehind(
  question: RecordsQuestion,
): Promise<{ soldVnd: Vnd; returnedVnd: Vnd; orderCount: number | null }> {
  const { month, channel, method, communeCode } = question;
  const [sums] = await reader()
    .select({ soldVnd: sum(monthlySales.itemsVnd), returnedVnd: sum(monthlySales.returnedVnd) })
    .from(monthlySales)
    .where(keptRows(question));
  const [orders] = await reader()
    .select({ count: sum(monthlySellers.orderCount) })
    .from(monthlySellers)
    .where(
      and(
        eq(monthlySellers.month, month),
        eq(monthlySellers.channel, channel),
        method === null ? undefined : eq(monthlySellers.method, method),
        communeCode === null ? undefined : eq(monthlySellers.communeCode, communeCode),
      ),
    );
  const isByLines = setsOf(question) !== undefined || question.stars !== null;
  return {
    soldVnd: vnd(Number(sums?.soldVnd ?? 0)),
    returnedVnd: vnd(Number(sums?.returnedVnd ?? 0)),
    orderCount: isByLines ? null : Number(orders?.count ?? 0),
  };
}

function keptRows(question: RecordsQuestion) {
  const { month, channel, stars, method, communeCode } = question;
  const sets = setsOf(question);
  return and(
    eq(monthlySales.month, month),
    eq(monthlySales.channel, channel),
    sets === undefined ? undefined : inArray(monthlySales.ocopSet, [...sets]),
    stars === null ? undefined : eq(monthlySales.stars, stars),
    method === null ? undefined : eq(monthlySales.method, method),
    communeCode === null ? undefined : eq(monthlySales.communeCode, communeCode),
  );
}

type Start = { kind: PeriodRecord["kind"]; place: Place };

/** Where to go on; what nobody was given begins anew. */
function placeOf({ month }: RecordsQuestion, after: string): Start {
  const [, kind, on = "", code = ""] =
    /^(sale|return)\.(\d{4}-\d{2}-\d{2})\.([\w-]{1,40})$/.exec(after) ?? [];
  return kind !== undefined && on.startsWith(month)
    ? { kind: kind as PeriodRecord["kind"], place: { on, code } }
    : { kind: "sale", place: { on: `${month}-01`, code: "" } };
}

/** Pages of at most so many; some are empty. */
async function* pagesBehind(
  question: RecordsQuestion,
  start: Start,
  limit: number,
): AsyncGenerator<PeriodRecord[]> {
  const db = reader();
  const sellers = await findFewSellers(db, question);
  const filter: RecordFilter = {
    channel: question.channel,
    method: question.method ?? undefined,
    communeCode: question.communeCode ?? undefined,
    ocopSets: setsOf(question),
    stars: question.stars ?? undefined,
    householdIds: sellers ?? undefined,
  };
  const end = `${addMonths(question.month, 1)}-01`;
  for (const kind of KINDS.slice(KINDS.indexOf(start.kind))) {
    const readPage = kind === "sale" ? readSales : readReturns;
    let after = kind === start.kind ? start.place : { on: `${question.month}-01`, code: "" };
    while (after.on < end) {
      // Day by day, so that no query looks through a whole month.
      const until: LocalDate = sellers ? end : addDays(after.on, 1);
      const page = await readPage(db, { after, until, limit, filter });
      yield page;
      const last = page.at(-1);
      after = last && page.length === limit ? last : { on: until, code: "" };
      await letOthersWork();
    }
  }
}

/** Who has anything behind the figure, where these are few; null where they are many. */
async function findFewSellers(
  db: ReadDatabase,
  question: RecordsQuestion,
): Promise<string[] | null> {
  const rows = await db
    .selectDistinct({ householdId: monthlySales.householdId })
    .from(monthlySales)
    .where(
      and(keptRows(question), or(gt(monthlySales.lineCount, 0), gt(monthlySales.returnedCount, 0))),
    )
    .limit(FEW_SELLERS + 1);
  return rows.length > FEW_SELLERS ? null : rows.map(({ householdId }) => householdId);
}

async function nameSellers(
  names: Map<string, string>,
  records: readonly PeriodRecord[],
): Promise<Map<string, string>> {
  const unknown = new Set(
    records.map(({ householdId }) => householdId).filter((id) => !names.has(id)),
  );
  if (unknown.size === 0) return names;
  const rows = await reader()
    .select({ id: households.id, name: households.name })
    .from(households)
    .where(inArray(households.id, [...unknown]));
  for (const { id, name } of rows) names.set(id, name);
  return names;
}

function toBehind(
  question: RecordsQuestion,
  record: PeriodRecord,
  names: ReadonlyMap<string, string>,
): RecordBehind {
  const lines = linesAsked(question, record.lines);
  return {
    ...record,
    sellerName: names.get(record.householdId) ?? "",
    lines,
    vnd: vnd(lines.reduce((total, line) => total + line.vnd, 0)),
  };
}
