import { describe, expect, test } from "vitest";
import { joiningItems, joiningSteps } from "~db/schema/joining";
import { newItemForm } from "~/domain/joining/forms";
import { loadChecklist, loadChecklistEntry } from "~/domain/joining/queries-checklists.server";
import { listItems } from "~/domain/joining/queries.server";
import { inTransaction, reader } from "~/platform/db.server";
import { addJoiningItem } from "./add-joining-item.server";
import { arrangeJoiningItem } from "./arrange-joining-item.server";
import { changeJoiningItem } from "./change-joining-item.server";
import {
  ACCOUNT,
  actions,
  attest,
  decide,
  FOOD,
  householdId,
  member,
  newItem,
  officer,
  REASON,
  send,
  setUpJoining,
  words,
} from "./test-joining";

setUpJoining();

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

  test("erases only evidence, and knows no fact of what is said", async () => {
    const sentence = newItem({ kind: "attested", isErased: "on", fact: "phone_proven" });
    await addJoiningItem(officer, sentence);
    expect((await listItems()).at(-1)).toMatchObject({ fact: null, isErased: false });
    await addJoiningItem(officer, newItem({ fact: "phone_proven" }));
    expect((await listItems()).at(-1)).toMatchObject({ kind: "verified", fact: "phone_proven" });
    const erased = newItemForm.safeParse(newItem({ fact: "product_sent", isErased: "on" }));
    expect(erased.error?.issues).toMatchObject([
      { path: ["isErased"], message: "item_fact_erased" },
    ]);
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
