import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addresses, wishes } from "~db/schema/buyers";
import { checkouts } from "~db/schema/orders";
import {
  insertTestHousehold,
  insertTestProduct,
  insertTestShop,
  insertTestUser,
  TEST_SHOP,
} from "~/domain/flows/test-shop";
import { DEMO_PASSWORD, DEMO_SIGN_INS } from "~/domain/identity/demo-sign-ins";
import { hashPassword } from "~/domain/identity/passwords.server";
import { readSession } from "~/domain/identity/sessions.server";
import { cookieFor } from "~/domain/identity/test-session";
import { reader } from "~/platform/db.server";
import { newId, newToken } from "~/platform/ids";
import { openTestDatabase } from "~/platform/test-database.server";
import { writeCart } from "~/web/cookies.server";
import * as checkoutDoor from "./_store.checkout";
import * as wishDoor from "./_store.products.$productSlug_.wish";
import * as signUpDoor from "./_store.sign-up";
import * as addressDoor from "./account_.addresses_.$addressId";
import * as choiceDoor from "./account_.addresses_.$addressId_.choice";
import * as removalDoor from "./account_.addresses_.$addressId_.removal";
import * as ownDataPage from "./account_.data";
import * as dataDoor from "./account_.data[.]json";
import * as deletionDoor from "./account_.deletion";
import * as passwordDoor from "./account_.password";
import * as wishesDoor from "./account_.wishes";
import { responseOf } from "./test-buyer";

const PHONE = "0988000111";
const PASSWORD = "mat khau dai";
let close: () => void;
let honey: string;
let userId: string;
let cookie: string;

beforeEach(async () => {
  close = openTestDatabase();
  await insertTestShop();
  const householdId = await insertTestHousehold();
  honey = await insertTestProduct({ householdId, slug: "mat-ong" });
  userId = await insertTestUser({ phone: PHONE, passwordHash: await hashPassword(PASSWORD) });
  cookie = await cookieFor(userId);
});
afterEach(() => close());

type Given = {
  form?: Record<string, string>;
  params?: Record<string, string>;
  cookies?: string[];
  clientNetwork?: string;
};

function args(path: string, { form, params = {}, cookies = [cookie], ...given }: Given = {}) {
  const request = new Request(`http://localhost${path}`, {
    method: form ? "POST" : "GET",
    headers: { Cookie: cookies.join("; ") },
    body: form ? new URLSearchParams(form) : null,
  });
  const context = {
    addressLanguage: "vi",
    visiblePath: path,
    clientNetwork: given.clientNetwork ?? newToken(),
    reference: "test",
  } as const;
  return { request, params, context };
}

const receiver = (change: Record<string, string> = {}) => ({
  buyerName: "Nguyễn Thị Mẫu",
  buyerPhone: "0987 654 321",
  provinceCode: TEST_SHOP.provinceCode,
  communeCode: TEST_SHOP.communeCode,
  addressLine: "Thôn Mẫu",
  ...change,
});

async function keep(change: Record<string, string> = {}, addressId = newId("adr")) {
  const given = { form: receiver(change), params: { addressId } };
  const answer = await addressDoor.action(args(`/account/addresses/${addressId}`, given));
  return { addressId, answer };
}

const locationOf = async (answer: Promise<unknown>) =>
  (await responseOf(answer)).headers.get("Location");

