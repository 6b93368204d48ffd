import { expect, it } from "vitest";
import type { UserActor } from "~/domain/audit/actor";
import { loadOpenings } from "~/domain/settlement/queries-openings.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { answerOpening } from "./answer-opening.server";
import { enterOpening } from "./enter-opening.server";
import { bringIn, fileOf, insertOfficer } from "./test-statements";
import { receive, setUpTransfers } from "./test-transfers";

setUpTransfers();

const propose = (by: UserActor, amountVnd: number) =>
  enterOpening(by, { amountVnd: vnd(amountVnd), note: "Theo sao kê" });
async function agree(by: UserActor) {
  const openingId = present((await loadOpenings()).openings[0], "no opening").id;
  return answerOpening(by, { openingId, decision: "agree" });
}
const DAY = "01/01/2026";

it("an opening balance is nobody's word alone, also where a file of the bank tells it", async () => {
  const officer = await insertOfficer();
  const [one, two] = [officer.actor as UserActor, (await insertOfficer()).actor as UserActor];
  await receive({ content: "khong ma", amountVnd: vnd(100_000), balanceVnd: vnd(5_100_000) });
  expect(await loadOpenings()).toMatchObject({
    toldVnd: 5_000_000,
    sources: [{ file: null, importers: [], balanceVnd: 5_100_000 }],
  });
  // An older line, by a file of the officer's own, tells quite another balance.
  await bringIn(officer, fileOf([{ day: DAY, content: "x", credit: 1_000, balance: 900_001_000 }]));
  expect(await loadOpenings()).toMatchObject({
    toldVnd: 900_000_000,
    sources: [
      { file: { lineNumber: 2 }, importers: [{ id: officer.userId }], balanceVnd: 900_001_000 },
    ],
  });
  const before = await balanceOf({ kind: "bank" });
  expect(await propose(one, 900_000_000)).toMatchObject({ ok: true });
  expect(await balanceOf({ kind: "bank" })).toBe(before);
  expect(await agree(one)).toMatchObject({ code: "second_person_needed" });
  expect(await agree(two)).toMatchObject({ ok: true });
  expect(await balanceOf({ kind: "bank" })).toBe(before + 900_000_000);
});

it("whoever brought in the file is not the second person, nor who brought in what stands before it", async () => {
  const [teller, earlier] = [await insertOfficer(), await insertOfficer()];
  const [one, two] = [await insertOfficer(), await insertOfficer()].map(
    ({ actor }) => actor as UserActor,
  ) as [UserActor, UserActor];
  const balance = 5_001_000;
  await bringIn(teller, fileOf([{ day: "02/01/2026", content: "x", credit: 1_000, balance }]));
  await bringIn(earlier, fileOf([{ day: DAY, content: "y", debit: 2_000 }]));
  await propose(one, 5_002_000);
  expect(await agree(teller.actor as UserActor)).toMatchObject({ code: "opening_importer" });
  expect(await agree(earlier.actor as UserActor)).toMatchObject({ code: "opening_importer" });
  expect(await agree(two)).toMatchObject({ ok: true });
});
