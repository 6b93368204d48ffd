import type { SubmissionResult } from "@conform-to/react";

export type FormReply = { submission: SubmissionResult; failure?: undefined };
export type FailureReply = {
  submission?: SubmissionResult;
  failure: { code: string; detail: Record<string, string | number> };
};
/** What an action answers when the form did not go through; the page shows it with all that was typed. */
export type MutationReply = FormReply | FailureReply;
