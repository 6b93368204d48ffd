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

/** The same where another field's failure stands below it on the page. */
export function fieldErrorBefore(
  submission: SubmissionResult,
  { field, code, before }: { field: string; code: string; before: string },
): FormReply {
  const known = Object.entries(submission.error ?? {});
  const isLater = ([name]: [string, unknown]) => name === before;
  const error = Object.fromEntries([
    ...known.filter((one) => !isLater(one)),
    [field, [code]],
    ...known.filter(isLater),
  ]);
  return { submission: { ...submission, status: "error", error } };
}
