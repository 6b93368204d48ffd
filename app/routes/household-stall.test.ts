import { and, eq } from "drizzle-orm";
import jsQR from "jsqr";
import sharp from "sharp";
import { expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { stallTakings } from "~db/schema/stalls";
import { enterPayoutAccount } from "~/domain/flows/enter-payout-account.server";
import { insertTestCertificate, insertTestProduct } from "~/domain/flows/test-shop";
import { ALL_ROWS } from "~/domain/identity/scope";
import { parseVietQr } from "~/domain/payments/vietqr-parse";
import { now, setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { addDays, DAY_MS, localDateOf, monthOf } from "~/platform/period";
import * as cardsDoor from "./household.price-cards";
import * as qrDoor from "./household.stall_.qr";
import * as sheetDoor from "./household.stall_.sheet";
import * as strikeDoor from "./household.stall_.takings.$takingId.strike";
import * as door from "./household.stall";
import { agent, args, mine, outcomeOf, setUpDesks, theirs } from "./test-desk";

setUpDesks();

const PATH = "/household/stall";
const today = localDateOf(now());
const month = monthOf(today);
const taking = (changes: Record<string, string> = {}) => ({
  takingId: newId("stk") as string,
  amountVnd: "185.000",
  way: "cash",
  takenOn: today,
  note: "3 chai mật ong",
  ...changes,
});
const note = (form: Record<string, string>, cookie = mine.cookie, path = PATH) =>
  outcomeOf(door.action(args(path, { form, cookie })));
const bookOf = async (cookie = mine.cookie, path = PATH) =>
  (await door.loader(args(path, { cookie }))).book;
const strike = (takingId: string, cookie = mine.cookie) => {
  const asked = args(`${PATH}/takings/${takingId}/strike?month=${month}`, { form: {}, cookie });
  return outcomeOf(strikeDoor.action({ ...asked, params: { takingId } }));
};
/** What a bank's app reads in a picture. */
async function scan(svg = "") {
  const { data, info } = await sharp(Buffer.from(svg))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return parseVietQr(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? "");
}
const looks = () =>
  reader().$count(
    auditEntries,
    and(
      eq(auditEntries.action, "payee.show_at_stall"),
      eq(auditEntries.subjectId, mine.householdId),
    ),
  );

it("writes down what was sold from hand to hand, once, and counts what is not struck out", async () => {
  const [first, second] = [taking(), taking({ amountVnd: "20000", way: "transfer", note: "" })];
  const done = { status: 303, location: `${PATH}?month=${month}&done=noted` };
  expect(await note(first)).toEqual(done);
  expect(await note(first)).toEqual(done);
  expect(await note(second)).toEqual(done);
  expect(await bookOf()).toMatchObject({
    cash: 185_000,
    transfer: 20_000,
    totalVnd: 205_000,
    pageCount: 1,
    days: [{ day: today, totalVnd: 205_000, takings: [{ note: "" }, { note: "3 chai mật ong" }] }],
  });

  const struck = { status: 303, location: `${PATH}?month=${month}&done=struck` };
  expect(await strike(first.takingId)).toEqual(struck);
  expect(await strike(first.takingId)).toEqual(struck);
  expect(await bookOf()).toMatchObject({ cash: 0, transfer: 20_000, totalVnd: 20_000 });
  expect((await bookOf()).days[0]?.takings.map(({ isStruck }) => isStruck)).toEqual([false, true]);
  const acts = await reader()
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, first.takingId));
  expect(acts.map(({ action }) => action)).toEqual(["taking.note", "taking.strike"]);
});

