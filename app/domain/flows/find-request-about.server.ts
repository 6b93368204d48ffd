import type { AboutKind } from "~/domain/compliance/request-words";
import type { RequestAbout } from "~/domain/compliance/types";
import { findHouseholdId } from "~/domain/households/queries-names.server";
import { findOrderId } from "~/domain/orders/queries-names.server";
import { findProductId } from "~/domain/catalog/queries-names.server";
import { findPost } from "~/domain/reviews/queries-department.server";
import { fail, succeed, type Result } from "~/platform/result";
import { findPerson } from "./find-audit-subject.server";

/** The part of a page's address that names what it is of. */
const IN_ADDRESS = /\/(?:households|products|orders|reviews)\/([^/?#\s]+)/;

/**
 * What a request is about, by what an officer typed: the end of an address or all of it, an order's code, a phone of an
 * account. Of a person only the account's id is kept.
 */
export async function findRequestAbout({
  kind,
  typed,
}: {
  kind: AboutKind;
  typed: string;
}): Promise<Result<RequestAbout, "request_about_unknown">> {
  const said = IN_ADDRESS.exec(typed)?.[1] ?? typed;
  const code = kind === "order" ? said.toUpperCase() : said.toLowerCase();
  const id = await idOf(kind, code);
  if (id === null) return fail("request_about_unknown");
  return succeed({ kind, id, code: kind === "person" ? null : code });
}

async function idOf(kind: AboutKind, code: string): Promise<string | null> {
  switch (kind) {
    case "household":
      return findHouseholdId(code);
    case "product":
      return findProductId(code);
    case "order":
      return findOrderId(code);
    case "post":
      return (await findPost(code)) ? code : null;
    case "person":
      return findPerson(code);
  }
}
