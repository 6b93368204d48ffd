import { phoneCode } from "~/domain/identity/phone-code.server";
import type { PhoneCode } from "~/domain/identity/queries-phone-codes.server";
import { settings } from "~/platform/env.server";
import type { SentCode } from "./sent-code";

/** What the page of a code shows of it. @param given.phone as this reader may see it */
export function sentCodeOf(
  request: Request,
  given: { codeId: string; code: PhoneCode | null; phone: string | null },
): SentCode {
  const { codeId, code, phone } = given;
  const isOpen = code?.isOpen ?? false;
  return {
    phone,
    isOpen,
    canSendAgain: code?.canSendAgain ?? false,
    wasRefused: code?.wasRefused ?? false,
    isAgain: new URL(request.url).searchParams.has("again"),
    // Nothing goes to a phone in a demo, and its samples' phones are nobody's.
    demoDigits:
      code && isOpen && settings().APP_MODE === "demo" ? phoneCode({ ...code, id: codeId }) : null,
  };
}
