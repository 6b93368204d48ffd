import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { products } from "~db/schema/catalog";
import { certificates, certificateSteps } from "~db/schema/certificates";
import { outboxMessages } from "~db/schema/outbox";
import { listRemovable } from "~/domain/catalog/queries-removal.server";
import { eraseEvidence } from "~/domain/certificates/erase-evidence.server";
import { findEvidence } from "~/domain/certificates/queries-steps.server";
import { listOwnCertificates } from "~/domain/certificates/queries.server";
import { loadChecklistEntry } from "~/domain/joining/queries-checklists.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { sentWhole } from "~/platform/parts.server";
import { openTestDatabase } from "~/platform/test-database.server";
import { decideItem } from "./decide-item.server";
import { removeCertificate } from "./remove-certificate.server";
import { sendEvidence } from "./send-evidence.server";
import {
  at,
  entryOf,
  insertTestCertificates,
  OK,
  TODAY,
  type TestCertificates,
} from "./test-certificates";
import { withdrawCertificate } from "./withdraw-certificate.server";
import { writeCertificate } from "./write-certificate.server";

let close: () => void;
let desk: TestCertificates;

beforeEach(async () => {
  close = openTestDatabase();
  at(TODAY);
  desk = await insertTestCertificates();
});
afterEach(() => {
  setClock();
  close();
});

const NOT_FOUND = { ok: false, code: "certificate_not_found" };
const fileCount = () => {
  const folder = join(settings().DATA_DIR, "private", "certificates");
  return existsSync(folder) ? readdirSync(folder).length : 0;
};

describe("a certificate that its household takes away", () => {
  test("goes with all evidence that was ever sent of it, once, and what was done stays on record", async () => {
    const { member, scope, householdId, productId, photo, written, send, decide } = desk;
    const id = await written();
    await send(id, [photo]);
    await decide(id, "sent_back");
    await send(id, [photo]);
    await withdrawCertificate(member, scope, id);
    const steps = await reader().select().from(certificateSteps);
    expect(fileCount()).toBe(2);
    for (let i = 0; i < 2; i += 1) expect(await removeCertificate(member, scope, id)).toEqual(OK);
    const messages = await reader().select().from(outboxMessages);
    expect(messages).toMatchObject([{ kind: "certificate_evidence", key: id }]);
    for (let i = 0; i < 2; i += 1) await eraseEvidence(messages[0]?.payload);
    expect(fileCount()).toBe(0);
    expect(await entryOf(id)).toBeNull();
    expect(await listOwnCertificates(scope, householdId)).toEqual([]);
    expect(await findEvidence(steps[0]?.id ?? "", 1)).toBeNull();
    expect(await reader().select().from(certificateSteps)).toEqual(steps);
    const acts = await reader()
      .select({ before: auditEntries.before })
      .from(auditEntries)
      .where(eq(auditEntries.action, "certificate.remove"));
    expect(acts).toMatchObject([
      { before: { status: "withdrawn", decisionNumber: "3981/QĐ-UBND", productIds: [productId] } },
    ]);
  });

  test("keeps none of its products: a mistaken draft can be removed", async () => {
    const { member, scope, productId, secondId, written } = desk;
    await inTransaction((tx) =>
      tx
        .update(products)
        .set({ status: "draft", publishedAt: null })
        .where(eq(products.id, secondId)),
    );
    const removable = () => listRemovable(reader(), [productId, secondId]);
    const id = await written({ productIds: [productId, secondId] });
    expect(await removable()).toEqual([]);
    expect(await removeCertificate(member, scope, id)).toEqual(OK);
    expect(await removable()).toMatchObject([{ id: secondId }]);
  });

  test("does not come back, not by a page that was open before", async () => {
    const { member, scope, householdId, formOf, send } = desk;
    const form = formOf();
    await writeCertificate(member, scope, { householdId, form });
    expect(await removeCertificate(member, scope, form.certificateId)).toEqual(OK);
    expect(await writeCertificate(member, scope, { householdId, form })).toEqual(NOT_FOUND);
    expect(await send(form.certificateId)).toEqual(NOT_FOUND);
    const { certificateId: id } = form;
    const change = (set: Partial<typeof certificates.$inferInsert>) =>
      inTransaction((tx) => tx.update(certificates).set(set).where(eq(certificates.id, id)));
    await expect(change({ removedAt: null })).rejects.toThrow();
    await expect(change({ status: "sent" })).rejects.toThrow();
  });

  test("is neither one that waits or shows stars, nor another household's", async () => {
    const { member, scope, stranger, written, send, confirmed } = desk;
    const shown = await confirmed();
    const waits = await written();
    await send(waits);
    for (const id of [shown, waits]) {
      expect(await removeCertificate(member, scope, id)).toEqual({
        ok: false,
        code: "certificate_step_not_allowed",
      });
      const away = inTransaction((tx) =>
        tx.update(certificates).set({ removedAt: 1 }).where(eq(certificates.id, id)),
      );
      await expect(away).rejects.toThrow("certificates");
    }
    const draft = await written();
    expect(await removeCertificate(member, stranger, draft)).toEqual(NOT_FOUND);
    expect(await entryOf(draft)).not.toBeNull();
    expect(fileCount()).toBe(2);
  });
});

describe("the joining list", () => {
  const ITEM = "jit_certificate";
  const itemOf = async () => (await loadChecklistEntry(desk.householdId, ITEM))?.item;

  test("knows a certificate that was confirmed, as long as it lasts, and asks for no paper of it", async () => {
    const { officer, member, scope, householdId, photo, written, send, decide, revoke } = desk;
    const evidence = () => ({
      householdId,
      itemId: ITEM,
      formId: newId("jsf"),
      files: [sentWhole(photo)],
    });
    expect(await itemOf()).toMatchObject({ state: "todo", isKnown: false });
    const id = await written();
    await send(id);
    expect(await itemOf()).toMatchObject({ state: "todo" });
    // Papers of another kind still go to the officer.
    expect(await sendEvidence(member, scope, evidence())).toEqual(OK);
    expect(await itemOf()).toMatchObject({ state: "sent" });
    await decide(id, "confirmed");
    expect(await itemOf()).toMatchObject({ state: "done", isKnown: true });
    const seen = (await loadChecklistEntry(householdId, ITEM))?.steps[0]?.id ?? null;
    const back = { slug: "ho-toi", itemId: ITEM, reason: "Không rõ giấy nào", seen };
    for (const decision of ["sent_back", "waived", "verified"] as const) {
      expect(await decideItem(officer, { ...back, decision })).toMatchObject({
        code: "item_step_not_allowed",
      });
    }
    expect(await sendEvidence(member, scope, evidence())).toMatchObject({
      code: "item_step_not_allowed",
    });
    at("2029-06-29");
    expect(await itemOf()).toMatchObject({ state: "done" });
    at("2029-06-30");
    expect(await itemOf()).toMatchObject({ state: "sent", isKnown: false });
    at(TODAY, 20);
    await revoke(id);
    expect(await itemOf()).toMatchObject({ state: "sent", isKnown: false });
  });
});
