import { expect, it } from "vitest";
import { insertTestConsent } from "~/domain/flows/test-consent";
import { insertTestUser } from "~/domain/flows/test-shop";
import { cookieFor } from "~/domain/identity/test-session";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { DAY_MS } from "~/platform/period";
import { notTakenBy } from "~/ui/phone/not-taken";
import { paths } from "~/web/paths";
import * as keptDoor from "./household.listings.kept";
import { args, mine, outcomeOf, setUpDesks, theirs } from "./test-desk";

setUpDesks();

/** What the phone of somebody with this cookie is answered, of a product of `mine`. */
function send(cookie: string) {
  const path = paths.keptListings({ household: "cua-toi" });
  const kept = { listingId: newId("prd"), householdId: mine.householdId, photo: null, answers: [] };
  const request = new Request(`http://localhost${path}`, {
    method: "POST",
    headers: { Cookie: cookie, "Content-Type": "application/json" },
    body: JSON.stringify({ ...kept, sending: null }),
  });
  return keptDoor.action({ ...args(path), request });
}

async function stateFor(cookie: string) {
  const { location } = await outcomeOf(send(cookie));
  return notTakenBy(new URL(location ?? "", "http://localhost").pathname);
}

it("tells a phone by the page that it leads to why a product is taken from nobody", async () => {
  expect(await stateFor("")).toBe("signed_out");
  const agentId = await insertTestUser({ role: "agent" });
  const cookie = await cookieFor(agentId);
  const acting = (householdId: string) => `${cookie}; acting=${householdId}`;
  const consent = { agentId, expiresAt: now() + DAY_MS };
  await insertTestConsent({ ...consent, householdId: theirs.householdId });
  // The household has stopped, whomever the helper works for.
  for (const helping of [cookie, acting(mine.householdId), acting(theirs.householdId)]) {
    expect(await stateFor(helping)).toBe("not_helping");
  }
  await insertTestConsent({ ...consent, householdId: mine.householdId });
  expect(await stateFor(cookie)).toBe("helping_other");
  expect(await stateFor(acting(theirs.householdId))).toBe("helping_other");
  const answer = await send(acting(mine.householdId));
  expect(await answer.json()).toMatchObject({ state: expect.any(String) });
});
