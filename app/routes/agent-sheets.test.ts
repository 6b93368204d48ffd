import { createHash } from "node:crypto";
import type { ActionFunctionArgs } from "@remix-run/node";
import sharp from "sharp";
import { expect, it } from "vitest";
import { households } from "~db/schema/households";
import { delegations } from "~db/schema/households-delegations";
import { TEST_SHOP } from "~/domain/flows/test-shop";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import * as keptDoor from "./agent.households.kept";
import * as partsDoor from "./agent.sheets.$sheetHash";
import { agent, args, mine, outcomeOf, setUpDesks } from "./test-desk";

/** What an agent's phone sends of households' sheets, and what it is answered. */

setUpDesks();

function posted(path: string, body: BodyInit, cookie = agent.cookie): ActionFunctionArgs {
  const asked = args(path, { cookie });
  const headers = { Cookie: cookie };
  return {
    ...asked,
    params: { sheetHash: path.split("?")[0]?.split("/").at(-1) ?? "" },
    request: new Request(`http://localhost${path}`, { method: "POST", headers, body }),
  };
}

const sheet = (change: Record<string, unknown> = {}) => ({
  id: newId("dlg"),
  agentId: agent.id,
  fields: {
    name: "Hộ gửi từ máy",
    kind: "household",
    contactName: "Sùng Thị Mẫu",
    phone: "0986 000 201",
    communeCode: TEST_SHOP.communeCode,
    addressLine: "Thôn Mẫu",
    consent: "on",
    way: "sheet",
    days: "90",
    signedOn: localDateOf(now()),
  },
  powers: ["products"],
  sheetHash: null as string | null,
  ...change,
});

const send = (body: unknown, cookie?: string) =>
  keptDoor.action(posted("/agent/households/kept", JSON.stringify(body), cookie));

it("takes a sheet whose photo came in parts, and answers where to go on; sent again the same", async () => {
  const create = { width: 900, height: 1_200, channels: 3 as const, background: "#fff" };
  const photo = await sharp({ create }).jpeg().toBuffer();
  const hash = createHash("sha256").update(photo).digest("hex");
  const parts = `/agent/sheets/${hash}`;
  const half = Math.floor(photo.length / 2);
  const body = sheet({ sheetHash: hash });
  await partsDoor.action(posted(`${parts}?at=0`, new Uint8Array(photo.subarray(0, half))));
  // Not all of it is there: said at its question, and nothing is written.
  expect(await (await send(body)).json()).toMatchObject({
    state: "faulty",
    problems: [{ field: "sheet" }],
  });
  expect(await reader().$count(delegations)).toBe(0);
  const rest = posted(`${parts}?at=0`, new Uint8Array(photo));
  expect(await (await partsDoor.action(rest)).json()).toEqual({ received: photo.length });
  const taken: unknown = await (await send(body)).json();
  expect(taken).toMatchObject({
    state: "taken",
    to: expect.stringMatching(/^\/agent\/consents\/GH-/),
  });
  await partsDoor.action(posted(`${parts}?at=0`, new Uint8Array(photo)));
  expect(await (await send(body)).json()).toEqual(taken);
  expect(await reader().$count(delegations)).toBe(1);
});

it("says each fault at its question, in the sender's words", async () => {
  const { fields } = sheet();
  const faulty = await send(sheet({ fields: { ...fields, phone: "12" }, powers: [] }));
  expect(await faulty.json()).toMatchObject({
    state: "faulty",
    problems: expect.arrayContaining([
      { field: "phone", text: expect.stringContaining("Số điện thoại") },
      { field: "powers", text: expect.any(String) },
      { field: "sheet", text: expect.any(String) },
    ]),
  });
});

it("takes nothing of another's phone, from nobody and from no household", async () => {
  const before = await reader().$count(households);
  const later = { ...sheet().fields, way: "later", phone: "0986 000 202" };
  expect(await outcomeOf(send(sheet({ agentId: "usr_1", fields: later })))).toMatchObject({
    status: 400,
  });
  expect(await outcomeOf(send({ fields: later }))).toMatchObject({ status: 400 });
  expect(await outcomeOf(send(sheet({ fields: later }), mine.cookie))).toMatchObject({
    status: 403,
  });
  expect(await outcomeOf(send(sheet({ fields: later }), ""))).toMatchObject({ status: 302 });
  const strange = posted("/agent/sheets/0?at=0", new Uint8Array(3));
  expect(await outcomeOf(partsDoor.action(strange))).toMatchObject({ status: 404 });
  expect(await reader().$count(households)).toBe(before);
});

it("listens to sixty in an hour, and then says when again", async () => {
  const { fields } = sheet();
  const one = (number: number) =>
    send(
      sheet({
        fields: {
          ...fields,
          way: "later",
          name: `Hộ ${number}`,
          phone: `09861${String(number).padStart(5, "0")}`,
        },
      }),
    );
  let refused: Response | null = null;
  for (let number = 0; number < 61 && !refused; number += 1) {
    refused = await one(number).then(
      () => null,
      (thrown: unknown) => thrown as Response,
    );
  }
  expect(refused?.status).toBe(429);
  expect(Number(refused?.headers.get("Retry-After"))).toBeGreaterThan(0);
});
