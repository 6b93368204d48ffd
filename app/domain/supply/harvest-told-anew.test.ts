import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { supplyDeclarations } from "~db/schema/supply";
import { insertTestHousehold, insertTestShop, insertTestUser } from "~/domain/flows/test-shop";
import { ALL_ROWS } from "~/domain/identity/scope";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { addDays, localDateOf } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { declareSupply } from "./declare-supply.server";
import { keepMatchResult } from "./keep-match-result.server";
import { matchSupply } from "./match-supply.server";
import { noteDemand } from "./note-demand.server";
import { openCase } from "./open-case.server";
import { findCase, listHarvests } from "./queries-cases.server";
import { findMatch } from "./queries-matches.server";
import { loadSupplyBoard } from "./queries.server";
import { weekOf } from "./supply-board";
import { withdrawSupply } from "./withdraw-supply.server";

let close: () => void;
let householdId: string;
let userId: string;
let kindCount = 0;
const monday = addDays(weekOf(localDateOf(now())), 7);
const days = { fromOn: monday, toOn: addDays(monday, 6) };
const WANTED_KG = 1_000_000;

beforeAll(async () => {
  close = openTestDatabase();
  await insertTestShop();
  householdId = await insertTestHousehold();
  userId = await insertTestUser({ role: "department_officer" });
});
afterAll(() => {
  setClock();
  close();
});

/** A kind that nobody told of before, of which a buyer takes all, with a case. */
async function newKind() {
  kindCount += 1;
  const produceName = `Loại ${kindCount}`;
  const produceKey = `loai ${kindCount}`;
  const demandId = newId("sdm");
  const caseId = await inTransaction(async (tx) => {
    const who = { buyerName: "Chợ đầu mối mẫu", contact: "", note: "" };
    const demand = { demandId, ...who, produceName, quantityKg: WANTED_KG, ...days };
    await noteDemand(tx, { notedById: userId, demand });
    const opened = { produceKey, produceName, ...days, overKg: 0, handlerId: userId };
    return (await openCase(tx, opened)).caseId;
  });
  return { produceName, produceKey, demandId, caseId };
}
type Kind = Awaited<ReturnType<typeof newKind>>;

function tryToDeclare({ produceName }: Kind, quantityKg: number, on: typeof days = days) {
  const declarationId: string = newId("shd");
  const declaration = { declarationId, produceName, quantityKg, note: "", ...on };
  const told = { householdId, declaredById: userId, declaration };
  const send = () => inTransaction((tx) => declareSupply(tx, ALL_ROWS, told));
  return { declarationId, send };
}
async function declare(kind: Kind, quantityKg: number, on: typeof days = days) {
  const { declarationId, send } = tryToDeclare(kind, quantityKg, on);
  expect(await send()).toEqual({ ok: true, value: { isNew: true } });
  return declarationId;
}
const withdraw = (declarationId: string) =>
  inTransaction((tx) => withdrawSupply(tx, ALL_ROWS, { declarationId, actorId: userId }));
async function match({ caseId, demandId }: Kind, declarationId: string, quantityKg: number) {
  const matchId = newId("sma");
  const form = { intent: "match", matchId, declarationId, demandId, quantityKg } as const;
  const made = await inTransaction((tx) => matchSupply(tx, { caseId, matchedById: userId, form }));
  return made.ok ? matchId : null;
}
async function tell(matchId: string, soldKg: number) {
  const seenAt = (await findMatch(ALL_ROWS, matchId))?.resultAt ?? undefined;
  const result = { soldKg, words: "", seenAt };
  return inTransaction((tx) => keepMatchResult(tx, ALL_ROWS, { matchId, byId: userId, result }));
}
const freeOf = async ({ produceKey }: Kind) =>
  (await listHarvests({ produceKey, ...days })).map(({ freeKg }) => freeKg);
const onBoard = async ({ produceKey }: Kind) => {
  const { produce } = await loadSupplyBoard(monday);
  return produce.find(({ key }) => key === produceKey)?.weeks[0]?.declaredKg ?? 0;
};
const sumsOf = async ({ caseId }: Kind) => {
  const found = await findCase(caseId);
  return { openKg: found?.openKg, soldKg: found?.soldKg };
};

const kilograms = fc.integer({ min: 1, max: 1_000 });
const step = fc.oneof(
  fc.record({ do: fc.constant("tell_anew" as const), kg: kilograms }),
  fc.record({ do: fc.constant("match" as const), kg: kilograms }),
  fc.record({ do: fc.constant("result" as const), of: fc.nat(20), kg: fc.nat(1_000) }),
);

