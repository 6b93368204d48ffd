const CODES: Readonly<Record<number, string>> = {
  400: "bad_request",
  405: "method_not_allowed",
  413: "too_large",
  503: "busy",
};

/** For a program, such as a bank's, what `errorDocument` is for a person: in the words of the doors under `/webhooks/`. */
export function errorJson(status: number): Response {
  return Response.json(
    { success: false, error: CODES[status] ?? "failed" },
    { status, headers: { "Cache-Control": "no-store" } },
  );
}
