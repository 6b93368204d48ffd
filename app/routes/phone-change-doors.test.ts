import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { households } from "~db/schema/households";
import { phoneCodes, users } from "~db/schema/identity";
import { insertTestHousehold, insertTestShop, insertTestUser } from "~/domain/flows/test-shop";
import { hashPassword } from "~/domain/identity/passwords.server";
import { phoneCode } from "~/domain/identity/phone-code.server";
import { readSession } from "~/domain/identity/sessions.server";
import { cookieFor } from "~/domain/identity/test-session";
import { now, setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { MINUTE_MS } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { useProduction } from "~/platform/test-production.server";
import { writeActingFor } from "~/web/acting-cookie.server";
import * as accountDoor from "./account";
import * as askDoor from "./account_.phone";
import * as entryDoor from "./account_.phone_.$codeId";
import * as signInCodeDoor from "./_store.sign-in_.code_.$codeId";
import * as askCodeDoor from "./_store.sign-in_.code";
import { args, responseOf, refusalOf, cookiesOf } from "./test-doors";

const PASSWORD = "mat khau cua toi";

let close: () => void;
let passwordHash: string;
let last = 0;

beforeAll(async () => {
  close = openTestDatabase();
  await insertTestShop();
  passwordHash = await hashPassword(PASSWORD);
});
afterEach(() => setClock());
afterAll(() => close());

const freshPhone = () => `09140${String((last += 1)).padStart(5, "0")}`;

async function person(change: Partial<typeof users.$inferInsert> & { householdId?: string } = {}) {
  const phone = change.phone ?? freshPhone();
  const userId = await insertTestUser({ passwordHash, phoneProvenAt: 1, ...change, phone });
  return { userId, phone, cookie: await cookieFor(userId) };
}

const ask = (cookie: string, phone: string, change: Record<string, string> = {}) => {
  const form = { phone, ask: newId("pcd"), password: PASSWORD, ...change };
  return askDoor.action(args("/account/phone", { form, cookie }));
};
async function asked(cookie: string, phone: string) {
  const location = (await responseOf(ask(cookie, phone))).headers.get("Location") ?? "";
  return { location, codeId: location.split("/").at(-1) ?? "" };
}
const codeOf = async (codeId: string) => {
  const [code] = await reader().select().from(phoneCodes).where(eq(phoneCodes.id, codeId));
  return present(code, "a code");
};
const type = (cookie: string, codeId: string, code: string) =>
  entryDoor.action(
    args(`/account/phone/${codeId}`, { form: { code }, params: { codeId }, cookie }),
  );
/** What a browser has in which a code to this phone was typed. */
async function comeInByCode(phone: string): Promise<string> {
  const form = { phone, ask: newId("pcd") };
  await askCodeDoor.action(args("/sign-in/code", { form }));
  const typed = { code: phoneCode(await codeOf(form.ask)) };
  const params = { codeId: form.ask };
  return cookiesOf(
    await responseOf(signInCodeDoor.action(args("/sign-in/code/x", { form: typed, params }))),
  );
}
const phoneOf = async (userId: string) =>
  (await reader().select().from(users).where(eq(users.id, userId)))[0]?.phone;

describe("the doors of another phone", () => {
  it("lead from the number to the digits and back to the account, with a session anew", async () => {
    const { userId, phone, cookie } = await person();
    const page = await askDoor.loader(args("/account/phone", { cookie }));
    expect(page).toMatchObject({ phone, households: [], isProven: false, isActing: false });
    const number = freshPhone();
    const { location, codeId } = await asked(cookie, ` +84 ${number.slice(1)}`);
    expect(location).toBe(`/account/phone/${codeId}`);
    const entry = await entryDoor.loader(args(location, { params: { codeId }, cookie }));
    const digits = phoneCode(await codeOf(codeId));
    const shown = number.replace(/^(\d{4})(\d{3})/, "$1\u00a0$2\u00a0");
    expect(entry).toMatchObject({ code: { phone: shown, isOpen: true, demoDigits: digits } });
    const done = await responseOf(type(cookie, codeId, `${digits.slice(0, 3)} ${digits.slice(3)}`));
    expect(done.status).toBe(303);
    expect(done.headers.get("Location")).toBe("/account?saved=phone");
    expect(done.headers.getSetCookie()).toContainEqual(expect.stringMatching(/^phone=;/));
    expect(await phoneOf(userId)).toBe(number);
    expect(await readSession(cookie)).toBeNull();
    const anew = cookiesOf(done);
    expect(await readSession(anew)).toMatchObject({ id: userId });
    const account = await accountDoor.loader(args("/account?saved=phone", { cookie: anew }));
    expect(account).toMatchObject({ account: { phone: number }, saved: "phone" });
    // The answer was lost and the page is opened again.
    const lost = await responseOf(
      entryDoor.loader(args(location, { params: { codeId }, cookie: anew })),
    );
    expect(lost.headers.get("Location")).toBe("/account?saved=phone");
  });

  it("say what is wrong at its field, and keep what was typed but no password", async () => {
    const { phone, cookie } = await person();
    expect(await refusalOf(ask(cookie, "12", { ask: "", password: "" }))).toMatchObject({
      status: 400,
      submission: {
        error: { phone: ["phone_invalid"], ask: ["form_outdated"], password: ["password_missing"] },
      },
    });
    const same = await refusalOf(ask(cookie, phone));
    expect(same).toMatchObject({ status: 400, submission: { error: { phone: ["phone_same"] } } });
    const wrong = await refusalOf(ask(cookie, freshPhone(), { password: "sai roi" }));
    expect(wrong).toMatchObject({ submission: { error: { password: ["wrong_password"] } } });
    expect(JSON.stringify(wrong)).not.toContain("sai roi");
    const { codeId } = await asked(cookie, freshPhone());
    const digits = phoneCode(await codeOf(codeId));
    const none = await refusalOf(type(cookie, codeId, "123"));
    expect(none).toMatchObject({ status: 400, submission: { error: { code: ["code_format"] } } });
    const other = String((Number(digits) + 1) % 1_000_000).padStart(6, "0");
    expect(await refusalOf(type(cookie, codeId, other))).toMatchObject({
      status: 400,
      failure: { code: "code_wrong", detail: { left: 4 } },
      submission: { error: { code: ["code_not_this"] } },
    });
  });

  it("send again after a minute, and say when not", async () => {
    const { cookie } = await person();
    const number = freshPhone();
    const { location, codeId } = await asked(cookie, number);
    const again = { form: { again: "1" }, params: { codeId }, cookie };
    expect(await refusalOf(entryDoor.action(args(location, again)))).toMatchObject({
      status: 429,
      failure: { code: "codes_too_soon" },
    });
    expect(await refusalOf(ask(cookie, number))).toMatchObject({ status: 429 });
    const at = now() + MINUTE_MS;
    setClock(() => at);
    const sent = await responseOf(entryDoor.action(args(location, again)));
    expect(sent.headers.get("Location")).toBe(`${location}?again=1`);
  });

  it("tell of somebody else's account only after the digits", async () => {
    const other = await person();
    const { userId, phone, cookie } = await person();
    const { codeId } = await asked(cookie, other.phone);
    const refused = await refusalOf(type(cookie, codeId, phoneCode(await codeOf(codeId))));
    expect(refused).toMatchObject({ status: 409, failure: { code: "phone_of_account" } });
    expect(await phoneOf(userId)).toBe(phone);
    expect(await readSession(cookie)).toMatchObject({ id: userId });
  });

  it("take a code to the present phone, in the browser in which it was typed, for the password", async () => {
    const { userId, phone } = await person({ passwordHash: "none" });
    const cookie = await comeInByCode(phone);
    const page = await askDoor.loader(args("/account/phone", { cookie }));
    expect(page).toMatchObject({ isProven: true });
    const number = freshPhone();
    const sent = { form: { phone: number, ask: newId("pcd") }, cookie };
    const answer = await responseOf(askDoor.action(args("/account/phone", sent)));
    const codeId = answer.headers.get("Location")?.split("/").at(-1) ?? "";
    await responseOf(type(cookie, codeId, phoneCode(await codeOf(codeId))));
    expect(await phoneOf(userId)).toBe(number);
    // The proof was of the number before.
    const anew = `${await cookieFor(userId)}; ${cookie.replace(/session=[^;]*;?/, "")}`;
    const after = await askDoor.loader(args("/account/phone", { cookie: anew }));
    expect(after).toMatchObject({ isProven: false });
  });

  it("say which household goes along, before and after", async () => {
    const phone = freshPhone();
    const householdId = await insertTestHousehold({
      slug: "ho-di-theo",
      name: "Hộ Đi Theo",
      phone,
    });
    const { cookie: withPassword } = await person({ phone, householdId });
    const page = await askDoor.loader(args("/account/phone", { cookie: withPassword }));
    expect(page).toMatchObject({
      households: [{ name: "Hộ Đi Theo", phone }],
      needsCode: true,
      isProven: false,
    });
    const number = freshPhone();
    expect(await refusalOf(ask(withPassword, number))).toMatchObject({
      failure: { code: "phone_by_password" },
    });
    const cookie = await comeInByCode(phone);
    const { codeId } = await asked(cookie, number);
    const done = await responseOf(type(cookie, codeId, phoneCode(await codeOf(codeId))));
    expect(done.headers.get("Location")).toBe("/account?saved=phone-household");
    const isIt = eq(households.id, householdId);
    expect((await reader().select().from(households).where(isIt))[0]?.phone).toBe(number);
  });
});

describe("who has no business there", () => {
  it("a guest is sent to sign in", async () => {
    const codeId = "pcd_x";
    const knocks: (() => Promise<unknown>)[] = [
      () => askDoor.loader(args("/account/phone")),
      () => ask("", freshPhone()),
      () => entryDoor.loader(args("/account/phone/pcd_x", { params: { codeId } })),
      () => type("", codeId, "123456"),
    ];
    for (const knock of knocks) {
      const location = (await responseOf(knock())).headers.get("Location");
      expect(location).toMatch(/^\/sign-in\?next=/);
    }
  });

  it("another person's code does not exist for them, nor one that was sent for something else", async () => {
    const [owner, stranger] = [await person(), await person()];
    const { codeId } = await asked(owner.cookie, freshPhone());
    const digits = phoneCode(await codeOf(codeId));
    const entry = newId("pcd");
    const form = { phone: stranger.phone, ask: entry };
    await askCodeDoor.action(args("/sign-in/code", { form }));
    for (const [id, code] of [
      [codeId, digits],
      [entry, phoneCode(await codeOf(entry))],
      ["pcd_none", "123456"],
    ] as const) {
      const { cookie } = stranger;
      const page = entryDoor.loader(args("/account/phone/x", { params: { codeId: id }, cookie }));
      expect((await responseOf(page)).status).toBe(404);
      expect((await responseOf(type(cookie, id, code))).status).toBe(404);
      const again = { form: { again: "1" }, params: { codeId: id }, cookie };
      expect((await responseOf(entryDoor.action(args("/x", again)))).status).toBe(404);
    }
    expect(await phoneOf(stranger.userId)).toBe(stranger.phone);
    expect(await phoneOf(owner.userId)).toBe(owner.phone);
    expect(await codeOf(codeId)).toMatchObject({ triedCount: 0, usedAt: null });
  });

  it("a helper who works for a household is refused, and has only their own number otherwise", async () => {
    const householdId = await insertTestHousehold({ slug: "ho-nho-giup", phone: freshPhone() });
    const member = await person({ householdId });
    const agent = await person({ role: "agent" });
    const acting = `${agent.cookie}; ${writeActingFor(householdId).split(";")[0] ?? ""}`;
    const page = await askDoor.loader(args("/account/phone", { cookie: acting }));
    expect(page).toMatchObject({ isActing: true, households: [] });
    expect(await refusalOf(ask(acting, freshPhone()))).toMatchObject({
      status: 409,
      failure: { code: "phone_while_acting" },
    });
    expect(await reader().$count(phoneCodes, eq(phoneCodes.madeById, agent.userId))).toBe(0);
    const number = freshPhone();
    const { codeId } = await asked(agent.cookie, number);
    await responseOf(type(agent.cookie, codeId, phoneCode(await codeOf(codeId))));
    expect(await phoneOf(agent.userId)).toBe(number);
    expect(await phoneOf(member.userId)).toBe(member.phone);
  });

  it("there is no such page where no SMS can be sent", async () => {
    const { cookie } = await person();
    useProduction();
    const page = askDoor.loader(args("/account/phone", { cookie }));
    expect((await responseOf(page)).status).toBe(404);
    const account = await accountDoor.loader(args("/account", { cookie }));
    expect(account.can.hasCodes).toBe(false);
  });
});
