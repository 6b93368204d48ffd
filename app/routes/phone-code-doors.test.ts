import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { phoneCodes, users } from "~db/schema/identity";
import { communes, provinces } from "~db/schema/places";
import { insertTestUser } from "~/domain/flows/test-shop";
import { hashPassword } from "~/domain/identity/passwords.server";
import { phoneCode } from "~/domain/identity/phone-code.server";
import { readSession } from "~/domain/identity/sessions.server";
import { cookieFor } from "~/domain/identity/test-session";
import { setClock, now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { HOUR_MS, MINUTE_MS } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { useProduction } from "~/platform/test-production.server";
import * as deletionDoor from "./account_.deletion";
import * as passwordDoor from "./account_.password";
import * as registerDoor from "./_store.register";
import * as signInDoor from "./_store.sign-in";
import * as askDoor from "./_store.sign-in_.code";
import * as entryDoor from "./_store.sign-in_.code_.$codeId";
import * as handedDoor from "./_store.sign-in_.helper-code";
import * as signUpDoor from "./_store.sign-up";
import * as signOutDoor from "./sign-out";
import { args, responseOf, refusalOf, cookiesOf } from "./test-doors";

let close: () => void;
beforeAll(async () => {
  close = openTestDatabase({ PROVINCE: "08" });
  await inTransaction(async (tx) => {
    await tx.insert(provinces).values({ code: "08", name: "Tỉnh 08", nameFolded: "tinh 08" });
    const commune = { code: "08715", provinceCode: "08", name: "Xã Mẫu", nameFolded: "xa mau" };
    await tx.insert(communes).values(commune);
  });
});
afterAll(() => close());

let last = 0;
const freshPhone = () => `09120${String((last += 1)).padStart(5, "0")}`;

async function askFor(phone: string, query = "") {
  const form = { phone, ask: newId("pcd") };
  const response = await responseOf(askDoor.action(args(`/sign-in/code${query}`, { form })));
  const location = response.headers.get("Location") ?? "";
  return { location, codeId: form.ask };
}

async function digitsOf(codeId: string): Promise<string> {
  const [code] = await reader().select().from(phoneCodes).where(eq(phoneCodes.id, codeId));
  return code ? phoneCode(code) : "";
}

const enter = (location: string, codeId: string, code: string) =>
  entryDoor.action(args(location, { form: { code }, params: { codeId } }));

async function prove(phone: string, query = "") {
  const { location, codeId } = await askFor(phone, query);
  const response = await responseOf(enter(location, codeId, await digitsOf(codeId)));
  return { location: response.headers.get("Location"), cookies: cookiesOf(response) };
}

const HOUSEHOLD = {
  name: "Hộ Mẫu Lò Thị Mã",
  kind: "household",
  contactName: "Lò Thị Mã",
  communeCode: "08715",
  addressLine: "thôn Mẫu",
  story: "",
  consent: "on",
  termsNumber: "1",
};

describe("joining by a code", () => {
  it("leads from the phone to the code to the form, and in", async () => {
    const phone = freshPhone();
    const start = await registerDoor.loader(args("/register"));
    expect(start).toMatchObject({ provenPhone: null, start: { phone: null } });
    const { location, codeId } = await askFor(` +84 ${phone.slice(1)}`, "?to=register");
    expect(location).toBe(`/sign-in/code/${codeId}?to=register`);
    const page = await entryDoor.loader(args(location, { params: { codeId } }));
    const digits = await digitsOf(codeId);
    expect(page).toMatchObject({
      code: { isOpen: true, demoDigits: digits, phone: `•••• ${phone.slice(-3)}` },
    });

    const typed = `${digits.slice(0, 3)} ${digits.slice(3)}`;
    const proved = await responseOf(enter(location, codeId, typed));
    expect(proved.status).toBe(303);
    expect(proved.headers.get("Location")).toBe("/register");
    expect(proved.headers.getSetCookie()).toEqual([
      expect.stringMatching(/HttpOnly; SameSite=Lax/),
    ]);
    const cookie = cookiesOf(proved);
    expect(await registerDoor.loader(args("/register", { cookie }))).toMatchObject({
      provenPhone: phone,
      start: null,
    });
    const sent = { form: { ...HOUSEHOLD, provenFor: phone }, cookie };
    const registered = await responseOf(registerDoor.action(args("/register", sent)));
    expect(registered.headers.get("Location")).toBe("/household");
    expect(registered.headers.getSetCookie()).toContainEqual(expect.stringMatching(/^phone=;/));
    expect(await readSession(cookiesOf(registered))).toMatchObject({ role: "household_member" });
    const again = await responseOf(registerDoor.action(args("/register", sent)));
    expect(again.headers.get("Location")).toBe("/household");
    const [user] = await reader().select().from(users).where(eq(users.phone, phone));
    expect(user?.phoneProvenAt).not.toBeNull();
  });

  it("says what is wrong with the phone, the key of the form and the digits", async () => {
    const bad = await refusalOf(askDoor.action(args("/sign-in/code", { form: { phone: "12" } })));
    expect(bad).toMatchObject({
      status: 400,
      submission: { error: { phone: ["phone_invalid"], ask: ["form_outdated"] } },
    });
    const { location, codeId } = await askFor(freshPhone());
    const digits = await digitsOf(codeId);
    const typed = async (code: string) => refusalOf(enter(location, codeId, code));
    expect(await typed("12345")).toMatchObject({
      submission: { error: { code: ["code_format"] } },
    });
    expect(await typed("")).toMatchObject({ submission: { error: { code: ["code_missing"] } } });
    const handed = async (code: string) =>
      refusalOf(handedDoor.action(args("/sign-in/helper-code", { form: { code } })));
    expect(await handed("")).toMatchObject({
      submission: { error: { code: ["handed_code_missing"] } },
    });
    expect(await handed("123456")).toMatchObject({
      submission: { error: { code: ["handed_code_format"] } },
    });
    const wrong = String((Number(digits) + 1) % 1_000_000).padStart(6, "0");
    expect(await typed(wrong)).toMatchObject({
      status: 400,
      failure: { code: "code_wrong", detail: { left: 4 } },
      submission: { error: { code: ["code_not_this"] } },
    });
    const unknown = await refusalOf(enter("/sign-in/code/pcd_x", "pcd_x", "123456"));
    expect(unknown).toMatchObject({ status: 409, failure: { code: "code_gone" } });
    const page = await entryDoor.loader(args("/x", { params: { codeId: "pcd_x" } }));
    expect(page).toMatchObject({ code: { isOpen: false, phone: null, demoDigits: null } });
  });

  it("sends again after a minute, and says when not", async () => {
    const { location, codeId } = await askFor(freshPhone());
    const sent = { form: { again: "1" }, params: { codeId } };
    expect(await refusalOf(entryDoor.action(args(location, sent)))).toMatchObject({
      status: 429,
      failure: { code: "codes_too_soon" },
    });
    const at = now() + MINUTE_MS;
    setClock(() => at);
    const again = await responseOf(entryDoor.action(args(location, sent)));
    setClock();
    expect(again.headers.get("Location")).toBe(`/sign-in/code/${codeId}?again=1`);
  });

  it("does not take the proof of another browser, a forged one, or one of an hour ago", async () => {
    const phone = freshPhone();
    const { cookies } = await prove(phone, "?to=register");
    const knock = async (cookie: string) =>
      refusalOf(
        registerDoor.action(
          args("/register", { form: { ...HOUSEHOLD, provenFor: phone }, cookie }),
        ),
      );
    const gone = { failure: { code: "phone_proof_gone" } };
    expect(await knock("")).toMatchObject(gone);
    expect(
      await knock(cookies.replace(/.$/, (letter) => (letter === "A" ? "B" : "A"))),
    ).toMatchObject(gone);
    const other = await prove(freshPhone());
    expect(await knock(other.cookies)).toMatchObject(gone); // proved in another tab meanwhile
    const at = now() + HOUR_MS;
    setClock(() => at);
    expect(await knock(cookies)).toMatchObject(gone);
    setClock();
    expect(await reader().select().from(users).where(eq(users.phone, phone))).toEqual([]);
  });

  it("takes the phone that was typed where the form has a password, whatever another tab proved", async () => {
    const { cookies: cookie } = await prove(freshPhone());
    const phone = freshPhone();
    const form = { ...HOUSEHOLD, phone, password: "mat khau dai" };
    await responseOf(registerDoor.action(args("/register", { form, cookie })));
    const [user] = await reader().select().from(users).where(eq(users.phone, phone));
    expect(user).toMatchObject({ phoneProvenAt: null });
    expect(user?.passwordHash).toMatch(/^\$argon2id/);
  });

  it("makes a seller of a buyer, by their own phone only", async () => {
    const phone = freshPhone();
    const userId = await insertTestUser({ phone, phoneProvenAt: 1, role: "buyer" });
    const { location, cookies } = await prove(phone, "?to=register");
    expect(location).toBe("/register");
    const sent = { form: { ...HOUSEHOLD, provenFor: phone }, cookie: cookies };
    await responseOf(registerDoor.action(args("/register", sent)));
    const [user] = await reader().select().from(users).where(eq(users.id, userId));
    expect(user).toMatchObject({ role: "household_member" });
    expect(await prove(await memberPhone(), "?to=register")).toMatchObject({
      location: "/household",
    });
  });

  const memberPhone = async () => {
    const phone = freshPhone();
    await insertTestUser({ phone, phoneProvenAt: 1, role: "household_member" });
    return phone;
  };
});

describe("coming in by a code", () => {
  it("leads who has no account to one, on to the page they wanted", async () => {
    const phone = freshPhone();
    const { location, cookies } = await prove(phone, "?next=%2Faccount%2Fwishes");
    expect(location).toBe("/sign-up?next=%2Faccount%2Fwishes");
    const form = { fullName: "Lý Thị Mã", consent: "on", provenFor: phone };
    const sent = { form, cookie: cookies };
    const opened = await responseOf(signUpDoor.action(args(location ?? "", sent)));
    expect(opened.headers.get("Location")).toBe("/account/wishes");
    expect(await readSession(cookiesOf(opened))).toMatchObject({ role: "buyer" });
    const at = now() + MINUTE_MS;
    setClock(() => at);
    expect(await prove(phone)).toMatchObject({ location: "/account" });
    setClock();
  });

  it("says so when the old password went, and goes nowhere but to a page of ours", async () => {
    const passwordHash = await hashPassword("mat khau dai");
    const phone = freshPhone();
    await insertTestUser({ phone, passwordHash });
    expect(await prove(phone)).toMatchObject({ location: "/account?saved=code" });
    const third = freshPhone();
    await insertTestUser({ phone: third, passwordHash });
    expect(await prove(third, "?to=register")).toMatchObject({
      location: "/account?saved=code&next=%2Fregister",
    });
    const other = freshPhone();
    await insertTestUser({ phone: other, phoneProvenAt: 1 });
    const away = await prove(other, "?next=https%3A%2F%2Fexample.com");
    expect(away.location).toBe("/account");
  });

  it("proves oneself for a new password and for deletion, a quarter of an hour", async () => {
    const phone = freshPhone();
    const userId = await insertTestUser({ phone, phoneProvenAt: 1 });
    const { cookies } = await prove(phone, "?next=%2Faccount%2Fpassword");
    const page = await passwordDoor.loader(args("/account/password", { cookie: cookies }));
    expect(page).toEqual({ isProven: true, hasCodes: true });
    const form = { newPassword: "mot mat khau moi" };
    const changed = await responseOf(
      passwordDoor.action(args("/account/password", { form, cookie: cookies })),
    );
    expect(changed.headers.get("Location")).toBe("/account?saved=password");

    const session = await cookieFor(userId);
    const old = cookies.split("; ").find((one) => one.startsWith("phone=")) ?? "";
    const withOld = { form: { isSure: "on" }, cookie: `${session}; ${old}` };
    // The new password ends what was proved before.
    expect(await refusalOf(deletionDoor.action(args("/account/deletion", withOld)))).toMatchObject({
      submission: { error: { password: ["password_missing"] } },
    });
    const anew = now() + MINUTE_MS;
    setClock(() => anew);
    const again = await prove(phone);
    const proof = again.cookies.split("; ").find((one) => one.startsWith("phone=")) ?? "";
    const at = now() + 15 * MINUTE_MS;
    setClock(() => at);
    const late = { form, cookie: `${session}; ${proof}` };
    expect(await refusalOf(passwordDoor.action(args("/account/password", late)))).toMatchObject({
      submission: { error: { password: ["password_missing"] } },
    });
    setClock(() => anew);
    const sure = { form: { isSure: "on" }, cookie: `${session}; ${proof}` };
    const gone = await responseOf(deletionDoor.action(args("/account/deletion", sure)));
    setClock();
    expect(gone.headers.get("Location")).toBe("/sign-in?deleted=1");
    const left = await reader().select().from(phoneCodes).where(eq(phoneCodes.phone, phone));
    expect(left).toEqual([]); // counted on by a mark
  });

  it("proves nothing for somebody else's account", async () => {
    const { cookies } = await prove(freshPhone());
    const session = await cookieFor(await insertTestUser({ phone: freshPhone() }));
    const sent = { form: { newPassword: "mot mat khau moi" }, cookie: `${session}; ${cookies}` };
    expect(await refusalOf(passwordDoor.action(args("/account/password", sent)))).toMatchObject({
      submission: { error: { password: ["password_missing"] } },
    });
    const typed = { ...sent, form: { newPassword: "mot mat khau moi", password: "sai hoan toan" } };
    expect(await refusalOf(passwordDoor.action(args("/account/password", typed)))).toMatchObject({
      submission: { error: { password: ["wrong_password"] } },
    });
  });

  it("is over when somebody signs out", async () => {
    const { cookies } = await prove(freshPhone());
    const out = await responseOf(
      signOutDoor.action(args("/sign-out", { form: {}, cookie: cookies })),
    );
    expect(out.headers.getSetCookie()).toContainEqual(
      expect.stringMatching(/^phone=; .*Max-Age=0/),
    );
  });
});

// The last: what it sets stays set.
it("an installation without SMS is joined by password", async () => {
  expect(await registerDoor.loader(args("/register"))).toMatchObject({ start: {} });
  useProduction({ PROVINCE: "08" });
  expect(await registerDoor.loader(args("/register"))).toMatchObject({ start: null });
  expect(await signInDoor.loader(args("/sign-in"))).toMatchObject({ hasCodes: false });
  const asked = await responseOf(askDoor.loader(args("/sign-in/code?next=%2Faccount")));
  expect(asked.headers.get("Location")).toBe("/sign-in?next=%2Faccount");
  const form = { phone: freshPhone(), ask: newId("pcd") };
  expect(await refusalOf(askDoor.action(args("/sign-in/code", { form })))).toMatchObject({
    status: 409,
    failure: { code: "codes_not_set_up" },
  });
});
