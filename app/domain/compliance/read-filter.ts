import { readRequestKind } from "./request-words";
import { REQUEST_STATES, type RequestFilter } from "./types";

/** Which requests an address asks for (`kind`, `state`); what it does not name, or wrongly, are all kinds and the open ones. */
export function readFilter(query: URLSearchParams): RequestFilter {
  const state = query.get("state");
  return {
    kind: readRequestKind(query.get("kind")),
    state: REQUEST_STATES.find((one) => one === state) ?? "open",
  };
}
