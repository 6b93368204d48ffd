import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { askForConfirmation } from "~/domain/notices/ask-for-confirmation.server";
import { loadAddresses } from "~/domain/notices/queries-recipients.server";
import { useProduction } from "~/platform/test-production.server";
import { now, setClock } from "~/platform/clock.server";
import { runOutbox } from "~/platform/outbox.server";
import { wordConfirmation } from "~/ui/notices/word-notice";
import * as door from "./account_.email";
import { args, mine, outcomeOf, setUpDesks, theirs } from "./test-desk";

setUpDesks();
let server: SMTPServer;
const mails: string[] = [];

beforeAll(async () => {
  server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        mails.push(Buffer.concat(parts).toString());
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

/** An installation that sends mail; a demo sends none. */
function sendMail() {
  const { port } = server.server.address() as AddressInfo;
  useProduction({
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: "Chợ Phiên <tin@cho.example>",
  });
}

const PATH = "/account/email";
const send = (form: Record<string, string>, path = PATH) =>
  outcomeOf(door.action(args(path, { form, cookie: mine.cookie })));
const emails = async () =>
  (
    await loadAddresses({
      recipientKind: "household",
      recipientId: mine.householdId,
      subjectKind: "order",
    })
  ).emails;

/** The path in the newest mail: its body is quoted-printable. */
async function linkInMail(): Promise<string> {
  await runOutbox({
    email_confirmation: (payload) =>
      askForConfirmation(payload, (language, key) =>
        wordConfirmation(language, "https://cho.example", key),
      ),
  });
  const [head = "", ...rest] = (mails.at(-1) ?? "").split("\r\n\r\n");
  const body = rest.join("\n");
  const text = /base64/i.test(head)
    ? Buffer.from(body, "base64").toString()
    : body.replaceAll("=\r\n", "").replaceAll("=3D", "=");
  return /https:\/\/cho\.example(\/account\/email\?key=[\w-]+)/.exec(text)?.[1] ?? "no link";
}

it("does not exist where no mail can be sent", async () => {
  const open = outcomeOf(door.loader(args(PATH, { cookie: mine.cookie })));
  expect((await open).status).toBe(404);
});

it("is told by e-mail only once whoever reads it has followed the link and said so", async () => {
  sendMail();
  expect((await send({ intent: "save", email: "khong phai" })).status).toBe(400);
  expect((await send({ intent: "save", email: " mai@example.vn " })).status).toBe(303);
  expect(await emails()).toEqual([]);
  const link = await linkInMail();
  expect(link).toMatch(/key=[\w-]{22}$/);
  expect(mails).toHaveLength(1);
  expect((await send({ intent: "confirm" })).status).toBe(404);
  expect((await send({ intent: "confirm" }, `${PATH}?key=x`)).status).toBe(404);
  // Another person's page does not take it.
  const form = { intent: "confirm" };
  const other = door.action(args(link, { form, cookie: theirs.cookie }));
  expect((await outcomeOf(other)).status).toBe(404);
  expect(await emails()).toEqual([]);
  expect((await send({ intent: "confirm" }, link)).status).toBe(303);
  expect(await emails()).toEqual(["mai@example.vn"]);
});

it("has to be confirmed anew when it changes, and goes when it is taken away", async () => {
  sendMail();
  await send({ intent: "save", email: "mai@example.vn" });
  expect(await emails()).toEqual(["mai@example.vn"]); // the same: its answer stands
  const old = await linkInMail();
  await send({ intent: "save", email: "moi@example.vn" });
  expect(await emails()).toEqual([]);
  expect((await send({ intent: "confirm" }, old)).status).toBe(404);
  await send({ intent: "confirm" }, await linkInMail());
  expect(await emails()).toEqual(["moi@example.vn"]);
  expect((await send({ intent: "remove" })).status).toBe(303);
  expect(await emails()).toEqual([]);
  expect((await send({ intent: "what" })).status).toBe(400);
});

it("asks at the address that stands, once, and says of an older link that it is of no use", async () => {
  sendMail();
  const { cookie } = theirs;
  const save = (email: string) =>
    outcomeOf(door.action(args(PATH, { form: { intent: "save", email }, cookie })));
  await save("mot@example.vn");
  const old = await linkInMail();
  const sentCount = mails.length;
  setClock(now() + 1);
  await save("hai@example.vn");
  setClock(now() + 1);
  await save("ba@example.vn");
  const link = await linkInMail();
  expect(mails.slice(sentCount).map((mail) => /^To: (.*)$/m.exec(mail)?.[1]?.trim())).toEqual([
    "ba@example.vn",
  ]);
  const open = (path: string) => door.loader(args(path, { cookie }));
  expect(await open(old)).toMatchObject({ confirmKey: null, isOutdated: true });
  expect(await open(link)).toMatchObject({ confirmKey: expect.any(String), isOutdated: false });
  expect(await open(PATH)).toMatchObject({ confirmKey: null, isOutdated: false });
  setClock();
});

it("sends no flood of mails to an address", async () => {
  sendMail();
  for (let number = 0; number < 5; number += 1) {
    await send({ intent: "save", email: `a${number}@example.vn` });
  }
  const form = { intent: "save", email: "b@example.vn" };
  expect(await door.action(args(PATH, { form, cookie: mine.cookie }))).toMatchObject({
    init: { status: 429, headers: { "Retry-After": expect.stringMatching(/^\d+$/) as unknown } },
    data: {
      failure: { code: "too_many_emails" },
      submission: { initialValue: { email: "b@example.vn" } },
    },
  });
});
