import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { isPhotoCode } from "~/domain/catalog/photo-limits";
import { registerFromSheet } from "~/domain/flows/register-from-sheet.server";
import { keptSheetForm, readSheet } from "~/domain/households/kept-sheet";
import { now } from "~/platform/clock.server";
import { dropParts, sentInParts } from "~/platform/parts.server";
import { localDateOf } from "~/platform/period";
import type { Failure } from "~/platform/result";
import { namingFields } from "~/ui/helpers/sheet-fields";
import { requirePermission } from "~/web/guard.server";
import { renewalPath } from "~/web/helped-link.server";
import { badRequest, tooManyRequests } from "~/web/http-errors";
import { errorText, translatorFor } from "~/web/i18n";
import type { KeptSheetReply } from "~/web/kept-reply";
import { paths } from "~/web/paths";
import { registrationsOfAgent } from "~/web/registrations-of-agent.server";

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "agent_desk.open");
  return redirect(paths.newHelpedHousehold());
}

/** Takes in a household's sheet that a phone kept while it had no line (`KeptSheetForm`, JSON) and says what became of it. */
export async function action(args: ActionFunctionArgs) {
  const { actor, user, language } = await requirePermission(args, "agent_desk.open");
  const sent = keptSheetForm.safeParse(await args.request.json().catch(() => null));
  if (!sent.success || sent.data.agentId !== user.id) throw badRequest();
  const { sheetHash, id: sheetId, ...typed } = sent.data;
  const t = translatorFor(language);
  const faulty = (problems: { field: string; code: string }[]) =>
    reply({
      state: "faulty",
      problems: problems.map(({ field, code }) => ({ field, text: errorText(t, code) })),
    });
  const sheet = readSheet(
    { id: sheetId, ...typed, hasPhoto: sheetHash !== null },
    localDateOf(now()),
  );
  if ("problems" in sheet) return faulty(sheet.problems);
  const waitMs = registrationsOfAgent.take(user.id);
  if (waitMs > 0) throw tooManyRequests(waitMs);
  const file = sheetHash === null ? null : { ownerId: user.id, hash: sheetHash };
  const read = { sheetId, ...sheet.read };
  const done = await registerFromSheet(actor, read, file && sentInParts(file));
  if (!done.ok) {
    const text = errorText(t, done.code, namingFields(t, done).detail);
    return reply({ state: "faulty", problems: [{ field: fieldOf(done), text }] });
  }
  const { slug, consentCode, isLater } = done.value;
  const to =
    consentCode === null
      ? renewalPath(user.id, slug, { registered: 1 })
      : paths.agentConsent(consentCode, { done: "asked" });
  // Its photo is still needed.
  if (isLater) return reply({ state: "ask_later", to });
  if (file) await dropParts(file);
  return reply({ state: "taken", to });
}

function reply(told: KeptSheetReply): Response {
  return Response.json(told);
}

function fieldOf({ code }: Failure<string>): string {
  if (isPhotoCode(code)) return "sheet";
  if (code === "helped_phone_taken") return "phone";
  if (code === "consent_sheet_stopped") return "signedOn";
  return code === "commune_elsewhere" ? "communeCode" : "";
}
