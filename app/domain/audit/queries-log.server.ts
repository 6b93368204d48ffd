import { and, desc, eq, gte, inArray, isNotNull, lt, lte, or, type SQL } from "drizzle-orm";
import { auditEntries, IS_OF_PERSON, IS_OF_STAFF } from "~db/schema/audit";
import { letOthersWork, reader, type ReadDatabase } from "~/platform/db.server";
import { fits, HOUSEHOLD_SUBJECTS, momentsOf, type AuditQuestion } from "./question";
import type { AuditEntry, AuditLine, AuditPage } from "./types";

const PAGE = 50;
/** Read at once; between two of them others work. */
const CHUNK = 1_000;
/** So many entries are looked at for a page before it says how far it came. */
export const LOOKED_MAX = 20_000;

const { occurredAt, id, subjectKind, subjectId, actorId, actorKind, onBehalfOfId } = auditEntries;

/**
 * The entries that are asked for, the newest first.
 * @param after `next` of the page before; "" or what nobody was given begins anew
 */
export async function listEntries(question: AuditQuestion, after: string): Promise<AuditPage> {
  const found: AuditLine[] = [];
  let lookedCount = 0;
  for await (const line of linesBehind(question, readPlace(after))) {
    lookedCount += 1;
    if (fits(question, line)) found.push(line);
    if (found.length > PAGE) break;
    if (lookedCount === LOOKED_MAX) {
      const entries = await withStates(found);
      return { entries, next: placeOf(line), stoppedAt: line.occurredAt };
    }
  }
  const last = found[PAGE - 1];
  return {
    entries: await withStates(found.slice(0, PAGE)),
    next: last && found.length > PAGE ? placeOf(last) : null,
    stoppedAt: null,
  };
}

/** All of them for a file, as they are read. */
export async function* readEntries(question: AuditQuestion): AsyncGenerator<AuditEntry[]> {
  let found: AuditLine[] = [];
  for await (const line of linesBehind(question, null)) {
    if (!fits(question, line)) continue;
    found.push(line);
    if (found.length < CHUNK) continue;
    yield await withStates(found);
    found = [];
  }
  yield await withStates(found);
}

export async function findEntry(entryId: string): Promise<AuditEntry | null> {
  const [entry] = await reader()
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.id, entryId))
    .limit(1);
  return entry ?? null;
}

type Place = Pick<AuditLine, "occurredAt" | "id">;

function placeOf({ occurredAt: at, id: entryId }: Place): string {
  return `${at}.${entryId}`;
}

function readPlace(after: string): Place | null {
  const [, at, entryId] = /^(\d{1,15})\.(\w{1,60})$/.exec(after) ?? [];
  return entryId === undefined ? null : { occurredAt: Number(at), id: entryId };
}

/** All that may be asked for and a little more, the newest first: what one index, or a household's three ways, lead to. */
async function* linesBehind(
  question: AuditQuestion,
  after: Place | null,
): AsyncGenerator<AuditLine> {
  const ways = waysTo(question).map((way) => linesOf(question, way, after));
  const heads = await Promise.all(ways.map((way) => way.next()));
  let last: string | null = null;
  for (;;) {
    const at = newestOf(heads.map(({ done, value }) => (done ? null : value)));
    const head = at === null ? undefined : heads[at];
    if (at === null || !head || head.done) return;
    // Done in a household's name and to itself, an entry lies on two ways.
    if (head.value.id !== last) yield head.value;
    last = head.value.id;
    const next = await ways[at]?.next();
    if (next) heads[at] = next;
  }
}

function newestOf(lines: readonly (AuditLine | null)[]): number | null {
  let newest: number | null = null;
  for (const [at, line] of lines.entries()) {
    const other = newest === null ? null : lines[newest];
    if (line && (!other || isNewer(line, other))) newest = at;
  }
  return newest;
}

function isNewer(line: Place, other: Place): boolean {
  if (line.occurredAt !== other.occurredAt) return line.occurredAt > other.occurredAt;
  return line.id > other.id;
}

/** What is looked up in an index: the narrowest that the question names. Without it only the days are. */
function waysTo({ subject, personId, householdId, actorKind: kind }: AuditQuestion): SQL[] {
  if (subject !== null) return [ofSubject(subject.kind, subject.id)];
  if (personId !== null) return [all(IS_OF_PERSON, eq(actorId, personId))];
  if (householdId !== null) {
    const isTheirs = all(isNotNull(onBehalfOfId), eq(onBehalfOfId, householdId));
    return [isTheirs, ...HOUSEHOLD_SUBJECTS.map((one) => ofSubject(one, householdId))];
  }
  const isStaff = kind === "department_officer" || kind === "agent";
  return [isStaff ? all(IS_OF_STAFF, eq(actorKind, kind)) : gte(occurredAt, 0)];
}

function ofSubject(kind: string, subject: string): SQL {
  return all(eq(subjectKind, kind), eq(subjectId, subject));
}

function all(...terms: SQL[]): SQL {
  return and(...terms) as SQL;
}

async function* linesOf(
  question: AuditQuestion,
  way: SQL,
  after: Place | null,
): AsyncGenerator<AuditLine> {
  const { since, until } = momentsOf(question);
  const from = since === null ? undefined : gte(occurredAt, since);
  for (let place = after; ;) {
    const before = place === null && until !== null ? lt(occurredAt, until) : beyond(place);
    const chunk = await readChunk(reader(), [way, from, before]);
    yield* chunk;
    const last = chunk.at(-1);
    if (!last || chunk.length < CHUNK) return;
    place = last;
    await letOthersWork();
  }
}

function beyond(place: Place | null): SQL | undefined {
  if (place === null) return undefined;
  return and(
    lte(occurredAt, place.occurredAt),
    or(lt(occurredAt, place.occurredAt), lt(id, place.id)),
  );
}

async function readChunk(
  db: ReadDatabase,
  terms: readonly (SQL | undefined)[],
): Promise<AuditLine[]> {
  return db
    .select({
      id,
      occurredAt,
      actorKind,
      actorId,
      onBehalfOfId,
      action: auditEntries.action,
      subjectKind,
      subjectId,
    })
    .from(auditEntries)
    .where(and(...terms))
    .orderBy(desc(occurredAt), desc(id))
    .limit(CHUNK);
}

async function withStates(lines: readonly AuditLine[]): Promise<AuditEntry[]> {
  if (lines.length === 0) return [];
  const ids = lines.map((line) => line.id);
  const rows = await reader().select().from(auditEntries).where(inArray(id, ids));
  const entries = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((one) => entries.get(one) ?? []);
}
