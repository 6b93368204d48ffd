import { redirect } from "@remix-run/node";
import type { Entered } from "~/domain/flows/enter-by-code.server";
import { openSession } from "~/domain/identity/open-session.server";
import type { Language } from "~/platform/language";
import { openingPath, type CodePurpose } from "./code-purpose";
import { deskPathOf } from "./desks";
import { writeProvenDevice } from "./device-cookie.server";
import type { DoorArgs } from "./guard.server";
import { openedResponse } from "./opened-response.server";
import { paths } from "./paths";
import { writeProvenPhone } from "./proven-phone.server";

/** Where somebody goes who has proved a phone: in, on to what the code was wanted for, or to open an account. */
export async function enteredResponse(
  { request, context }: DoorArgs,
  { entered, codeId, purpose }: { entered: Entered; codeId: string; purpose: CodePurpose },
): Promise<Response> {
  const language = context.addressLanguage;
  const proof = writeProvenPhone(codeId, entered.kind);
  if (entered.kind === "new") {
    const headers = { "Set-Cookie": proof };
    return redirect(openingPath(language, purpose), { status: 303, headers });
  }
  return openedResponse(await openSession(entered.proven), {
    language,
    next: nextPath(language, { entered, purpose }),
    cookies: [proof, writeProvenDevice(request, entered.phone)],
  });
}

type Known = Extract<Entered, { kind: "known" }>;

function nextPath(
  language: Language,
  { entered, purpose }: { entered: Known; purpose: CodePurpose },
): string {
  const { role, hasLostPassword } = entered;
  const isToSell = purpose.to === "register" && role === "buyer";
  const wanted = purpose.to === "register" ? null : purpose.next;
  const next = isToSell ? paths.register(language) : wanted;
  // Told at once, and once: what was theirs may have been somebody else's.
  if (hasLostPassword) return paths.account({ saved: "code", next: next ?? undefined });
  return next ?? deskPathOf(role);
}
