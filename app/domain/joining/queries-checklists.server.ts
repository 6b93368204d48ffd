import { and, desc, eq, gt, inArray, isNotNull, max, ne } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { certificates } from "~db/schema/certificates";
import { householdMembers, households } from "~db/schema/households";
import { users } from "~db/schema/identity";
import { joiningSteps } from "~db/schema/joining";
import { payees } from "~db/schema/settlement-payees";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import type { JoiningFact } from "./joining-items";
import { awaitsHousehold, isKnown, isOpen, stateOf, type ItemState } from "./joining-state";
import { listItems } from "./queries.server";
import type { Checklist, ChecklistEntry, ChecklistItem, ItemStep, JoiningItem } from "./types";

const STEPS_SHOWN = 50;
/** More than all households of a province send of one item. */
const SENDINGS_MAX = 50_000;

/** How the list stands for each of these households, by their ids; a page shows at most 30. */
export async function loadChecklists(
  householdIds: readonly string[],
  db: ReadDatabase = reader(),
): Promise<Map<string, Checklist>> {
  const items = await listItems(db);
  const ids = [...householdIds];
  const facts = await loadFacts(db, ids);
  const newest = await loadNewestSteps(db, ids);
  return new Map(
    ids.map((id) => {
      const known = facts.get(id) ?? [];
      const standing = items.map((item) => standingOf(item, known, newest.get(`${id} ${item.id}`)));
      return [id, checklistOf(standing)];
    }),
  );
}

/** Of each of these: how much of its list is done or waived, of how much, and what was sent back. */
export async function loadProgress(householdIds: readonly string[]) {
  const all = await loadChecklists(householdIds);
  return new Map(
    Array.from(all, ([id, { items }]) => {
      const of = (states: readonly ItemState[]) =>
        items.filter(({ state }) => states.includes(state)).length;
      const doneCount = of(["done", "waived"]);
      return [id, { doneCount, allCount: items.length, sentBackCount: of(["sent_back"]) }];
    }),
  );
}

export async function loadChecklist(householdId: string, db?: ReadDatabase): Promise<Checklist> {
  const all = await loadChecklists([householdId], db);
  return all.get(householdId) ?? checklistOf([]);
}

/** One item of a household, with its last 50 steps; null when it is not asked for. */
export async function loadChecklistEntry(
  householdId: string,
  itemId: string,
  db: ReadDatabase = reader(),
): Promise<ChecklistEntry | null> {
  const { items } = await loadChecklist(householdId, db);
  const item = items.find((one) => one.id === itemId);
  if (!item) return null;
  const rows = await db
    .select({ step: joiningSteps, actorName: users.fullName })
    .from(joiningSteps)
    .leftJoin(users, eq(users.id, joiningSteps.actorId))
    .where(and(eq(joiningSteps.householdId, householdId), eq(joiningSteps.itemId, itemId)))
    .orderBy(desc(joiningSteps.id))
    .limit(STEPS_SHOWN);
  const steps = rows.map(({ step, actorName }, i): ItemStep => {
    // Once it was decided about, what is to be erased is gone, or about to go.
    const isGone = item.isErased && i > 0;
    return {
      id: step.id,
      step: step.step,
      reason: step.reason,
      statement: step.statement,
      fileTypes: isGone ? [] : step.files.map((file) => file.type),
      erasedCount: isGone ? step.files.length : 0,
      actorName,
      occurredAt: step.occurredAt,
      isSample: step.isSample,
    };
  });
  return { item, steps };
}

/** A file of evidence by its step and its place there, counted from 1; null where there is none. */
export async function findEvidence(stepId: string, place: number, db: ReadDatabase = reader()) {
  const [row] = await db
    .select({ householdId: joiningSteps.householdId, files: joiningSteps.files })
    .from(joiningSteps)
    .where(eq(joiningSteps.id, stepId))
    .limit(1);
  const file = row?.files[place - 1];
  return row && file ? { householdId: row.householdId, file } : null;
}

/** The step that this form has made, or null. */
export async function findStepOfForm(db: ReadDatabase, formId: string) {
  const [row] = await db
    .select({
      id: joiningSteps.id,
      householdId: joiningSteps.householdId,
      itemId: joiningSteps.itemId,
    })
    .from(joiningSteps)
    .where(eq(joiningSteps.formId, formId))
    .limit(1);
  return row ?? null;
}

