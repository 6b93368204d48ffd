import { beginListings } from "../support/begun-listing";
import { expect, PHONES, signInByForm } from "../support/journey";
import { test as base } from "../support/own-shop";
import { KeptRows } from "../support/kept-rows";
import { findForms, postForm, type Found, type PostedForm } from "../support/posted-forms";
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

type DeskTable = [keyof typeof DESKS, (typeof DESKS)["agent"]][];

/** A peer has a desk like it, and may do on theirs what others have no business with at all. */
type Person = { name: string; cookie: string; isPeer?: boolean };
/** `ids`: of all that belongs to whose desk it is. */
type Tried = { shop: Shop; rows: KeptRows; other: Person; ids: string[] };

const DESKS = {
  household: { phone: PHONES.household, forms: 53, routes: 41, done: 30 },
  agent: { phone: PHONES.agent, forms: 10, routes: 9, done: 4 },
  department: { phone: PHONES.department, forms: 70, routes: 56, done: 48 },
};

/** Whoever has no business at a desk. */
async function othersOf(desk: keyof typeof DESKS, shop: Shop, rows: KeptRows): Promise<Person[]> {
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

/** What each household or each agent may read, under an address with a name in it. */
const SHARED = /^household\.(lessons|statements|joining_)\.|^household\.training_|^agent\.training/;

const isRefusal = ({ status, location }: { status: number; location: string }) =>
  status === 403 ||
  status === 404 ||
  location.startsWith("/sign-in") ||
  location === "/agent?problem=no_consent";

/**
 * Posts a form as one of the others, and once more where the shop's own timers ran in that moment: what it did the first
 * time it would do again.
 */
async function tryForm(form: PostedForm, { shop, rows, other, ids }: Tried) {
  const answer = await postForm(shop.origin, form, other.cookie);
  let { changes, hasTimer } = rows.look();
  if (hasTimer) {
    await postForm(shop.origin, form, other.cookie);
    ({ changes, hasTimer } = rows.look());
  }
  const isPeer = other.isPeer ?? false;
  const what = `${other.name}: POST ${form.path}: ${answer.status}`;
  // A peer may have done to their own what the form was to do to another's.
  const foreign = isPeer ? changes.filter((row) => ids.some((id) => row.includes(id))) : changes;
  expect(hasTimer ? [] : foreign, what).toEqual([]);
  if (!isPeer) expect(isRefusal(answer), what).toBe(true);
}

/** Posts all forms and opens all pages as one of the others. */
async function tryAll({ forms, pages }: Found, tried: Tried) {
  for (const form of forms) await tryForm(form, tried);
  const { shop, rows, other } = tried;
  for (const { route, path } of pages) {
    if (other.isPeer && (!route.includes("$") || SHARED.test(route))) continue;
    const headers = { Cookie: other.cookie };
    const told = await fetch(shop.origin + path, { headers, redirect: "manual" });
    const answer = { status: told.status, location: told.headers.get("Location") ?? "" };
    expect(isRefusal(answer), `${other.name}: GET ${path}: ${answer.status}`).toBe(true);
  }
  const { changes, hasTimer } = rows.look();
  if (!hasTimer) expect(changes, `${other.name} looked`).toEqual([]);
}

for (const [desk, { phone, ...least }] of Object.entries(DESKS) as DeskTable) {
  test(`${desk}: what its forms ask for is done for those whose desk it is, and for nobody else`, async ({
    page,
    shop,
  }) => {
    test.setTimeout(600_000);
    if (desk === "household") await beginListings(shop.origin);
    await signInByForm(page, phone);
    const rows = new KeptRows(shop.dataDir);
    rows.addAgent(OTHER_AGENT, PHONES.agent);
    const others = await othersOf(desk, shop, rows);
    const first = await findForms(page, desk);
    rows.look();
    let ids = rows.idsAround(phone);
    for (const other of others) await tryAll(first, { shop, rows, other, ids });
    const own = await signIn(shop.origin, phone);
    const done = [];
    for (const form of first.forms) {
      rows.look();
      await postForm(shop.origin, form, own);
      if (rows.look().changes.length > 0) done.push(form.path);
    }
    // What there was nothing of before: taken back, struck out, sent again.
    const known = new Set(first.forms.map(({ route }) => route));
    const second = await findForms(page, desk);
    const forms = second.forms.filter(({ route }) => !known.has(route));
    rows.look();
    ids = rows.idsAround(phone);
    for (const other of others) await tryAll({ ...second, forms }, { shop, rows, other, ids });
    for (const { route } of forms) known.add(route);
    expect(first.forms.length + forms.length).toBeGreaterThanOrEqual(least.forms);
    expect(known.size).toBeGreaterThanOrEqual(least.routes);
    expect(done.length).toBeGreaterThanOrEqual(least.done);
  });
}
