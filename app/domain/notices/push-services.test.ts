import { expect, it } from "vitest";
import { isPushService } from "./push-services";

it.each([
  ["https://fcm.googleapis.com/fcm/send/abc", true],
  ["https://updates.push.services.mozilla.com/wpush/v2/abc", true],
  ["https://wns2-par02p.notify.windows.com/w/?token=abc", true],
  ["https://web.push.apple.com/abc", true],
  ["http://fcm.googleapis.com/abc", false],
  ["https://fcm.googleapis.com:8443/abc", false],
  ["https://fcm.googleapis.com@127.0.0.1/abc", false],
  ["https://user@fcm.googleapis.com/abc", false],
  ["https://evilfcm.googleapis.com.example/abc", false],
  ["https://notfcm.googleapis.com/abc", false],
  ["https://127.0.0.1/abc", false],
  ["https://localhost/abc", false],
  ["ftp://fcm.googleapis.com/abc", false],
  ["", false],
])("%s: %s", (address, is) => {
  expect(isPushService(address)).toBe(is);
});
