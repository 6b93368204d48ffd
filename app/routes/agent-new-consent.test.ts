import { expect, it } from "vitest";
import { addDays, localDateOf } from "~/platform/period";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { renewalPath } from "~/web/helped-link.server";
import * as door from "./agent.consents.new";
import { agent, args, setUpDesks, type Refusal } from "./test-desk";

setUpDesks();

/** The fields at fault, in the order in which they are told. */
async function faultsOf(change: Record<string, string>, sheet?: File) {
  const form = new FormData();
  const typed = { delegationId: newId("dlg"), powers: "products", days: "90", ...change };
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  if (sheet) form.set("sheet", sheet);
  const path = renewalPath(agent.id, "cua-toi");
  const answer: unknown = await door.action(args(path, { cookie: agent.cookie, form }));
  const { init, data } = answer as Refusal;
  expect(init?.status).toBe(400);
  return Object.entries(data.submission?.error ?? {});
}

const photo = new File(["x"], "phieu.jpg");
const missing = ["sheet", ["sheet_missing"]];

it("tells of a signed sheet all that it lacks at once, the photo before the day", async () => {
  const sheet = { way: "sheet" };
  expect(await faultsOf(sheet)).toEqual([missing, ["signedOn", ["signed_on_missing"]]]);
  expect(await faultsOf(sheet, photo)).toEqual([["signedOn", ["signed_on_missing"]]]);
  const tomorrow = addDays(localDateOf(now()), 1);
  expect(await faultsOf({ ...sheet, signedOn: tomorrow })).toEqual([
    missing,
    ["signedOn", ["signed_on_ahead"]],
  ]);
  expect(await faultsOf({ ...sheet, days: "1" })).toEqual([
    ["days", ["consent_days_missing"]],
    missing,
    ["signedOn", ["signed_on_missing"]],
  ]);
  expect(await faultsOf({ ...sheet, signedOn: localDateOf(now()) })).toEqual([missing]);
});

it("asks for nothing of a sheet where the household answers by a code", async () => {
  expect(await faultsOf({ way: "code", days: "1" })).toEqual([["days", ["consent_days_missing"]]]);
});