/** All files that a household has ever sent of an item. */
export async function listSentFiles(
  db: ReadDatabase,
  { householdId, itemId }: { householdId: string; itemId: string },
) {
  const rows = await db
    .select({ files: joiningSteps.files })
    .from(joiningSteps)
    .where(and(eq(joiningSteps.householdId, householdId), eq(joiningSteps.itemId, itemId)))
    .orderBy(desc(joiningSteps.id))
    .limit(STEPS_SHOWN);
  return rows.flatMap(({ files }) => files.map(({ id, type }) => ({ id, type })));
}

/** All files that households have ever sent of an item. */
export async function listFilesOfItem(db: ReadDatabase, itemId: string) {
  const rows = await db
    .select({ files: joiningSteps.files })
    .from(joiningSteps)
    .where(and(eq(joiningSteps.itemId, itemId), eq(joiningSteps.step, "sent")))
    .orderBy(desc(joiningSteps.id))
    .limit(SENDINGS_MAX);
  return rows.flatMap(({ files }) => files.map(({ id, type }) => ({ id, type })));
}

/** Whose list an officer looks at; null when there is no such household. */
export async function findJoiningHousehold(slug: string, db: ReadDatabase = reader()) {
  const [row] = await db
    .select({ id: households.id, slug: households.slug, name: households.name })
    .from(households)
    .where(eq(households.slug, slug))
    .limit(1);
  return row ?? null;
}

type Step = Pick<typeof joiningSteps.$inferSelect, "step" | "reason">;

function standingOf(
  item: JoiningItem,
  facts: readonly JoiningFact[],
  newest: Step | undefined,
): ChecklistItem {
  const state = stateOf(item, { last: newest?.step ?? null, facts });
  const isSaid = state === "sent_back" || state === "waived";
  return {
    ...item,
    state,
    isKnown: isKnown(item, facts),
    reason: isSaid ? (newest?.reason ?? null) : null,
  };
}

function checklistOf(items: ChecklistItem[]): Checklist {
  const open = items.filter(isOpen);
  return {
    items,
    openCount: open.length,
    todoCount: open.filter(awaitsHousehold).length,
    sentCount: items.filter((item) => item.state === "sent").length,
  };
}

async function loadNewestSteps(db: ReadDatabase, ids: string[]): Promise<Map<string, Step>> {
  const newest = db
    .select({ id: max(joiningSteps.id) })
    .from(joiningSteps)
    .where(inArray(joiningSteps.householdId, ids))
    .groupBy(joiningSteps.householdId, joiningSteps.itemId);
  const rows = await db
    .select({
      householdId: joiningSteps.householdId,
      itemId: joiningSteps.itemId,
      step: joiningSteps.step,
      reason: joiningSteps.reason,
    })
    .from(joiningSteps)
    .where(inArray(joiningSteps.id, newest));
  return new Map(rows.map((row) => [`${row.householdId} ${row.itemId}`, row]));
}

async function loadFacts(db: ReadDatabase, ids: string[]): Promise<Map<string, JoiningFact[]>> {
  const facts = new Map<string, JoiningFact[]>();
  const note = (fact: JoiningFact, rows: { id: string }[]) => {
    for (const { id } of rows) facts.set(id, [...(facts.get(id) ?? []), fact]);
  };
  note(
    "tax_code",
    await db
      .select({ id: households.id })
      .from(households)
      .where(and(inArray(households.id, ids), isNotNull(households.taxCode))),
  );
  note(
    "payout_account",
    await db.select({ id: payees.ownerId }).from(payees).where(inArray(payees.ownerId, ids)),
  );
  note(
    "phone_proven",
    await db
      .selectDistinct({ id: householdMembers.householdId })
      .from(householdMembers)
      .innerJoin(users, eq(users.id, householdMembers.userId))
      .where(and(inArray(householdMembers.householdId, ids), isNotNull(users.phoneProvenAt))),
  );
  note(
    "product_sent",
    await db
      .selectDistinct({ id: products.householdId })
      .from(products)
      .where(and(inArray(products.householdId, ids), ne(products.status, "draft"))),
  );
  note(
    "certificate_confirmed",
    await db
      .selectDistinct({ id: certificates.householdId })
      .from(certificates)
      .where(
        and(
          inArray(certificates.householdId, ids),
          eq(certificates.status, "confirmed"),
          gt(certificates.expiresOn, localDateOf(now())),
        ),
      ),
  );
  return facts;
}
