import { data } from "@remix-run/node";
import type { SubmissionResult } from "@conform-to/react";
import type { Failure } from "~/platform/result";
import { fieldErrorReply } from "./field-error";
import { notFound } from "./http-errors";
import type { MutationReply } from "./mutation-reply";
import { failureReply } from "./mutation.server";

/** Fields at which a failure of writing a certificate is said; others are said above the form. */
const FIELDS: Record<string, string> = {
  ocop_code_place: "ocopCode",
  certificate_product_unknown: "productIds",
};

/** The answer to a form whose certificate was not written, with all that was typed. */
export function writtenReply(failure: Failure<string>, submission: SubmissionResult) {
  if (failure.code === "certificate_not_found") throw notFound();
  const field = FIELDS[failure.code];
  if (field !== undefined) {
    const reply: MutationReply = fieldErrorReply(submission, field, failure.code);
    return data<MutationReply>(reply, { status: 400 });
  }
  return data<MutationReply>(failureReply(failure, submission), { status: 409 });
}
