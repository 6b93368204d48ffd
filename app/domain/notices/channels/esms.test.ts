import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { useSettings } from "~/platform/env.server";
import { sendSms } from "./send-sms.server";
import { sendZalo } from "./send-zalo.server";
import { testMessage } from "./test-message";
import { startProvider } from "./test-provider";

let esms: Awaited<ReturnType<typeof startProvider>>;
beforeAll(async () => {
  useSettings({ LOG_LEVEL: "error" });
  esms = await startProvider();
});
afterAll(() => esms.stop());
beforeEach(() => {
  esms.heard.length = 0;
  esms.answers(200, { CodeResult: "100", SMSID: "d533459e" });
});

const account = () => ({ base: esms.origin, apiKey: "key", secretKey: "geheim" });
const sms = (change = {}) => sendSms({ ...account(), brandname: "CHOPHIEN" }, testMessage(change));
const zalo = (change = {}) => {
  const templates = new Map([["order_sent", "200607"]]);
  return sendZalo({ ...account(), oaId: "409731", templates }, testMessage(change));
};
const asked = () => JSON.parse(esms.heard[0]?.body.toString() ?? "null") as unknown;

describe("an SMS", () => {
  it("is asked of eSMS as its pages say, without accents and with its link", async () => {
    expect(await sms()).toEqual({ kind: "taken" });
    expect(esms.heard[0]?.path).toBe("/SendMultipleMessage_V4_post_json/");
    expect(esms.heard[0]?.headers["content-type"]).toBe("application/json");
    expect(asked()).toEqual({
      ApiKey: "key",
      SecretKey: "geheim",
      Phone: "0987654321",
      Content:
        "Don UQ2222222-1 da duoc gui: VNPost, ma van don EE123VN. https://cho.example/o/UQ2222222.key",
      Brandname: "CHOPHIEN",
      SmsType: "2",
      IsUnicode: "0",
      Sandbox: "0",
      RequestId: "ntc_019ac0ffee0070008000000000000001",
    });
  });

  it("that eSMS has already is not sent a second time", async () => {
    esms.answers(200, { CodeResult: "124", ErrorMessage: "Request exist 1" });
    expect(await sms()).toEqual({ kind: "taken" });
  });

  it.each(["101", "103", "104", "108", "146", 99])("is refused with code %s", async (code) => {
    esms.answers(200, { CodeResult: code });
    expect(await sms()).toEqual({ kind: "refused", cause: "refused" });
  });

  it.each([
    [400, { error: "Invalid request" }],
    [200, "<html>"],
    [200, "null"],
  ])("is refused where the answer says nothing: %i %j", async (status, body) => {
    esms.answers(status, body);
    expect(await sms()).toEqual({ kind: "refused", cause: "refused" });
  });

  it.each([500, 503, 429])("may have been taken when the answer is %i", async (status) => {
    esms.answers(status, {});
    expect(await sms()).toEqual({ kind: "unsure" });
  });

  it("may have been taken when nobody answers", async () => {
    const away = { ...account(), base: "http://127.0.0.1:9", brandname: "CHOPHIEN" };
    expect(await sendSms(away, testMessage())).toEqual({ kind: "unsure" });
  });

  it("needs a mobile number, and asks nobody without one", async () => {
    expect(await sms({ phone: null })).toEqual({ kind: "refused", cause: "no_address" });
    expect(esms.heard).toEqual([]);
  });
});

describe("a Zalo message", () => {
  it("is a template and what goes into it", async () => {
    expect(await zalo()).toEqual({ kind: "taken" });
    expect(esms.heard[0]?.path).toBe("/SendZaloMessage_V6/");
    expect(asked()).toEqual({
      ApiKey: "key",
      SecretKey: "geheim",
      OAID: "409731",
      Phone: "0987654321",
      TempID: "200607",
      TempData: { about: "UQ2222222-1", carrier: "VNPost" },
      Sandbox: "0",
      RequestId: "ntc_019ac0ffee0070008000000000000001",
    });
  });

  it("is none of a kind without a template, and of a number that has no Zalo it is refused", async () => {
    expect(await zalo({ kind: "order_lost" })).toEqual({ kind: "none" });
    expect(esms.heard).toEqual([]);
    esms.answers(200, { CodeResult: "789", ErrorMessage: "TemplateId is not config" });
    expect(await zalo()).toEqual({ kind: "refused", cause: "refused" });
  });
});
