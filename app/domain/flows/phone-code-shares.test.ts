import { afterAll, beforeAll, expect, it } from "vitest";
import { now, setClock } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { DAY_MS, HOUR_MS } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { sendPhoneCode } from "./send-phone-code.server";

let close: () => void;
beforeAll(() => {
  close = openTestDatabase();
});
afterAll(() => {
  setClock();
  close();
});

let last = 0;
const ask = (clientNetwork: string) => {
  const phone = `09112${String((last += 1)).padStart(5, "0")}`;
  const request = { codeId: newId("pcd"), phone, clientNetwork, deviceToken: null };
  return sendPhoneCode({ ...request, language: "vi" });
};
const later = (ms: number) => {
  const at = now() + ms;
  setClock(() => at);
};

it("codes cost no more than 1,000 messages an hour and 5,000 a day, from however many networks", async () => {
  later(0);
  for (let hour = 0; hour < 5; hour += 1) {
    const answers = new Set<string>();
    for (let asked = 0; asked < 1_000; asked += 1) {
      const sent = await ask(`network ${hour} ${asked % 20}`);
      answers.add(sent.ok ? "sent" : sent.code);
    }
    expect([...answers]).toEqual(["sent"]);
    expect(await ask("one more")).toMatchObject({ code: "codes_too_many_together" });
    later(HOUR_MS);
  }
  expect(await ask("one more")).toMatchObject({ code: "codes_too_many_together" });
  later(DAY_MS);
  expect(await ask("one more")).toMatchObject({ ok: true });
}, 120_000);