it("counts no kilogram of a harvest twice, however often it is taken back and told of anew", async () => {
  const life = fc.tuple(kilograms, fc.array(step, { minLength: 3, maxLength: 14 }));
  await fc.assert(
    fc.asyncProperty(life, async ([firstKg, steps]) => {
      const kind = await newKind();
      let toldKg = firstKg;
      let mostKg = firstKg;
      let standing = await declare(kind, firstKg);
      const matchIds: string[] = [];
      for (const one of steps) {
        if (one.do === "tell_anew") {
          await withdraw(standing);
          const { soldKg: kg = 0 } = await sumsOf(kind);
          if (one.kg < kg) {
            const refused = { code: "supply_below_sold", detail: { kg } };
            expect(await tryToDeclare(kind, one.kg).send()).toMatchObject(refused);
          }
          toldKg = Math.max(one.kg, kg);
          standing = await declare(kind, toldKg);
          mostKg = Math.max(mostKg, toldKg);
        } else if (one.do === "match") {
          const matchId = await match(kind, standing, one.kg);
          if (matchId !== null) matchIds.push(matchId);
        } else if (matchIds.length > 0) {
          await tell(matchIds[one.of % matchIds.length] ?? "", one.kg);
        }
        const { openKg = 0, soldKg = 0 } = await sumsOf(kind);
        expect(openKg + soldKg).toBeLessThanOrEqual(mostKg);
        expect(await freeOf(kind)).toEqual([Math.max(0, toldKg - openKg - soldKg)]);
        expect(await onBoard(kind)).toBe(Math.max(0, toldKg - soldKg));
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);

it("takes a harvest that was sold in part, and told of anew, for the same, and no other", async () => {
  const kind = await newKind();
  const first = await declare(kind, 1_000);
  await tell((await match(kind, first, 900)) ?? "", 900);
  const other = await declare(kind, 400); // of another field: the first still stands
  expect((await freeOf(kind)).toSorted((a, b) => a - b)).toEqual([100, 400]);
  await withdraw(first);
  const again = await declare(kind, 1_000);
  expect((await freeOf(kind)).toSorted((a, b) => a - b)).toEqual([100, 400]);
  // Each that was taken back is told of anew once; a third is new.
  await declare(kind, 50);
  expect((await freeOf(kind)).toSorted((a, b) => a - b)).toEqual([50, 100, 400]);
  await withdraw(other);
  await withdraw(again);
  // The next picking is another harvest, one that begins on the last day is the same.
  const nextDay = addDays(days.toOn, 1);
  await declare(kind, 700, { fromOn: nextDay, toOn: addDays(nextDay, 25) });
  expect((await freeOf(kind)).toSorted((a, b) => a - b)).toEqual([50, 700]);
  await declare(kind, 950, { fromOn: days.toOn, toOn: nextDay });
  expect((await freeOf(kind)).toSorted((a, b) => a - b)).toEqual([50, 50, 700]);
});

it("takes what is told of for what was taken back exactly when their days meet", async () => {
  const span = fc.record({ at: fc.integer({ min: 0, max: 60 }), long: fc.nat(20) });
  const daysOf = ({ at, long }: { at: number; long: number }) => ({
    fromOn: addDays(monday, at),
    toOn: addDays(monday, at + long),
  });
  await fc.assert(
    fc.asyncProperty(span, span, async (one, other) => {
      const kind = await newKind();
      const first = await declare(kind, 100, daysOf(one));
      await withdraw(first);
      const again = await declare(kind, 100, daysOf(other));
      const [row] = await reader()
        .select()
        .from(supplyDeclarations)
        .where(eq(supplyDeclarations.id, again));
      const meet = one.at <= other.at + other.long && other.at <= one.at + one.long;
      expect(row?.firstId).toBe(meet ? first : null);
    }),
    { numRuns: 40 },
  );
});

it("takes no figure below what was sold of the harvest, and one that was sent before as done", async () => {
  const kind = await newKind();
  const first = await declare(kind, 1_000);
  await tell((await match(kind, first, 800)) ?? "", 800);
  await withdraw(first);
  const refused = { ok: false, code: "supply_below_sold", detail: { kg: 800 } };
  expect(await tryToDeclare(kind, 200).send()).toEqual(refused);
  expect(await tryToDeclare(kind, 799).send()).toEqual(refused);
  expect(await freeOf(kind)).toEqual([]);
  const whole = tryToDeclare(kind, 800);
  expect(await whole.send()).toEqual({ ok: true, value: { isNew: true } });
  await withdraw(whole.declarationId);
  const more = tryToDeclare(kind, 900);
  await more.send();
  await tell((await match(kind, more.declarationId, 100)) ?? "", 100);
  await withdraw(more.declarationId);
  // Sent again when more is sold than it said: it is there already.
  expect(await whole.send()).toEqual({ ok: true, value: { isNew: false } });
});
