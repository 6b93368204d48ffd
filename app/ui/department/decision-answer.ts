const SUBJECTS = ["household", "product"] as const;
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

/** The page that tells how it went; a fault in what was typed leads to its form. */
export function answerOf(
  page: (query: Record<string, string | undefined>) => string,
  answer: DecisionAnswer,
): string {
  const { subject, slug, done, problem } = answer;
  const anchor = problem?.startsWith("reason_") ? `#${subject}-${slug}` : "";
  return page({ subject, slug, done, problem }) + anchor;
}

/** Reads it back; null where the address tells of no decision. */
export function readAnswer(query: URLSearchParams): DecisionAnswer | null {
  const subject = SUBJECTS.find((one) => one === query.get("subject"));
  const done = query.get("done") ?? undefined;
  const problem = query.get("problem") ?? undefined;
  if (!subject || (done === undefined && problem === undefined)) return null;
  return { subject, slug: query.get("slug") ?? "", done, problem };
}

/** The error code that belongs to this subject's own form. */
export function problemOf(
  answer: DecisionAnswer | null,
  subject: DecisionSubject,
  slug: string,
): string | null {
  return answer?.subject === subject && answer.slug === slug ? (answer.problem ?? null) : null;
}
