import sharp from "sharp";
import { afterEach, beforeEach } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { joiningItems, joiningSteps } from "~db/schema/joining";
import { payees } from "~db/schema/settlement-payees";
import type { UserActor } from "~/domain/audit/actor";
import type { Scope } from "~/domain/identity/scope";
import type { ItemWordsForm } from "~/domain/joining/forms";
import { loadChecklistEntry } from "~/domain/joining/queries-checklists.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { sentWhole } from "~/platform/parts.server";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import type { addJoiningItem } from "./add-joining-item.server";
import { attestItem } from "./attest-item.server";
import { decideItem } from "./decide-item.server";
import { sendEvidence } from "./send-evidence.server";
import { insertTestHousehold, insertTestShop, insertTestUser } from "./test-shop";
import { now } from "~/platform/clock.server";

/** Test support: a household that joins, with who may act for it. */
export const SLUG = "ho-moi";
export const IDENTITY = "jit_identity";
export const FOOD = "jit_food_safety";
export const OWN = "jit_own_goods";
export const ACCOUNT = "jit_payout_account";
export const REASON = "Ảnh mờ, xin chụp lại";
export const SENTENCE =
  "Tôi chỉ bán hàng do hộ, hợp tác xã hoặc cơ sở của tôi trồng, nuôi hoặc làm ra.";
export const PDF = new TextEncoder().encode("%PDF-1.7\n%%EOF");

let close: () => void;
export let photo: Uint8Array;
export let householdId: string;
export let officer: UserActor;
export let member: UserActor;
export let helper: UserActor;
export let scope: Scope;

export function setUpJoining(): void {
  beforeEach(async () => {
    close = openTestDatabase();
    let clock = startOfDate("2026-11-22") + 36_000_000;
    setClock(() => (clock += 1_000));
    await insertTestShop();
    householdId = await insertTestHousehold({ slug: SLUG, status: "pending" });
    scope = { kind: "households", householdIds: [householdId] };
    const actor = (userId: string, role: UserActor["role"]) =>
      ({ kind: "user", userId, role }) as const;
    officer = actor(await insertTestUser({ role: "department_officer" }), "department_officer");
    member = actor(await insertTestUser({ householdId }), "household_member");
    helper = {
      ...actor(await insertTestUser({ role: "agent" }), "agent"),
      onBehalfOfId: householdId,
    };
    const grey = { width: 600, height: 400, channels: 3 as const, background: "#888888" };
    photo = await sharp({ create: grey }).jpeg().toBuffer();
  });
  afterEach(() => {
    setClock();
    close();
  });
}

export const stateOf = async (itemId: string) =>
  (await loadChecklistEntry(householdId, itemId))?.item.state;
export const newestOf = async (itemId: string) =>
  (await loadChecklistEntry(householdId, itemId))?.steps[0]?.id ?? null;
export const send = (itemId: string, files = [photo], formId: string = newId("jsf")) =>
  sendEvidence(member, scope, { householdId, itemId, formId, files: files.map(sentWhole) });
type Decision = "verified" | "sent_back" | "waived";
export const decide = async (itemId: string, decision: Decision, reason = "") =>
  decideItem(officer, { slug: SLUG, itemId, decision, reason, seen: await newestOf(itemId) });
export const attest = (actor: UserActor, statement = SENTENCE) =>
  attestItem(actor, scope, { householdId, itemId: OWN, statement });
export const actions = async () =>
  (await reader().select().from(auditEntries)).map((entry) => entry.action);
export const enterAccount = () =>
  inTransaction(async (tx) => {
    await tx.insert(payees).values({
      ownerId: householdId,
      bankBin: "970405",
      sealedAccount: "-",
      accountEnding: "1234",
      enteredAt: 1,
    });
  });

export const words = (change: Partial<ItemWordsForm> = {}): ItemWordsForm => ({
  titleVi: "Mục mới",
  titleEn: "New item",
  hintVi: "",
  hintEn: "",
  isRequired: "yes",
  ...change,
});
export const newItem = (change: Partial<Parameters<typeof addJoiningItem>[1]> = {}) => ({
  itemId: newId("jit"),
  kind: "verified" as const,
  ...words(),
  ...change,
});

/** All that is asked of who joins is waived for this household, so that it can be approved. */
export async function waiveTestJoining(householdId: string): Promise<void> {
  await inTransaction(async (tx) => {
    for (const { id: itemId } of await tx.select().from(joiningItems)) {
      await tx.insert(joiningSteps).values({
        id: newId("jst"),
        householdId,
        itemId,
        step: "waived",
        reason: "Hộ thử nghiệm",
        occurredAt: now(),
      });
    }
  });
}
