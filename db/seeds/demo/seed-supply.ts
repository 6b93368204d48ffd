import { boardOf, caseWeeksOf, weeksFrom } from "../../../app/domain/supply/supply-board";
import { present } from "../../../app/platform/invariant";
import { addDays, HOUR_MS, type LocalDate } from "../../../app/platform/period";
import { supplyDeclarations, supplyDemands } from "../../schema/supply";
import { supplyCases, supplyCaseSteps, supplyMatches } from "../../schema/supply-cases";
import { prepareInsert } from "../insert-rows";
import { daysBefore, momentOf } from "./sample-day";
import type { SampleWriter } from "./sample-writer";
import type { SeededHousehold } from "./seed-households";

const NOTE = "Dữ liệu mẫu";
const ORANGES = { produceName: "Cam sành", produceKey: "cam sanh" };
const HARVESTS = [
  { ...ORANGES, quantityKg: 6_000, from: 5, days: 24 },
  { ...ORANGES, quantityKg: 2_500, from: 10, days: 14 },
  { produceName: "Gừng trâu", produceKey: "gung trau", quantityKg: 700, from: 12, days: 9 },
] as const;

const WANTED = { quantityKg: 3_000, from: 4, days: 20 };

const CASE_ID = "sca_00000000000000000000000000000001";
const MATCH_ID = "sma_00000000000000000000000000000001";

/**
 * Some households tell of harvests, of which a buyer wants a part; an officer sees to it and has sent the buyer to one of
 * them. Not the household that the demo signs in to.
 */
export function seedSupply(
  { connection, day, newId }: SampleWriter,
  given: { seeded: readonly SeededHousehold[]; desk: SeededHousehold; officerId: string },
): void {
  const { seeded, desk, officerId } = given;
  const at = momentOf(daysBefore(day, 2), 10);
  const { today } = day;
  const tellers = seeded.filter(({ id, memberId }) => id !== desk.id && memberId !== null);
  const declared: string[] = [];
  const declare = prepareInsert(connection, supplyDeclarations);
  for (const [i, { from, days, ...harvest }] of HARVESTS.entries()) {
    const household = tellers[i];
    if (!household) continue;
    const id = newId("shd", at);
    declared.push(id);
    declare({
      id,
      householdId: household.id,
      ...harvest,
      ...spanOf(today, { from, days }),
      note: NOTE,
      declaredAt: at,
      declaredById: household.memberId ?? officerId,
      withdrawnAt: null,
      firstId: null,
    });
  }
  const demand = prepareInsert(connection, supplyDemands);
  const demandId = newId("sdm", at);
  demand({
    id: demandId,
    buyerName: "Siêu thị Mẫu",
    contact: "",
    ...ORANGES,
    quantityKg: WANTED.quantityKg,
    ...spanOf(today, WANTED),
    note: NOTE,
    notedAt: at,
    confirmedAt: at,
    notedById: officerId,
    closedAt: null,
  });
  const [declarationId] = declared;
  if (declarationId === undefined) return;
  seedCase({ connection, day, newId }, { at, officerId, declarationId, demandId });
}

function spanOf(today: LocalDate, { from, days }: { from: number; days: number }) {
  const fromOn = addDays(today, from);
  return { fromOn, toOn: addDays(fromOn, days) };
}

/** The weeks of oranges that a case is opened about, and how much they are over, as the shop itself would count. */
function gluttedWeeks(today: LocalDate) {
  const weeks = weeksFrom(today, 8);
  const declared = HARVESTS.filter(({ produceKey }) => produceKey === ORANGES.produceKey);
  const expected = (one: { quantityKg: number; from: number; days: number }) => ({
    ...ORANGES,
    quantityKg: one.quantityKg,
    ...spanOf(today, one),
    commune: null,
  });
  const sides = { declared: declared.map(expected), demanded: [expected(WANTED)] };
  const [oranges] = boardOf(sides, weeks);
  return present(oranges && caseWeeksOf(oranges, weeks), "oranges are on the board");
}

type Found = { at: number; officerId: string; declarationId: string; demandId: string };

function seedCase(
  { connection, day, newId }: Pick<SampleWriter, "connection" | "day" | "newId">,
  { at, officerId, declarationId, demandId }: Found,
): void {
  const span = gluttedWeeks(day.today);
  prepareInsert(
    connection,
    supplyCases,
  )({
    id: CASE_ID,
    ...ORANGES,
    fromOn: span.first,
    toOn: addDays(span.last, 6),
    overKg: span.overKg,
    handlerId: officerId,
    openedAt: at,
    seenAt: at,
    outcome: null,
    closedAt: null,
  });
  const step = prepareInsert(connection, supplyCaseSteps);
  const of = { caseId: CASE_ID, handlerId: null, actorId: officerId };
  step({ id: newId("scs", at), ...of, step: "opened", words: "", occurredAt: at });
  const words = `${NOTE}: đã gọi siêu thị, lấy 1.000 kg trước.`;
  step({ id: newId("scs", at), ...of, step: "noted", words, occurredAt: at + HOUR_MS });
  prepareInsert(
    connection,
    supplyMatches,
  )({
    id: MATCH_ID,
    caseId: CASE_ID,
    declarationId,
    demandId,
    quantityKg: 1_000,
    matchedAt: at + HOUR_MS,
    matchedById: officerId,
    soldKg: null,
    resultWords: null,
    resultAt: null,
    resultById: null,
    endedAt: null,
    endedBy: null,
    endedById: null,
    endReason: null,
  });
}
