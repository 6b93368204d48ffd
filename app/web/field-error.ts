import type { SubmissionResult } from "@conform-to/react";
import type { FormReply } from "./mutation-reply";

/** The reply for a failure that belongs to one field, with all that was typed. */
export function fieldErrorReply(
  submission: SubmissionResult,
  field: string,
  code: string,
): FormReply {
  const error = { ...submission.error, [field]: [code] };
  return { submission: { ...submission, status: "error", error } };
}
