import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { joiningSteps } from "~db/schema/joining";
import { noticeFeed } from "~db/schema/notices";
import { outboxMessages } from "~db/schema/outbox";
import { eraseEvidence } from "~/domain/joining/erase-evidence.server";
import { findEvidence, loadChecklistEntry } from "~/domain/joining/queries-checklists.server";
import { readEvidence } from "~/domain/joining/read-evidence.server";
import { takeEvents } from "~/domain/notices/take-events.server";
import { notices } from "~db/schema/notices";
import { reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { sentWhole } from "~/platform/parts.server";
import { startOfDate } from "~/platform/period";
import { arrangeJoiningItem } from "./arrange-joining-item.server";
import { lookAtSentEvidence } from "./look-at-sent-evidence.server";
import { sendEvidence } from "./send-evidence.server";
import { insertTestConsent } from "./test-consent";
import {
  ACCOUNT,
  actions,
  decide,
  FOOD,
  helper,
  householdId,
  IDENTITY,
  newestOf,
  officer,
  OWN,
  PDF,
  photo,
  REASON,
  scope,
  send,
  setUpJoining,
  stateOf,
} from "./test-joining";

setUpJoining();

describe("evidence", () => {
  test("is sent, sent back with a reason of which the household is told, sent again and seen", async () => {
    expect((await send(FOOD, [photo, PDF])).ok).toBe(true);
    expect(await stateOf(FOOD)).toBe("sent");
    expect(await send(FOOD)).toEqual({ ok: false, code: "item_step_not_allowed" });
    await decide(FOOD, "sent_back", REASON);
    expect(await loadChecklistEntry(householdId, FOOD)).toMatchObject({
      item: { state: "sent_back", reason: REASON },
      steps: [{ step: "sent_back", actorName: "Vàng Thị Mai" }, { fileTypes: ["jpg", "pdf"] }],
    });
    await takeEvents();
    expect(await reader().select().from(notices)).toMatchObject([
      {
        kind: "household_item_sent_back",
        recipientId: householdId,
        facts: { about: "Giấy an toàn thực phẩm", reason: REASON },
      },
    ]);
    expect((await send(FOOD)).ok).toBe(true);
    expect((await decide(FOOD, "verified")).ok).toBe(true);
    expect(await stateOf(FOOD)).toBe("done");
    await takeEvents();
    expect(await reader().$count(noticeFeed)).toBe(0);
    expect(await reader().$count(notices)).toBe(1);
  });

  test("may be sent by the household's helper, in its name", async () => {
    const expiresAt = startOfDate("2026-12-22");
    await insertTestConsent({ agentId: helper.userId, householdId, powers: ["shop"], expiresAt });
    const input = { householdId, itemId: FOOD, formId: newId("jsf"), files: [sentWhole(photo)] };
    expect((await sendEvidence(helper, scope, input)).ok).toBe(true);
    expect(await reader().select().from(auditEntries)).toMatchObject([
      { action: "joining.send", actorId: helper.userId, onBehalfOfId: householdId },
    ]);
  });

  test("sent twice by one form is one step with one set of files", async () => {
    const formId = newId("jsf");
    await Promise.all([send(FOOD, [photo], formId), send(FOOD, [photo], formId)]);
    expect((await send(FOOD, [photo], formId)).ok).toBe(true);
    expect(await reader().$count(joiningSteps)).toBe(1);
    expect(await actions()).toEqual(["joining.send"]);
    // A form belongs to what it was opened for.
    expect(await send(IDENTITY, [photo], formId)).toEqual({ ok: false, code: "item_not_found" });
  });

  test("is photos and PDF files, at least one and at most four", async () => {
    const refused = (code: string) => ({ ok: false, code });
    expect(await send(FOOD, [])).toEqual(refused("evidence_missing"));
    expect(await send(FOOD, [PDF, PDF, PDF, PDF, PDF])).toEqual(refused("evidence_files_over"));
    const text = new TextEncoder().encode("<script>alert(1)</script>");
    expect(await send(FOOD, [photo, text])).toEqual(refused("evidence_unreadable"));
    expect(await send(OWN)).toEqual(refused("item_step_not_allowed"));
    expect(await send(ACCOUNT)).toEqual(refused("item_step_not_allowed"));
    expect(await stateOf(FOOD)).toBe("todo");
  });

  test("of an identity paper is erased once it was decided about; its hash stays", async () => {
    await send(IDENTITY);
    const stepId = (await newestOf(IDENTITY)) ?? "";
    const looked = await lookAtSentEvidence(officer, { of: "joining", stepId, place: 1 });
    expect(looked).toMatchObject({ ok: true, value: { type: "jpg" } });
    await decide(IDENTITY, "verified");
    const [message] = await reader().select().from(outboxMessages);
    expect(message?.kind).toBe("joining_evidence");
    await eraseEvidence(message?.payload);
    await eraseEvidence(message?.payload);
    const evidence = await findEvidence(stepId, 1);
    expect(evidence?.file.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(evidence && (await readEvidence(evidence.file))).toBeNull();
    expect((await loadChecklistEntry(householdId, IDENTITY))?.steps).toMatchObject([
      { step: "verified", fileTypes: [] },
      { step: "sent", fileTypes: [], erasedCount: 1 },
    ]);
    expect(await actions()).toEqual(["joining.send", "joining.look", "joining.verify"]);
  });

  test("of an identity paper goes when it is asked for no more, though nobody has decided about it", async () => {
    await send(IDENTITY);
    await send(FOOD);
    const kept = async (itemId: string) => {
      const [row] = await reader()
        .select()
        .from(joiningSteps)
        .where(eq(joiningSteps.itemId, itemId));
      const evidence = await findEvidence(row?.id ?? "", 1);
      return evidence && (await readEvidence(evidence.file));
    };
    await arrangeJoiningItem(officer, { itemId: FOOD, intent: "retire" });
    expect(await reader().$count(outboxMessages)).toBe(0);
    await arrangeJoiningItem(officer, { itemId: IDENTITY, intent: "retire" });
    const [message] = await reader().select().from(outboxMessages);
    expect(message).toMatchObject({ kind: "joining_evidence", key: IDENTITY });
    await eraseEvidence(message?.payload);
    expect(await kept(IDENTITY)).toBeNull();
    expect(await kept(FOOD)).not.toBeNull();
  });

  test("is not taken for sent when its form comes back after an officer's word", async () => {
    const formId = newId("jsf");
    await send(FOOD, [photo], formId);
    expect((await send(FOOD, [photo], formId)).ok).toBe(true);
    await decide(FOOD, "sent_back", REASON);
    expect(await send(FOOD, [PDF], formId)).toEqual({ ok: false, code: "form_outdated" });
    expect(await stateOf(FOOD)).toBe("sent_back");
    expect((await send(FOOD, [PDF])).ok).toBe(true);
  });

  test("of other papers is kept", async () => {
    await send(FOOD);
    const stepId = (await newestOf(FOOD)) ?? "";
    await decide(FOOD, "verified");
    expect(await reader().$count(outboxMessages)).toBe(0);
    const evidence = await findEvidence(stepId, 1);
    expect(evidence && (await readEvidence(evidence.file))).not.toBeNull();
    expect(await findEvidence(stepId, 2)).toBeNull();
    expect(await findEvidence(stepId, 0)).toBeNull();
    expect(await findEvidence("jst_khong-co", 1)).toBeNull();
  });
});
