import { eq } from "drizzle-orm";
import jsQR from "jsqr";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { lots } from "~db/schema/catalog";
import { recallContacts } from "~db/schema/orders";
import { GUEST } from "~/domain/audit/actor";
import { placeCheckout } from "~/domain/flows/place-checkout.server";
import {
  insertTestLot,
  insertTestProduct,
  insertTestUser,
  testSubmission,
} from "~/domain/flows/test-shop";
import { cookieFor } from "~/domain/identity/test-session";
import { inTransaction, reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { settings, useSettings } from "~/platform/env.server";
import * as publicDoor from "./_store.lots.$lotCode";
import * as searchDoor from "./_store.lots._index";
import * as departmentDoor from "./department.lots.$lotCode";
import * as liftingDoor from "./department.lots.$lotCode_.lifting";
import * as departmentRecallDoor from "./department.lots.$lotCode_.recall";
import * as lotDoor from "./household.lots.$lotCode";
import * as buyersDoor from "./household.lots.$lotCode_.buyers";
import * as csvDoor from "./household.lots.$lotCode_.buyers[.]csv";
import * as documentsDoor from "./household.lots.$lotCode_.documents";
import * as labelsDoor from "./household.lots.$lotCode_.labels";
import * as qrDoor from "./household.lots.$lotCode_.qr[.]svg";
import * as recallDoor from "./household.lots.$lotCode_.recall";
import { agent, args, mine, NO_CONSENT, outcomeOf, setUpDesks, theirs } from "./test-desk";

setUpDesks();

const CODE = "L261121-7K3QX";
const path = (rest = "") => `/household/lots/${CODE}${rest}`;
const words = { reason: "Nắp chai hở, có thể hỏng.", instruction: "Đừng ăn nữa, gọi nơi bán." };
const paper = () => ({
  documentId: newId("doc"),
  kind: "vietgap",
  number: "VG-1",
  issuer: "Nơi cấp",
  issuedOn: "2026-01-01",
  covers: "lot",
});
let officer: string;

beforeAll(async () => {
  const { householdId } = mine;
  const productId = await insertTestProduct({ householdId, slug: "mat-ong", stockCount: 0 });
  const lotId = await insertTestLot({ productId, onHandCount: 5 });
  await inTransaction(async (tx) => {
    await tx.update(lots).set({ code: CODE }).where(eq(lots.id, lotId));
  });
  officer = await cookieFor(await insertTestUser({ role: "department_officer" }));
  await placeCheckout(
    GUEST,
    testSubmission({
      lines: [{ productId, quantity: 1 }],
      expectedTotalVnd: 222_000,
      method: "cod",
    }),
  );
});

const isRecalled = async () =>
  (await reader().select().from(lots).where(eq(lots.code, CODE)))[0]?.recalledAt !== null;

const publicArgs = (code: string) => ({
  ...args(`/lots/${code}`),
  params: { lotCode: code },
});

describe("the public page of a lot", () => {
  it("has one address, however the code was typed", async () => {
    for (const typed of ["l261121-7k3qx", "L2611217K3QX", " l261121 7k3qx"]) {
      expect(await outcomeOf(publicDoor.loader(publicArgs(typed)))).toEqual({
        status: 301,
        location: `/lots/${CODE}`,
      });
      const search = args(`/lots?code=${encodeURIComponent(typed)}`);
      expect(await outcomeOf(Promise.resolve().then(() => searchDoor.loader(search)))).toEqual({
        status: 302,
        location: `/lots/${CODE}`,
      });
    }
    expect(searchDoor.loader(args("/lots?code="))).toEqual({ isMissing: true });
    expect(searchDoor.loader(args("/lots"))).toEqual({ isMissing: false });
  });

  it("is 404 for a code of nothing, with what was typed, at most 40 signs of it", async () => {
    for (const typed of ["L260101-22222", "khong-co", "x".repeat(500)]) {
      const { data, init } = await publicDoor.loader(publicArgs(typed));
      expect(init?.status, typed).toBe(404);
      expect(data).toMatchObject({ lot: null, typed: typed.slice(0, 40) });
    }
  });

  it("tells nothing of buyers, addresses or ids", async () => {
    const { data } = await publicDoor.loader(publicArgs(CODE));
    expect(data.lot).toMatchObject({ code: CODE });
    const text = JSON.stringify(data);
    expect(text).not.toMatch(/0987654321|Hồng Nhung|Thôn Lô Lô Chải|hh_|usr_|prd_|lot_/);
  });
});

describe("a household's doors to its lots", () => {
  const loaders = { lotDoor, documentsDoor, labelsDoor, qrDoor, recallDoor };
  it("are 404 for another household and closed to other roles", async () => {
    for (const [name, door] of Object.entries(loaders)) {
      const knock = (cookie: string) => outcomeOf(door.loader(args(path(), { cookie })));
      expect(await knock(theirs.cookie), name).toMatchObject({ status: 404 });
      expect(await knock(agent.cookie), name).toEqual(NO_CONSENT);
      expect(await knock(officer), name).toMatchObject({ status: 403 });
      expect(await knock(mine.cookie), name).toMatchObject({ status: 200 });
    }
    for (const [name, door] of Object.entries({ recallDoor, documentsDoor })) {
      const form = { ...words, ...paper() };
      const answer = door.action(args(path(), { form, cookie: theirs.cookie }));
      expect(await outcomeOf(answer), name).toMatchObject({ status: 404 });
    }
    expect(await isRecalled()).toBe(false);
    for (const door of [departmentDoor, departmentRecallDoor, liftingDoor]) {
      const answer = door.loader(args(path(), { cookie: mine.cookie }));
      expect(await outcomeOf(answer)).toMatchObject({ status: 403 });
    }
  });

  it("draw the QR of the public address, by PUBLIC_ORIGIN where it is set", async () => {
    const scan = async () => {
      const svg = await (await qrDoor.loader(args(path("/qr.svg"), mine))).text();
      const { data, info } = await sharp(Buffer.from(svg))
        .flatten({ background: "#fff" })
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
    };
    expect(await scan()).toBe(`http://localhost/lots/${CODE}`);
    const { DATA_DIR } = settings();
    useSettings({ DATA_DIR, LOG_LEVEL: "error", PUBLIC_ORIGIN: "https://chophien.example.vn" });
    expect(await scan()).toBe(`https://chophien.example.vn/lots/${CODE}`);
    useSettings({ DATA_DIR, LOG_LEVEL: "error" });
  });

  it("take a document, and say on its field what is wrong", async () => {
    const send = (form: Record<string, string>) =>
      documentsDoor.action(args(path("/documents"), { form, cookie: mine.cookie }));
    const refused = await send({ ...paper(), number: "", issuedOn: "32/13/2026" });
    expect(refused).toMatchObject({
      init: { status: 400 },
      data: {
        submission: {
          error: { number: ["document_number_missing"], issuedOn: ["date_invalid"] },
          initialValue: { issuer: "Nơi cấp", issuedOn: "32/13/2026" },
        },
      },
    });
    expect(await outcomeOf(send(paper()))).toEqual({
      status: 303,
      location: `${path()}?done=document`,
    });
  });

  it("recall it, list who has packs, and note a call", async () => {
    const buyers = () => outcomeOf(buyersDoor.loader(args(path("/buyers"), mine)));
    expect(await buyers()).toMatchObject({ status: 404 });
    const recall = (form: Record<string, string>) =>
      recallDoor.action(args(path("/recall"), { form, cookie: mine.cookie }));
    expect(await recall({ reason: "hở", instruction: "" })).toMatchObject({
      init: { status: 400 },
      data: {
        submission: {
          error: { reason: ["recall_reason_short"], instruction: ["recall_instruction_missing"] },
          initialValue: { reason: "hở" },
        },
      },
    });
    expect(await isRecalled()).toBe(false);
    const done = { status: 303, location: `${path("/buyers")}?done=recalled` };
    expect(await outcomeOf(recall(words))).toEqual(done);
    expect(await outcomeOf(recall(words))).toEqual(done);
    expect(await recall({ ...words, reason: "Không sao cả." })).toMatchObject({
      init: { status: 409 },
      data: { failure: { code: "lot_already_recalled" } },
    });

    const page = await buyersDoor.loader(args(path("/buyers"), mine));
    const [buyer] = page.buyers;
    expect(buyer).toMatchObject({ buyerName: "Trần Thị Hồng Nhung", buyerPhone: "0987654321" });
    const { contactId = "", orderCode = "" } = buyer ?? {};
    const note = (form: Record<string, string>) =>
      buyersDoor.action(args(path("/buyers?page=1"), { form, cookie: mine.cookie }));
    expect(await note({ contactId, orderCode, outcome: "" })).toMatchObject({
      init: { status: 400 },
      data: {
        orderCode,
        reply: { submission: { error: { outcome: ["recall_outcome_missing"] } } },
      },
    });
    for (let time = 0; time < 2; time += 1) {
      expect(await outcomeOf(note({ contactId, orderCode, outcome: "told" }))).toMatchObject({
        status: 303,
      });
    }
    expect(await reader().$count(recallContacts)).toBe(1);

    const file = await csvDoor.loader(args(path("/buyers.csv"), mine));
    expect(file.headers.get("Content-Disposition")).toContain(`thu-hoi-${CODE}.csv`);
    expect(await file.text()).toContain("Đã báo, khách đã biết");
    for (const door of [buyersDoor, csvDoor]) {
      expect(await outcomeOf(door.loader(args(path(), theirs)))).toMatchObject({ status: 404 });
    }
  });
});

it("only the department lifts a recall, with a reason", async () => {
  const lift = (cookie: string, reason: string) =>
    liftingDoor.action(args(path("/lifting"), { form: { reason }, cookie }));
  expect(await outcomeOf(lift(mine.cookie, "Không sao cả."))).toMatchObject({ status: 403 });
  expect(await lift(officer, " ")).toMatchObject({
    init: { status: 400 },
    data: { submission: { error: { reason: ["lifting_reason_missing"] } } },
  });
  expect(await isRecalled()).toBe(true);
  expect(await outcomeOf(lift(officer, "Kiểm nghiệm đạt."))).toEqual({
    status: 303,
    location: `/department/lots/${CODE}?done=lifted`,
  });
  expect(await isRecalled()).toBe(false);
  const { data } = await publicDoor.loader(publicArgs(CODE));
  expect(data.lot?.events).toMatchObject([{ kind: "lifted" }, { kind: "recalled" }]);
});