describe("the address book", () => {
  it("keeps what was typed, once, and shows it again to be changed", async () => {
    const { addressId, answer } = await keep();
    expect(answer).toMatchObject({ status: 303 });
    await keep({ addressLine: "Thôn khác" }, addressId);
    expect(await reader().select().from(addresses)).toMatchObject([
      { phone: "0987654321", addressLine: "Thôn khác", placeName: "Xã Lũng Cú, Tỉnh Tuyên Quang" },
    ]);
    const page = await addressDoor.loader(
      args(`/account/addresses/${addressId}`, { params: { addressId } }),
    );
    expect(page).toMatchObject({ receiver: { addressLine: "Thôn khác" } });
  });

  it.each([
    [{ buyerName: " " }, { buyerName: ["full_name_missing"] }],
    [{ buyerPhone: "12" }, { buyerPhone: ["phone_invalid"] }],
    [{ communeCode: "" }, { communeCode: ["commune_missing"] }],
    [{ communeCode: "99999" }, { communeCode: ["commune_unknown"] }],
    [{ communeCode: TEST_SHOP.elsewhereCommuneCode }, { communeCode: ["commune_not_in_province"] }],
  ])("refuses %j at its field and keeps the rest", async (change, error) => {
    expect((await keep(change)).answer).toMatchObject({
      init: { status: 400 },
      data: { submission: { error, initialValue: { addressLine: "Thôn Mẫu" } } },
    });
    expect(await reader().$count(addresses)).toBe(0);
  });

  it("brings the communes of another province and keeps what was typed", async () => {
    const form = {
      buyerName: "Lò",
      provinceCode: TEST_SHOP.elsewhereProvinceCode,
      intent: "choose_province",
    };
    const addressId = newId("adr");
    const given = { form, params: { addressId } };
    expect(await addressDoor.action(args(`/account/addresses/${addressId}`, given))).toMatchObject({
      init: { status: 200 },
      data: {
        submission: { initialValue: { buyerName: "Lò" } },
        places: { communes: [{ code: TEST_SHOP.elsewhereCommuneCode }] },
      },
    });
  });

  it("does not exist for strangers", async () => {
    const { addressId } = await keep();
    const stranger = await cookieFor(await insertTestUser());
    const given = { form: receiver(), params: { addressId }, cookies: [stranger] };
    const path = `/account/addresses/${addressId}`;
    expect((await responseOf(addressDoor.action(args(path, given)))).status).toBe(404);
    expect((await responseOf(choiceDoor.action(args(path, given)))).status).toBe(404);
    expect((await responseOf(removalDoor.action(args(path, given)))).status).toBe(303);
    expect(await reader().$count(addresses)).toBe(1);
    const page = await addressDoor.loader(
      args(path, { params: { addressId }, cookies: [stranger] }),
    );
    expect(page).toMatchObject({ receiver: null });
    const wrong = args("/account/addresses/x", { params: { addressId: "x" } });
    expect((await responseOf(addressDoor.loader(wrong))).status).toBe(404);
  });
});

describe("the checkout of a member", () => {
  const cart = () => writeCart([{ productId: honey, quantity: 1 }]).split(";")[0] ?? "";
  const order = (change: Record<string, string> = {}) => ({
    ...receiver(),
    note: "",
    method: "vietqr",
    submissionKey: newToken(),
    expectedTotalVnd: "207000",
    ...change,
  });
  const submit = (form: Record<string, string>, cookies = [cookie, cart()]) =>
    checkoutDoor.action(args("/checkout", { form, cookies }));

  it("is filled with the first choice, and with another by a button", async () => {
    await keep({ addressLine: "Nhà tôi" });
    const elsewhere = {
      addressLine: "Nhà mẹ",
      provinceCode: TEST_SHOP.elsewhereProvinceCode,
      communeCode: TEST_SHOP.elsewhereCommuneCode,
    };
    const { addressId } = await keep(elsewhere);
    const page = await checkoutDoor.loader(args("/checkout", { cookies: [cookie, cart()] }));
    expect(page).toMatchObject({
      receiver: { addressLine: "Nhà tôi" },
      addresses: [{ addressLine: "Nhà tôi" }, { addressLine: "Nhà mẹ" }],
      quote: { totalVnd: 207_000 },
    });
    expect(await submit(order({ useAddress: addressId, note: "Gọi trước" }))).toMatchObject({
      init: { status: 200 },
      data: {
        submission: { initialValue: { ...elsewhere, note: "Gọi trước" } },
        page: {
          quote: { totalVnd: 222_000 },
          places: { provinceCode: TEST_SHOP.elsewhereProvinceCode },
        },
      },
    });
    // Nobody fills a form with another person's address.
    const stranger = await cookieFor(await insertTestUser());
    expect(await submit(order({ useAddress: addressId }), [stranger, cart()])).toMatchObject({
      data: { submission: { initialValue: { addressLine: "Thôn Mẫu" } }, page: { addresses: [] } },
    });
    expect(await submit(order({ useAddress: addressId }), [cart()])).toMatchObject({
      data: { page: { addresses: null } },
    });
    expect(await reader().$count(checkouts)).toBe(0);
  });

  it("keeps the address only when that was ticked, once, and never a guest's", async () => {
    const form = order({ keepAddress: "on" });
    expect((await responseOf(submit(order()))).status).toBe(303);
    expect(await reader().$count(addresses)).toBe(0);
    for (let i = 0; i < 2; i += 1) expect((await responseOf(submit(form))).status).toBe(303);
    expect(await reader().select().from(addresses)).toMatchObject([
      { userId, addressLine: "Thôn Mẫu", fullName: "Nguyễn Thị Mẫu" },
    ]);
    expect((await responseOf(submit(order({ keepAddress: "on" }), [cart()]))).status).toBe(303);
    expect(await reader().$count(addresses)).toBe(1);
  });
});

