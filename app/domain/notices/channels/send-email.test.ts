import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, it } from "vitest";
import { useSettings } from "~/platform/env.server";
import { sendEmail } from "./send-email.server";
import { testMessage } from "./test-message";

let server: SMTPServer;
let url: string;
let mails: { from: string; to: string[]; text: string }[];
let refusal: { code: number; of?: string } | null;

beforeEach(async () => {
  useSettings({ LOG_LEVEL: "error" });
  mails = [];
  refusal = null;
  server = new SMTPServer({
    authOptional: false,
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => {
      const isRight = username === "cho" && password === "m@t";
      done(isRight ? null : new Error("wrong password"), isRight ? { user: "cho" } : undefined);
    },
    onRcptTo: ({ address }, _session, done) => {
      if (refusal === null || (refusal.of && refusal.of !== address)) return done();
      return done(Object.assign(new Error("no"), { responseCode: refusal.code }));
    },
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        mails.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : "",
          to: envelope.rcptTo.map((to) => to.address),
          text: Buffer.concat(parts).toString(),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  url = `smtp://cho:m%40t@127.0.0.1:${port}`;
});
afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

const from = "Chợ Phiên <tin@chophien.example.vn>";

it("sends the words and the link to a mail server, under a name of the notice's own", async () => {
  expect(await sendEmail({ url, from }, testMessage())).toEqual({ kind: "taken" });
  expect(mails).toMatchObject([{ from: "tin@chophien.example.vn", to: ["nguoi.mua@example.vn"] }]);
  const [mail] = mails;
  expect(mail?.text).toMatch(
    /Message-ID:\s+<ntc_019ac0ffee0070008000000000000001\.[0-9a-f]{12}@chophien\.example\.vn>/,
  );
  expect(mail?.text).toContain("Auto-Submitted: auto-generated");
  const body = decode(mail?.text ?? "");
  expect(body).toContain("Đơn UQ2222222-1 đã được gửi: VNPost, mã vận đơn EE123VN.");
  expect(body).toContain("https://cho.example/o/UQ2222222.key");
  expect(body).toContain("Không muốn nhận nữa: https://cho.example/account/email");
});

it("tells what will never be taken from what may be taken later", async () => {
  refusal = { code: 550 };
  expect(await sendEmail({ url, from }, testMessage())).toEqual({
    kind: "refused",
    cause: "refused",
  });
  refusal = { code: 451 };
  expect((await sendEmail({ url, from }, testMessage())).kind).toBe("unsure");
  const stranger = url.replace("m%40t", "wrong");
  expect((await sendEmail({ url: stranger, from }, testMessage())).kind).toBe("refused");
  expect((await sendEmail({ url: "smtp://127.0.0.1:9", from }, testMessage())).kind).toBe("unsure");
  expect(mails).toEqual([]);
});

it("writes to each of a household alone, and again only to whose server has not answered", async () => {
  const emails = ["lan@example.vn", "hoa@example.vn"];
  refusal = { code: 451, of: "hoa@example.vn" };
  expect((await sendEmail({ url, from }, testMessage({ emails }))).kind).toBe("unsure");
  refusal = null;
  expect(await sendEmail({ url, from }, testMessage({ emails }))).toEqual({ kind: "taken" });
  expect(mails.map(({ to }) => to)).toEqual([["lan@example.vn"], ["hoa@example.vn"]]);
  expect(mails[0]?.text).not.toContain("hoa@example.vn");
  refusal = { code: 550, of: "hoa@example.vn" };
  expect(await sendEmail({ url, from }, testMessage({ emails }))).toEqual({ kind: "taken" });
});

it("has nothing to send to whoever has no e-mail", async () => {
  expect(await sendEmail({ url, from }, testMessage({ emails: [] }))).toEqual({ kind: "none" });
});

function decode(mail: string): string {
  const [head = "", ...rest] = mail.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  if (/base64/i.test(head)) return Buffer.from(body, "base64").toString();
  const bytes = body
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}
