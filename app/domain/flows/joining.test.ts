import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { households } from "~db/schema/households";
import { joiningItems, joiningSteps } from "~db/schema/joining";
import { noticeFeed } from "~db/schema/notices";
import { outboxMessages } from "~db/schema/outbox";
import { payees } from "~db/schema/settlement-payees";
import type { UserActor } from "~/domain/audit/actor";
import type { Scope } from "~/domain/identity/scope";
import { eraseEvidence } from "~/domain/joining/erase-evidence.server";
import type { ItemWordsForm } from "~/domain/joining/forms";
import {
  findEvidence,
  loadChecklist,
  loadChecklistEntry,
} from "~/domain/joining/queries-checklists.server";
import { listItems } from "~/domain/joining/queries.server";
import { readEvidence } from "~/domain/joining/read-evidence.server";
import { takeEvents } from "~/domain/notices/take-events.server";
import { notices } from "~db/schema/notices";
import { setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { addJoiningItem } from "./add-joining-item.server";
import { approveHousehold } from "./approve-household.server";
import { arrangeJoiningItem } from "./arrange-joining-item.server";
import { attestItem } from "./attest-item.server";
import { changeJoiningItem } from "./change-joining-item.server";
import { decideItem } from "./decide-item.server";
import { lookAtJoiningEvidence } from "./look-at-joining-evidence.server";
import { sendEvidence } from "./send-evidence.server";
import { insertTestConsent } from "./test-consent";
import { insertTestHousehold, insertTestShop, insertTestUser } from "./test-shop";

const SLUG = "ho-moi";
const IDENTITY = "jit_identity";
const FOOD = "jit_food_safety";
const OWN = "jit_own_goods";
const ACCOUNT = "jit_payout_account";
const REASON = "Ảnh mờ, xin chụp lại";
const SENTENCE = "Tôi chỉ bán hàng do hộ, hợp tác xã hoặc cơ sở của tôi trồng, nuôi hoặc làm ra.";
const PDF = new TextEncoder().encode("%PDF-1.7\n%%EOF");

let close: () => void;
let photo: Uint8Array;
let householdId: string;
let officer: UserActor;
let member: UserActor;
let helper: UserActor;
let scope: Scope;

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

const stateOf = async (itemId: string) =>
  (await loadChecklistEntry(householdId, itemId))?.item.state;
const newestOf = async (itemId: string) =>
  (await loadChecklistEntry(householdId, itemId))?.steps[0]?.id ?? null;
const send = (itemId: string, files = [photo], formId: string = newId("jsf")) =>
  sendEvidence(member, scope, { householdId, itemId, formId, files });
type Decision = "verified" | "sent_back" | "waived";
const decide = async (itemId: string, decision: Decision, reason = "") =>
  decideItem(officer, { slug: SLUG, itemId, decision, reason, seen: await newestOf(itemId) });
const attest = (actor: UserActor, statement = SENTENCE) =>
  attestItem(actor, scope, { householdId, itemId: OWN, statement });
const actions = async () =>
  (await reader().select().from(auditEntries)).map((entry) => entry.action);
const enterAccount = () =>
  inTransaction(async (tx) => {
    await tx.insert(payees).values({
      ownerId: householdId,
      bankBin: "970405",
      sealedAccount: "-",
      accountEnding: "1234",
      enteredAt: 1,
    });
  });

describe("a household that joins", () => {
  test("is approved once every required item is done or waived, and not before", async () => {
    const refused = { ok: false, code: "joining_open" };
    expect(await loadChecklist(householdId)).toMatchObject({ openCount: 4, todoCount: 4 });
    expect(await approveHousehold(officer, { slug: SLUG })).toEqual(refused);
    await attest(member);
    await send(IDENTITY);
    await decide(IDENTITY, "verified");
    await enterAccount();
    expect(await approveHousehold(officer, { slug: SLUG })).toEqual(refused);
    await send(FOOD);
    expect(await loadChecklist(householdId)).toMatchObject({
      openCount: 1,
      todoCount: 0,
      sentCount: 1,
    });
    expect(await approveHousehold(officer, { slug: SLUG })).toEqual(refused);
    const [row] = await reader().select().from(households).where(eq(households.id, householdId));
    expect(row?.status).toBe("pending");
    await decide(FOOD, "waived", "Chỉ bán chiếu cói");
    expect((await approveHousehold(officer, { slug: SLUG })).ok).toBe(true);
    // What is optional was never asked for.
    expect(await stateOf("jit_certificate")).toBe("todo");
  });

  test("stays approved when more is asked for later, and sees what to do", async () => {
    for (const itemId of [IDENTITY, FOOD, OWN, ACCOUNT])
      await decide(itemId, "waived", "Không cần");
    await approveHousehold(officer, { slug: SLUG });
    await addJoiningItem(officer, newItem({ titleVi: "Bản đồ vườn" }));
    const [row] = await reader().select().from(households).where(eq(households.id, householdId));
    expect(row?.status).toBe("approved");
    expect(await loadChecklist(householdId)).toMatchObject({ openCount: 1, todoCount: 1 });
    expect(await approveHousehold(officer, { slug: SLUG })).toEqual({
      ok: true,
      value: { hasMoved: false },
    });
  });

  test("says yes to a sentence itself, to the words that it read, once", async () => {
    expect(await attest(helper)).toEqual({ ok: false, code: "item_not_found" });
    expect(await attest(officer)).toEqual({ ok: false, code: "item_not_found" });
    expect(await attest(member, "Tôi bán gì cũng được.")).toEqual({
      ok: false,
      code: "statement_changed",
    });
    expect(await stateOf(OWN)).toBe("todo");
    expect((await attest(member)).ok).toBe(true);
    expect((await attest(member)).ok).toBe(true);
    expect(await stateOf(OWN)).toBe("done");
    expect(await reader().select().from(joiningSteps)).toMatchObject([
      { step: "attested", statement: SENTENCE, actorId: member.userId },
    ]);
    expect(await actions()).toEqual(["joining.attest"]);
  });

  test("keeps the sentence as it was read when the department words it anew", async () => {
    await attest(member);
    await changeJoiningItem(officer, { itemId: OWN, words: words({ titleVi: "Câu mới" }) });
    const entry = await loadChecklistEntry(householdId, OWN);
    expect(entry?.item).toMatchObject({ titleVi: "Câu mới", state: "done" });
    expect(entry?.steps).toMatchObject([{ statement: SENTENCE }]);
    await decide(OWN, "sent_back", "Hộ bán lại hàng của chợ");
    expect(await stateOf(OWN)).toBe("sent_back");
    expect((await attest(member, "Câu mới")).ok).toBe(true);
  });

  test("of another scope is not there", async () => {
    const elsewhere: Scope = { kind: "households", householdIds: ["hh_khac"] };
    const input = { householdId, itemId: FOOD, formId: newId("jsf"), files: [photo] };
    const absent = { ok: false, code: "item_not_found" };
    expect(await sendEvidence(member, elsewhere, input)).toEqual(absent);
    expect(
      await attestItem(member, elsewhere, { householdId, itemId: OWN, statement: SENTENCE }),
    ).toEqual(absent);
    expect(await reader().$count(joiningSteps)).toBe(0);
  });
});

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
    const input = { householdId, itemId: FOOD, formId: newId("jsf"), files: [photo] };
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
    expect(await send(FOOD, [photo, text])).toEqual(refused("photo_unreadable"));
    expect(await send(OWN)).toEqual(refused("item_step_not_allowed"));
    expect(await send(ACCOUNT)).toEqual(refused("item_step_not_allowed"));
    expect(await stateOf(FOOD)).toBe("todo");
  });

  test("of an identity paper is erased once it was decided about; its hash stays", async () => {
    await send(IDENTITY);
    const stepId = (await newestOf(IDENTITY)) ?? "";
    const looked = await lookAtJoiningEvidence(officer, { stepId, place: 1 });
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

describe("an officer", () => {
  test("who saw a paper elsewhere says where", async () => {
    expect(await decide(IDENTITY, "verified")).toEqual({ ok: false, code: "item_seen_where" });
    expect(await stateOf(IDENTITY)).toBe("todo");
    expect((await decide(IDENTITY, "verified", "Xem tại xã, căn cước số cuối 123")).ok).toBe(true);
    expect(await stateOf(IDENTITY)).toBe("done");
  });

  test("does not decide about what has come since", async () => {
    await send(FOOD);
    const seen = await newestOf(FOOD);
    await decide(FOOD, "sent_back", REASON);
    await send(FOOD, [PDF]);
    const late = { slug: SLUG, itemId: FOOD, decision: "verified", reason: "", seen } as const;
    expect(await decideItem(officer, late)).toEqual({ ok: false, code: "item_changed" });
    expect(await stateOf(FOOD)).toBe("sent");
  });

  test("whose form is sent twice decides once", async () => {
    await send(FOOD);
    const input = { slug: SLUG, itemId: FOOD, decision: "waived", reason: "Không cần" } as const;
    const seen = await newestOf(FOOD);
    expect((await decideItem(officer, { ...input, seen })).ok).toBe(true);
    expect((await decideItem(officer, { ...input, seen })).ok).toBe(true);
    expect(await actions()).toEqual(["joining.send", "joining.waive"]);
  });

  test("takes back a waiver, and a fact needs nobody", async () => {
    await decide(ACCOUNT, "waived", "Nhận tiền mặt");
    expect(await stateOf(ACCOUNT)).toBe("waived");
    await decide(ACCOUNT, "sent_back", "Từ nay cần tài khoản");
    expect(await stateOf(ACCOUNT)).toBe("sent_back");
    await enterAccount();
    expect(await stateOf(ACCOUNT)).toBe("done");
    expect(await decide(ACCOUNT, "sent_back", REASON)).toMatchObject({
      code: "item_step_not_allowed",
    });
    expect(
      await decideItem(officer, {
        slug: "khong-co",
        itemId: FOOD,
        decision: "waived",
        reason: REASON,
        seen: null,
      }),
    ).toEqual({
      ok: false,
      code: "household_not_found",
    });
  });
});

const words = (change: Partial<ItemWordsForm> = {}): ItemWordsForm => ({
  titleVi: "Mục mới",
  titleEn: "New item",
  hintVi: "",
  hintEn: "",
  isRequired: "yes",
  ...change,
});
const newItem = (change: Partial<Parameters<typeof addJoiningItem>[1]> = {}) => ({
  itemId: newId("jit"),
  kind: "verified" as const,
  ...words(),
  ...change,
});

describe("the department's list", () => {
  const titles = async () => (await listItems()).map((item) => item.titleVi);

  test("takes an item once, at its end, and each fact once", async () => {
    const item = newItem();
    await addJoiningItem(officer, item);
    await addJoiningItem(officer, item);
    expect((await titles()).at(-1)).toBe("Mục mới");
    expect(await actions()).toEqual(["joining_item.add"]);
    expect(await addJoiningItem(officer, { ...item, titleVi: "Bản đồ vườn" })).toEqual({
      ok: false,
      code: "item_added_otherwise",
    });
    expect(
      await addJoiningItem(officer, newItem({ kind: "computed", fact: "payout_account" })),
    ).toEqual({ ok: false, code: "item_fact_taken" });
    await arrangeJoiningItem(officer, { itemId: ACCOUNT, intent: "retire" });
    const again = newItem({ kind: "computed", fact: "payout_account" });
    expect((await addJoiningItem(officer, again)).ok).toBe(true);
    while ((await listItems()).length < 20) await addJoiningItem(officer, newItem());
    expect(await addJoiningItem(officer, newItem())).toEqual({ ok: false, code: "items_full" });
  });

  test("erases only evidence, and knows a fact only of what is computed", async () => {
    const sentence = newItem({ kind: "attested", isErased: "on", fact: "phone_proven" });
    await addJoiningItem(officer, sentence);
    expect((await listItems()).at(-1)).toMatchObject({ fact: null, isErased: false });
  });

  test("is put in order, also by a form that is sent twice", async () => {
    const before = (await listItems()).map((item) => item.id);
    const move = { itemId: FOOD, intent: "place", place: 1 } as const;
    await arrangeJoiningItem(officer, move);
    await arrangeJoiningItem(officer, move);
    const after = (await listItems()).map((item) => item.id);
    expect(after).toEqual([FOOD, ...before.filter((id) => id !== FOOD)]);
  });

  test("asks no longer for what was retired, and keeps what households did", async () => {
    await send(FOOD);
    await arrangeJoiningItem(officer, { itemId: FOOD, intent: "retire" });
    expect(await loadChecklist(householdId)).toMatchObject({ openCount: 3, sentCount: 0 });
    expect(await loadChecklistEntry(householdId, FOOD)).toBeNull();
    expect(await reader().$count(joiningSteps)).toBe(1);
    const absent = { ok: false, code: "item_not_found" };
    expect(await arrangeJoiningItem(officer, { itemId: FOOD, intent: "retire" })).toEqual(absent);
    expect(await changeJoiningItem(officer, { itemId: FOOD, words: words() })).toEqual(absent);
    expect(await decide(FOOD, "waived", REASON)).toEqual(absent);
  });

  test("keeps what an item is and what was done about it, whoever writes to the database", async () => {
    await attest(member);
    const change = (
      work: (tx: Parameters<Parameters<typeof inTransaction>[0]>[0]) => Promise<unknown>,
    ) =>
      expect(
        inTransaction(async (tx) => {
          await work(tx);
        }),
      ).rejects.toThrow();
    await change((tx) => tx.update(joiningItems).set({ kind: "verified" }));
    await change((tx) => tx.delete(joiningItems));
    await change((tx) => tx.update(joiningSteps).set({ statement: "khác" }));
    await change((tx) => tx.delete(joiningSteps));
  });
});