it("takes no second sale for the first: what comes back otherwise, or was struck out since, is said and kept", async () => {
  const first = taking();
  await note(first);
  const send = (form: Record<string, string>) =>
    door.action(args(PATH, { form, cookie: mine.cookie }));
  const otherwise = {
    init: { status: 409 },
    data: {
      failure: { code: "taking_noted_otherwise" },
      submission: { initialValue: { amountVnd: "99.000" } },
    },
  };
  expect(await send({ ...first, amountVnd: "99.000" })).toMatchObject(otherwise);
  await strike(first.takingId);
  expect(await send(first)).toMatchObject({ data: { failure: otherwise.data.failure } });
  const [kept] = await reader()
    .select()
    .from(stallTakings)
    .where(eq(stallTakings.id, first.takingId));
  expect(kept).toMatchObject({ amountVnd: 185_000 });
});

it("turns the pages of a month in which each sale was noted, so that the first ones can be struck out too", async () => {
  const before = addDays(today, -60);
  const at = `${PATH}?month=${monthOf(before)}`;
  const oldest = taking({ takenOn: before, amountVnd: "1000" });
  await note(oldest);
  for (let i = 0; i < 200; i += 1) await note(taking({ takenOn: before, amountVnd: "2000" }));
  const idsOf = async (page: number) =>
    (await bookOf(mine.cookie, `${at}&page=${page}`)).days.flatMap(({ takings }) =>
      takings.map(({ id }) => id),
    );
  expect(await bookOf(mine.cookie, at)).toMatchObject({ pageCount: 2, totalVnd: 401_000 });
  expect(await idsOf(1)).toHaveLength(200);
  expect(await idsOf(1)).not.toContain(oldest.takingId);
  expect(await idsOf(2)).toEqual([oldest.takingId]);
  expect(await idsOf(9)).toEqual([oldest.takingId]);
  const asked = args(`${PATH}/takings/x/strike?month=${monthOf(before)}&page=2`, {
    form: {},
    cookie: mine.cookie,
  });
  const params = { takingId: oldest.takingId };
  expect(await outcomeOf(strikeDoor.action({ ...asked, params }))).toEqual({
    status: 303,
    location: `${at}&page=2&done=struck`,
  });
});

it.each([
  [{ amountVnd: "" }, "amountVnd", "amount_missing"],
  [{ amountVnd: "12,5" }, "amountVnd", "amount_invalid"],
  [{ amountVnd: "499" }, "amountVnd", "taking_out_of_range"],
  [{ amountVnd: "500000001" }, "amountVnd", "taking_out_of_range"],
  [{ way: "momo" }, "way", "taking_way_missing"],
  [{ takenOn: "" }, "takenOn", "taken_on_missing"],
  [{ takenOn: "31/02/2026" }, "takenOn", "date_invalid"],
  [{ takenOn: addDays(today, 1) }, "takenOn", "taken_on_in_future"],
  [{ takenOn: addDays(today, -401) }, "takenOn", "taken_on_too_early"],
  [{ note: "a".repeat(121) }, "note", "taking_note_long"],
  [{ takingId: "stk_1" }, "takingId", "form_outdated"],
])("refuses %j and keeps what was typed", async (changes, field, code) => {
  const before = await reader().$count(stallTakings);
  const form = taking(changes);
  const answer = await door.action(args(PATH, { form, cookie: mine.cookie }));
  expect(answer).toMatchObject({ data: { submission: { error: { [field]: [code] } } } });
  expect(await reader().$count(stallTakings)).toBe(before);
});

it("is the household's own: nobody else reads, writes or strikes, and an entry's id is taken by one", async () => {
  const own = taking();
  await note(own);
  expect(await note(taking(), mine.cookie, `${PATH}?household=cua-ho`)).toMatchObject({
    status: 404,
  });
  expect(await note(own, theirs.cookie)).toMatchObject({ status: 404 });
  expect(await strike(own.takingId, theirs.cookie)).toMatchObject({ status: 404 });
  expect(await strike(newId("stk"))).toMatchObject({ status: 404 });
  expect((await bookOf(theirs.cookie)).days).toEqual([]);
  expect(await note(taking(), agent.cookie)).toMatchObject({ status: 403 });
  const [kept] = await reader()
    .select()
    .from(stallTakings)
    .where(eq(stallTakings.id, own.takingId));
  expect(kept).toMatchObject({ householdId: mine.householdId, struckAt: null });
});