describe("saving a product", () => {
  const save = (cookies: string[], slug = "mat-ong") =>
    wishDoor.action(
      args(`/products/${slug}/wish`, { form: {}, params: { productSlug: slug }, cookies }),
    );

  it("leads a guest by way of signing in to the question whether to save it", async () => {
    expect(await locationOf(save([]))).toBe(
      "/sign-in?next=%2Faccount%2Fwishes%3Fproduct%3Dmat-ong",
    );
    expect(await reader().$count(wishes)).toBe(0);
    const page = await wishesDoor.loader(args("/account/wishes?product=mat-ong"));
    expect(page).toMatchObject({ asked: { slug: "mat-ong" }, wishes: [] });
  });

  it("saves once, says so, and takes off the list", async () => {
    for (let i = 0; i < 2; i += 1) {
      expect(await locationOf(save([cookie]))).toBe("/account/wishes?done=wish");
    }
    const page = await wishesDoor.loader(args("/account/wishes?product=mat-ong"));
    expect(page).toMatchObject({ asked: null, wishes: [{ productId: honey }] });
    const form = { remove: honey };
    await wishesDoor.action(args("/account/wishes", { form }));
    expect(await reader().$count(wishes)).toBe(0);
    expect((await responseOf(save([cookie], "khong-co"))).status).toBe(404);
  });
});

describe("opening an account", () => {
  const form = (change: Record<string, string> = {}) => ({
    fullName: "Lò Thị Mới",
    phone: "0988 000 999",
    password: PASSWORD,
    consent: "on",
    ...change,
  });
  const send = (change: Record<string, string> = {}, path = "/sign-up") =>
    signUpDoor.action(args(path, { form: form(change), cookies: [] }));

  it("signs in and goes on to where the person came from", async () => {
    const answer = await responseOf(send({}, "/sign-up?next=%2Fcheckout"));
    expect(answer.headers.get("Location")).toBe("/checkout");
    const session = answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    expect(await readSession(session)).toMatchObject({ fullName: "Lò Thị Mới", role: "buyer" });
    expect(await locationOf(send({ phone: "0988000998" }, "/sign-up?next=//elsewhere"))).toBe(
      "/account",
    );
  });

  it.each([
    [{ consent: "" }, { consent: ["consent_missing"] }],
    [{ password: "ngan" }, { password: ["password_short"] }],
    [{ fullName: "" }, { fullName: ["own_name_missing"] }],
    [{ phone: "0123" }, { phone: ["phone_invalid"] }],
  ])("refuses %j at its field and never shows a password again", async (change, error) => {
    const answer = await send(change);
    expect(answer).toMatchObject({ init: { status: 400 }, data: { submission: { error } } });
    expect(JSON.stringify(answer)).not.toContain(PASSWORD);
  });

  it("says that a phone is taken, and stops a machine", async () => {
    expect(await send({ phone: PHONE, password: "mot cai khac" })).toMatchObject({
      init: { status: 409 },
      data: { failure: { code: "phone_taken" } },
    });
    let last: unknown;
    for (let i = 0; i <= 60; i += 1) {
      const one = args("/sign-up", { form: {}, cookies: [], clientNetwork: "198.51.100.77" });
      last = await signUpDoor.action(one).catch((thrown: unknown) => thrown);
    }
    expect(last).toMatchObject({ status: 429 });
  });
});

