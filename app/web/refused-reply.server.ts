import type { SubmissionResult } from "@conform-to/react";
import { data } from "@remix-run/node";
import type { Failure } from "~/platform/result";
import { retryAfter } from "./http-errors";
import type { MutationReply } from "./mutation-reply";
import { failureReply } from "./mutation.server";

/** The answer to a form that was refused: 429 with when to come again (`waitMs`), else 409; with all that was typed. */
export function refusedReply(failure: Failure<string>, submission?: SubmissionResult) {
  const reply = failureReply(failure, submission);
  const waitMs = failure.detail?.["waitMs"];
  if (waitMs === undefined) return data<MutationReply>(reply, { status: 409 });
  return data<MutationReply>(reply, { status: 429, headers: retryAfter(Number(waitMs)) });
}
