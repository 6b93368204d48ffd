import type { SubmissionResult } from "@conform-to/react";
import { isPhotoCode } from "~/domain/catalog/photo-limits";
import type { ChannelQuestion } from "~/domain/statistics/channel-question";
import type { Failure } from "~/platform/result";
import type { MutationReply } from "~/web/mutation-reply";

/** What the action answers when nothing was entered: faults, or a question to say yes to. */
export type ChannelReply = MutationReply & { question?: ChannelQuestion };

const OF_THE_FILE = ["channel_file_missing", "source_file_unreadable"];

/** Why a figure was not entered, at the file where it is the file's fault, with all that was typed. */
export function channelReply(
  failure: Failure<string>,
  submission: SubmissionResult,
): MutationReply {
  const { code } = failure;
  if (OF_THE_FILE.includes(code) || isPhotoCode(code)) {
    return { submission: { ...submission, status: "error", error: { file: [code] } } };
  }
  return { submission, failure: { code, detail: { ...failure.detail } } };
}
