import { redirect } from "@remix-run/node";
import type { Opened } from "~/domain/identity/open-session.server";
import type { Language } from "~/platform/language";
import { writeHalfway } from "./halfway-cookie.server";
import { paths } from "./paths";

/**
 * Where somebody goes whose password or phone was right: on to `next`, or to the second step and then there.
 * @param on.cookies what else the browser is to keep, as `Set-Cookie` headers
 */
export function openedResponse(
  opened: Opened,
  on: { language: Language; next: string; cookies: string[] },
): Response {
  const { language, next, cookies } = on;
  const isIn = opened.kind === "in";
  const headers = new Headers({ "Set-Cookie": isIn ? opened.cookie : writeHalfway(opened.token) });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return redirect(isIn ? next : paths.secondStep(language, { next }), { status: 303, headers });
}