it("opens another month, and this one for a month that is none or to come", async () => {
  const longAgo = addDays(today, -100);
  await note(taking({ takenOn: longAgo, amountVnd: "7000" }));
  expect(await bookOf(mine.cookie, `${PATH}?month=${monthOf(longAgo)}`)).toMatchObject({
    month: monthOf(longAgo),
    totalVnd: 7_000,
  });
  for (const wrong of ["2999-01", "2026-13", "x"]) {
    expect((await bookOf(mine.cookie, `${PATH}?month=${wrong}`)).month).toBe(month);
  }
});

it("shows a QR of the household's own account, after its days of waiting, and notes each look", async () => {
  const stop = async () => (await door.loader(args(PATH, { cookie: mine.cookie }))).stop;
  const qr = (amount: string) =>
    qrDoor.loader(args(`${PATH}/qr?amountVnd=${amount}`, { cookie: mine.cookie }));
  const sheet = () => sheetDoor.loader(args(`${PATH}/sheet`, { cookie: mine.cookie }));
  const enter = (bankBin: string, accountNumber: string) =>
    enterPayoutAccount({ kind: "user", userId: mine.userId, role: "household_member" }, ALL_ROWS, {
      householdId: mine.householdId,
      account: { bankBin, accountNumber, accountName: "HO MAU" },
    });
  expect(await stop()).toBe("stall_account_missing");
  expect(await qr("85000")).toMatchObject({ code: "stall_account_missing", shown: null });
  await enter("MM-VIETTEL", "0912345678");
  expect(await stop()).toBe("stall_account_is_wallet");
  await enter("970405", "0200000067890");
  expect(await stop()).toBe("stall_account_waits");
  expect(await outcomeOf(sheet())).toEqual({ status: 302, location: PATH });
  expect(await looks()).toBe(0);

  const later = now() + 3 * DAY_MS;
  setClock(() => later);
  expect(await stop()).toBeNull();
  const { shown } = await qr("85.000");
  expect(shown).toMatchObject({
    accountNumber: "0200000067890",
    accountName: "HO MAU",
    bankName: "Agribank",
    amountVnd: 85_000,
  });
  const account = { bankBin: "970405", accountNumber: "0200000067890" };
  expect(await scan(shown?.svg)).toMatchObject({ value: { payee: account, amountVnd: 85_000 } });
  const hung = await scan((await sheet()).sheet.svg);
  expect(hung).toMatchObject({ value: { payee: account, amountVnd: null } });
  expect(await looks()).toBe(2);
  expect(await qr("1,5")).toMatchObject({ code: "amount_invalid", typed: "1,5", shown: null });
  expect(await qr("1")).toMatchObject({ code: "taking_out_of_range", shown: null });
  expect(await looks()).toBe(2);
  setClock();
});

it("makes cards of what is on sale, with stars as long as the certificate is valid", async () => {
  const of = { householdId: mine.householdId };
  const certificateId = await insertTestCertificate({ ...of, stars: 4 });
  const product = { ...of, slug: "mat-ong-the", name: "Mật ong thẻ", certificateId };
  await insertTestProduct(product);
  await insertTestProduct({ ...of, slug: "che-the", name: "Chè thẻ" });
  await insertTestProduct({ ...of, slug: "nhap", name: "Bản nháp", status: "draft" });
  await insertTestProduct({ householdId: theirs.householdId, slug: "cua-nguoi" });
  const cards = async (query = "") =>
    cardsDoor.loader(args(`/household/price-cards${query}`, { cookie: mine.cookie }));
  expect((await cards()).cards.map(({ slug, stars }) => [slug, stars])).toEqual([
    ["che-the", null],
    ["mat-ong-the", 4],
  ]);
  expect((await cards("?product=che-the&product=cua-nguoi")).wanted).toEqual([
    "che-the",
    "cua-nguoi",
  ]);
});
