import type { SubmissionResult } from "@conform-to/react";
import { data } from "@remix-run/node";
import { halfwayPerson } from "~/domain/identity/halfway-token.server";
import { formatPhone } from "~/domain/identity/phone";
import { findSecondStep, loadUsableGrant } from "~/domain/identity/queries-officers.server";
import { totpAddress, totpSecret } from "~/domain/identity/totp.server";
import { reader } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { drawQrSvg } from "~/platform/qr-svg.server";
import type { Failure } from "~/platform/result";
import { fieldErrorReply } from "./field-error";
import { readHalfway } from "./halfway-cookie.server";
import { retryAfter } from "./http-errors";
import { translatorFor } from "./i18n";
import type { MutationReply } from "./mutation-reply";
import { failureReply } from "./mutation.server";
import type { AppSetUp, SecondStepState } from "./second-step";

/** Where who holds this browser stands at the second step. */
export async function secondStepState(
  request: Request,
  language: Language,
): Promise<SecondStepState> {
  const token = readHalfway(request);
  const person = await halfwayPerson(token);
  if (token === null || person === null) return { kind: "over" };
  const step = await findSecondStep(person.userId);
  if (step) return { kind: "enter", hasPaper: step.leftCount > 0 };
  if (!(await loadUsableGrant(reader(), person.userId))) return { kind: "ungranted" };
  return { kind: "set-up", app: appSetUp(totpSecret(token), { phone: person.phone, language }) };
}

/** What the page shows of a secret. @param of.phone whose sign-in it is, as the app lists it */
export function appSetUp(secret: string, of: { phone: string; language: Language }): AppSetUp {
  const t = translatorFor(of.language);
  const address = totpAddress(secret, {
    issuer: t("common.appName"),
    label: formatPhone(of.phone),
  });
  return {
    secret: (secret.match(/.{1,4}/g) ?? []).join(" "),
    address,
    qr: drawQrSvg({ value: address, title: t("officers.stepQr") }),
  };
}

const GRANT_CODES = ["officer_no_grant", "officer_code_wrong"];

/** What the page answers to a code that was not taken: 429 with the time to wait, or 400 at the field. */
export function refuseSecondStep(
  failure: Failure<string>,
  submission: SubmissionResult,
  field: string,
) {
  const reply = (status: number, one: MutationReply, init?: HeadersInit) =>
    data({ reply: one, codes: null }, { status, ...(init ? { headers: init } : {}) });
  const waitMs = failure.detail?.["waitMs"];
  if (waitMs !== undefined) {
    return reply(429, failureReply(failure, submission), retryAfter(Number(waitMs)));
  }
  if (GRANT_CODES.includes(failure.code)) {
    return reply(400, fieldErrorReply(submission, "grantCode", failure.code));
  }
  return reply(400, fieldErrorReply(submission, field, failure.code));
}
