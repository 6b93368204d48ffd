import { firstErrorOf } from "~/web/first-error";
import type { FormReply } from "~/web/mutation-reply";

const SUBJECTS = ["household", "product", "profile"] as const;
export type DecisionSubject = (typeof SUBJECTS)[number];

/** How a decision went, as the address of the page after it carries it. */
export type DecisionAnswer = {
  subject: DecisionSubject;
  slug: string;
  /** The decision, or `repeat` when it had been taken before. */
  done?: string;
  /** An error code. */
  problem?: string;
};

/** The list that tells how it went. */
export function answerOf(
  page: (query: Record<string, string | undefined>) => string,
  answer: DecisionAnswer,
): string {
  const { subject, slug, done, problem } = answer;
  return page({ subject, slug, done, problem });
}

/** Reads it back; null where the address tells of no decision. */
export function readAnswer(query: URLSearchParams): DecisionAnswer | null {
  const subject = SUBJECTS.find((one) => one === query.get("subject"));
  const done = query.get("done") ?? undefined;
  const problem = query.get("problem") ?? undefined;
  if (!subject || (done === undefined && problem === undefined)) return null;
  return { subject, slug: query.get("slug") ?? "", done, problem };
}

/** A decision whose reason has a fault, with all that was typed. */
export type UnfinishedDecision = {
  decision: "reject";
  reason: string;
  /** An error code. */
  problem: string;
};

/** What of a form that was not in order can be mended in its page; null when it was no form of ours. */
export function unfinishedOf(reply: FormReply): UnfinishedDecision | null {
  const { decision, reason } = reply.submission.initialValue ?? {};
  if (decision !== "reject") return null;
  const typed = typeof reason === "string" ? reason : "";
  return { decision, reason: typed, problem: firstErrorOf(reply) };
}
