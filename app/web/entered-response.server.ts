import { redirect } from "@remix-run/node";
import type { Entered } from "~/domain/flows/enter-by-code.server";
import { startSession } from "~/domain/identity/sessions.server";
import type { Language } from "~/platform/language";
import { openingPath, type CodePurpose } from "./code-purpose";
import { deskPathOf } from "./desks";
import { writeDevice } from "./device-cookie.server";
import type { DoorArgs } from "./guard.server";
import { paths } from "./paths";
import { writeProvenPhone } from "./proven-phone.server";

/** Where somebody goes who has proved a phone: in, on to what the code was wanted for, or to open an account. */
export async function enteredResponse(
  { request, context }: DoorArgs,
  { entered, codeId, purpose }: { entered: Entered; codeId: string; purpose: CodePurpose },
): Promise<Response> {
  const language = context.addressLanguage;
  const headers = new Headers({ "Set-Cookie": writeProvenPhone(codeId) });
  if (entered.kind === "new") {
    return redirect(openingPath(language, purpose), { status: 303, headers });
  }
  headers.append("Set-Cookie", await startSession(entered.proven));
  headers.append("Set-Cookie", writeDevice(request, entered.phone));
  return redirect(nextPath(language, { entered, purpose }), { status: 303, headers });
}

type Known = Extract<Entered, { kind: "known" }>;

function nextPath(
  language: Language,
  { entered, purpose }: { entered: Known; purpose: CodePurpose },
): string {
  const { role, hasLostPassword } = entered;
  if (purpose.to === "register") {
    return role === "buyer" ? paths.register(language) : deskPathOf(role);
  }
  if (hasLostPassword) return paths.account({ saved: "code" });
  return purpose.next ?? deskPathOf(role);
}
