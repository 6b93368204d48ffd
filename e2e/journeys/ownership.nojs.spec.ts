import { beginListings } from "../support/begun-listing";
import { expect, PHONES, signInByForm } from "../support/journey";
import { test as base } from "../support/own-shop";
import { KeptRows } from "../support/kept-rows";
import { findForms, postForm } from "../support/posted-forms";
import { signIn } from "../support/returned-order";
import { seedFolder } from "../support/run-node";
import { temporaryFolder, type Shop } from "../support/shop";

/**
 * Every form of the desks as its own people are shown it, filled, posted by everybody else: it is refused and no row of the
 * database is another. Afterwards by who may, which shows that it was the sender and not the form that was refused.
 */
const test = base.extend({
  started: async ({}, use) => {
    const dataDir = temporaryFolder("ownership");
    await seedFolder(dataDir, ["--province", "08"]);
    await use({ dataDir });
  },
});

const OTHER_HOUSEHOLD = "0900000101";
const OTHER_AGENT = "0900000692";

type Person = { name: string; cookie: string; isPeer?: boolean };

const DESKS = {
  household: { phone: PHONES.household, forms: 50, routes: 38, done: 22 },
  agent: { phone: PHONES.agent, forms: 10, routes: 9, done: 4 },
  department: { phone: PHONES.department, forms: 65, routes: 50, done: 40 },
};

/** Whoever has no business at a desk; a peer has one like it. */
async function othersOf(desk: string, shop: Shop, rows: KeptRows): Promise<Person[]> {
  const cookie = (phone: string) => signIn(shop.origin, phone);
  const guest = { name: "a guest", cookie: "" };
  const buyer = { name: "a buyer", cookie: await cookie(PHONES.buyer) };
  const household = { name: "another household", cookie: await cookie(OTHER_HOUSEHOLD) };
  const agent = { name: "an agent without consent", cookie: await cookie(OTHER_AGENT) };
  const officer = { name: "an officer", cookie: await cookie(PHONES.department) };
  if (desk === "department") return [guest, buyer, household, agent];
  if (desk === "agent") return [guest, buyer, household, officer, { ...agent, isPeer: true }];
  const posing = {
    name: "an agent who says to have consent",
    cookie: `${agent.cookie}; acting=${rows.householdOf(PHONES.household)}`,
  };
  return [guest, buyer, agent, posing, officer, { ...household, isPeer: true }];
}

const isRefusal = ({ status, location }: { status: number; location: string }) =>
  status === 403 ||
  status === 404 ||
  location.startsWith("/sign-in") ||
  location === "/agent?problem=no_consent";

for (const [desk, { phone, ...least }] of Object.entries(DESKS)) {
  test(`${desk}: what its forms ask for is done for those whose desk it is, and for nobody else`, async ({
    page,
    shop,
  }) => {
    test.setTimeout(240_000);
    if (desk === "household") await beginListings(shop.origin);
    await signInByForm(page, phone);
    const forms = await findForms(page, desk);
    const routes = new Set(forms.map(({ route }) => route));
    expect(forms.length).toBeGreaterThanOrEqual(least.forms);
    expect(routes.size).toBeGreaterThanOrEqual(least.routes);
    const rows = new KeptRows(shop.dataDir);
    rows.addAgent(OTHER_AGENT, PHONES.agent);
    const ids = rows.idsAround(phone);
    const others = await othersOf(desk, shop, rows);
    rows.changes();
    for (const { name, cookie, isPeer = false } of others) {
      for (const form of forms) {
        const answer = await postForm(shop.origin, form, cookie);
        const what = `${name}: ${form.path}`;
        const changes = rows.changes();
        // A peer may have done to their own what the form was to do to another's.
        const foreign = isPeer
          ? changes.filter((row) => ids.some((id) => row.includes(id)))
          : changes;
        expect(foreign, what).toEqual([]);
        if (!isPeer) expect(isRefusal(answer), `${what}: ${answer.status}`).toBe(true);
      }
    }
    const own = await signIn(shop.origin, phone);
    const done = [];
    for (const form of forms) {
      rows.changes();
      await postForm(shop.origin, form, own);
      if (rows.changes().length > 0) done.push(form.path);
    }
    expect(done.length).toBeGreaterThanOrEqual(least.done);
  });
}
