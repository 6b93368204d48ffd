import { and, asc, desc, eq, gt, isNotNull, isNull, lt, lte, sql, type SQL } from "drizzle-orm";
import { complianceRequests, complianceSteps } from "~db/schema/compliance";
import { users } from "~db/schema/identity";
import { alias } from "~db/dialect";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { SOON_MS } from "./clocks";
import type { ComplianceRequest, RequestFilter, RequestStepLine } from "./types";

const REQUESTS_A_PAGE = 50;
const STEPS_MAX = 500;

/** A page (from 1) of the register: open ones by what is due next, answered ones the latest first, all by when they came in. */
export async function listRequests(
  filter: RequestFilter,
  page: number,
): Promise<{ requests: ComplianceRequest[]; pageCount: number }> {
  const where = isShown(filter);
  const total = await reader().$count(complianceRequests, where);
  const requests = await selectRequests(reader(), where)
    .orderBy(...orderOf(filter))
    .limit(REQUESTS_A_PAGE)
    .offset((page - 1) * REQUESTS_A_PAGE);
  return {
    requests: requests.map(requestOf),
    pageCount: Math.max(1, Math.ceil(total / REQUESTS_A_PAGE)),
  };
}

function isShown({ kind, state }: RequestFilter): SQL | undefined {
  const { answeredAt } = complianceRequests;
  const isOfState = { open: isNull(answeredAt), answered: isNotNull(answeredAt), all: undefined };
  return and(kind === null ? undefined : eq(complianceRequests.kind, kind), isOfState[state]);
}

function orderOf({ state }: RequestFilter): SQL[] {
  const { dueAt, answeredAt, receivedAt, id } = complianceRequests;
  if (state === "open") return [sql`${dueAt} is null`, asc(dueAt), asc(receivedAt), asc(id)];
  return [desc(state === "answered" ? answeredAt : receivedAt), desc(id)];
}

/** A request with this id, or null. */
export async function findRequest(
  id: string,
  db: ReadDatabase = reader(),
): Promise<(ComplianceRequest & { termId: string }) | null> {
  const [row] = await selectRequests(db, eq(complianceRequests.id, id)).limit(1);
  return row ? { ...requestOf(row), termId: row.found.termId } : null;
}

/** How many open requests are overdue, or due within eight hours. */
export async function countPressingRequests(): Promise<{ overdue: number; soon: number }> {
  const at = now();
  const { answeredAt, dueAt } = complianceRequests;
  const open = isNull(answeredAt);
  const overdue = await reader().$count(complianceRequests, and(open, lt(dueAt, at)));
  const pressing = await reader().$count(complianceRequests, and(open, lte(dueAt, at + SOON_MS)));
  return { overdue, soon: pressing - overdue };
}

const PAGE_OF_FILE = 500;
const PAGES_OF_FILE_MAX = 200;

/** All of a filter in the order of entry, for a file: at most 100,000. */
export async function* readRequests(
  filter: RequestFilter,
): AsyncGenerator<ComplianceRequest[], undefined> {
  let last = "";
  for (let page = 0; page < PAGES_OF_FILE_MAX; page += 1) {
    const isNext = and(isShown(filter), gt(complianceRequests.id, last));
    const rows = await selectRequests(reader(), isNext)
      .orderBy(asc(complianceRequests.id))
      .limit(PAGE_OF_FILE);
    if (rows.length > 0) yield rows.map(requestOf);
    if (rows.length < PAGE_OF_FILE) return undefined;
    last = rows.at(-1)?.found.id ?? last;
  }
  return undefined;
}

/** What was done about a request, the latest first. */
export async function listRequestSteps(requestId: string): Promise<RequestStepLine[]> {
  const { id, step, result, words, occurredAt } = complianceSteps;
  const handlers = alias(users, "handlers");
  return reader()
    .select({
      id,
      step,
      result,
      words,
      occurredAt,
      actorName: users.fullName,
      handlerName: handlers.fullName,
    })
    .from(complianceSteps)
    .innerJoin(users, eq(users.id, complianceSteps.actorId))
    .leftJoin(handlers, eq(handlers.id, complianceSteps.handlerId))
    .where(eq(complianceSteps.requestId, requestId))
    .orderBy(desc(occurredAt), desc(id))
    .limit(STEPS_MAX);
}

function selectRequests(db: ReadDatabase, where: SQL | undefined) {
  return db
    .select({ found: complianceRequests, handlerName: users.fullName })
    .from(complianceRequests)
    .innerJoin(users, eq(users.id, complianceRequests.handlerId))
    .where(where)
    .$dynamic();
}

type Row = { found: typeof complianceRequests.$inferSelect; handlerName: string };

function requestOf({ found, handlerName }: Row): ComplianceRequest {
  const { aboutKind, aboutId, aboutCode, handlerId, termId: _, enteredById: __, ...facts } = found;
  const about =
    aboutKind === null || aboutId === null
      ? null
      : { kind: aboutKind, id: aboutId, code: aboutCode };
  return { ...facts, about, handler: { id: handlerId, name: handlerName } };
}