describe("the password, the data and the end", () => {
  it("asks for the old password at its field, and starts a session anew", async () => {
    const change = (password: string) =>
      passwordDoor.action(
        args("/account/password", { form: { password, newPassword: "mat khau moi" } }),
      );
    const refused = await change("sai");
    expect(refused).toMatchObject({
      init: { status: 400 },
      data: { submission: { error: { password: ["wrong_password"] } } },
    });
    expect(JSON.stringify(refused)).not.toContain("mat khau moi");
    const answer = await responseOf(change(PASSWORD));
    expect(answer.headers.get("Location")).toBe("/account?saved=password");
    expect(await readSession(cookie)).toBeNull();
    expect(await readSession(answer.headers.getSetCookie()[0]?.split(";")[0] ?? "")).not.toBeNull();
  });

  it("leaves a sign-in that the demo prints for everybody as it is", async () => {
    const printed = await insertTestUser({
      phone: DEMO_SIGN_INS[0]?.phone ?? "",
      passwordHash: await hashPassword(DEMO_PASSWORD),
    });
    const cookies = [await cookieFor(printed)];
    const password = DEMO_PASSWORD;
    const refused = { init: { status: 409 }, data: { failure: { code: "demo_sign_in" } } };
    const change = { form: { password, newPassword: "mat khau moi" }, cookies };
    expect(await passwordDoor.action(args("/account/password", change))).toMatchObject(refused);
    const leave = { form: { password, isSure: "on" }, cookies };
    expect(await deletionDoor.action(args("/account/deletion", leave))).toMatchObject(refused);
    expect(await readSession(cookies[0] ?? "")).not.toBeNull();
  });

  it("gives the data to nobody else, as a file that no cache keeps", async () => {
    const file = await responseOf(dataDoor.loader(args("/account/data.json")));
    expect(file.headers.get("Cache-Control")).toBe("private, no-store");
    expect(file.headers.get("Content-Disposition")).toMatch(
      /^attachment; filename="[\w-]+\.json"$/,
    );
    expect(await file.json()).toMatchObject({ account: { phone: PHONE } });
    const guest = await responseOf(dataDoor.loader(args("/account/data.json", { cookies: [] })));
    expect(guest.headers.get("Location")).toMatch(/^\/sign-in/);
  });

  it("lets nobody read all of it again and again", async () => {
    let last: unknown;
    for (let i = 0; i <= 60; i += 1) {
      const page = args("/account/data");
      last = await ownDataPage.loader(page).catch((thrown: unknown) => thrown);
    }
    expect(last).toMatchObject({ status: 429 });
  });

  it("ends the account only with a tick and the password, and clears this browser", async () => {
    const leave = (form: Record<string, string>) =>
      deletionDoor.action(args("/account/deletion", { form }));
    expect(await leave({ password: PASSWORD })).toMatchObject({
      init: { status: 400 },
      data: { submission: { error: { isSure: ["deletion_not_sure"] } } },
    });
    expect(await leave({ password: "sai", isSure: "on" })).toMatchObject({
      init: { status: 400 },
      data: { submission: { error: { password: ["wrong_password"] } } },
    });
    const answer = await responseOf(leave({ password: PASSWORD, isSure: "on" }));
    expect(answer.headers.get("Location")).toBe("/sign-in?deleted=1");
    const [session, device] = answer.headers.getSetCookie();
    expect(session).toMatch(/^session=;.*Max-Age=0/);
    expect(device).toMatch(/^device=;.*Max-Age=0/);
    expect(await readSession(cookie)).toBeNull();
  });
});
