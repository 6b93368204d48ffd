import { data } from "@remix-run/node";
import type { SubmissionResult } from "@conform-to/react";
import type { Failure } from "~/platform/result";
import { fieldErrorReply } from "./field-error";
import { notFound } from "./http-errors";
import type { MutationReply } from "./mutation-reply";
import { failureReply } from "./mutation.server";

/** Fields at which a failure of planning a session is said; others are said above the form. */
const FIELDS: Record<string, string> = {
  commune_elsewhere: "communeCode",
  commune_not_helped: "communeCode",
  helper_unknown: "helperId",
  training_day_stands: "heldOn",
};

/** The answer to a form whose session was not planned or changed, with all that was typed. */
export function planReply(failure: Failure<string>, submission: SubmissionResult) {
  if (failure.code === "training_not_found") throw notFound();
  const field = FIELDS[failure.code];
  if (field !== undefined) {
    const reply: MutationReply = fieldErrorReply(submission, field, failure.code);
    return data<MutationReply>(reply, { status: 400 });
  }
  return data<MutationReply>(failureReply(failure, submission), { status: 409 });
}
