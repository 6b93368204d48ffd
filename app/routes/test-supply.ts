import { insertTestUser } from "~/domain/flows/test-shop";
import { cookieFor } from "~/domain/identity/test-session";
import { weekOf } from "~/domain/supply/supply-board";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { addDays, localDateOf } from "~/platform/period";
import * as casesDoor from "./department.supply.cases._index";
import * as caseDoor from "./department.supply.cases.$caseId";
import * as closingDoor from "./department.supply.demands.$demandId.closing";
import * as demandDoor from "./department.supply.demands._index";
import * as ownMatchDoor from "./household.supply_.matches.$matchId";
import * as withdrawalDoor from "./household.supply_.$declarationId.withdrawal";
import * as ownDoor from "./household.supply";
import { args, mine, outcomeOf } from "./test-desk";

export const BOARD = "/department/supply";
export const monday = addDays(weekOf(localDateOf(now())), 7);
export const days = { fromOn: monday, toOn: addDays(monday, 6) };
const facts = (produceName: string, quantityKg: string) => ({
  produceName,
  quantityKg,
  ...days,
  note: "",
});
export const officer = async () => {
  const id = await insertTestUser({ role: "department_officer", fullName: "Cán bộ mẫu" });
  return { id, cookie: await cookieFor(id) };
};

export async function harvest(produceName: string, quantityKg: string, cookie = mine.cookie) {
  const declarationId: string = newId("shd");
  const form = { declarationId, ...facts(produceName, quantityKg) };
  await ownDoor.action(args("/household/supply", { form, cookie }));
  return declarationId;
}

export async function demand(produceName: string, quantityKg: string, cookie: string) {
  const demandId: string = newId("sdm");
  const who = { buyerName: "Siêu thị mẫu", contact: "chị Hoa" };
  const form = { demandId, ...who, ...facts(produceName, quantityKg) };
  await demandDoor.action(args(`${BOARD}/demands`, { form, cookie }));
  return demandId;
}

export async function open(produceKey: string, cookie: string) {
  const form = { produceKey, from: monday };
  const { status, location } = await outcomeOf(
    casesDoor.action(args(`${BOARD}/cases`, { form, cookie })),
  );
  return { status, caseId: location?.split("/").at(-1) ?? "" };
}

export const act = (caseId: string, form: Record<string, string>, cookie: string) =>
  caseDoor.action({
    ...args(`${BOARD}/cases/${caseId}`, { form, cookie }),
    params: { caseId },
  });
export const load = (caseId: string, cookie: string) =>
  caseDoor.loader({ ...args(`${BOARD}/cases/${caseId}`, { cookie }), params: { caseId } });
export const matchForm = (declarationId: string, demandId: string, quantityKg: string) => ({
  intent: "match",
  matchId: newId("sma") as string,
  declarationId,
  demandId,
  quantityKg,
});
export const tell = (matchId: string, form: Record<string, string>, cookie: string) =>
  ownMatchDoor.action({
    ...args(`/household/supply/matches/${matchId}`, { form, cookie }),
    params: { matchId },
  });
export const withdraw = (declarationId: string, cookie = mine.cookie) =>
  withdrawalDoor.action({
    ...args("/household/supply/x/withdrawal", { form: {}, cookie }),
    params: { declarationId },
  });
export const closeDemand = (demandId: string, cookie: string) =>
  closingDoor.action({
    ...args(`${BOARD}/demands/x/closing`, { form: {}, cookie }),
    params: { demandId },
  });
/** A refusal whose fault stands at a field, with its figures behind the code. */
export const atField = (field: string, fault: string) => ({
  data: { submission: { error: { [field]: [fault] } } },
  init: { status: 409 },
});
