import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isPhotoCode } from "~/domain/catalog/photo-limits";
import { askConsent } from "~/domain/flows/ask-consent.server";
import { mayHandCode } from "~/domain/flows/hand-entry-code.server";
import { sendConsentCode } from "~/domain/flows/send-consent-code.server";
import { consentFormOn } from "~/domain/households/forms-delegation";
import { findHelpedHousehold } from "~/domain/households/queries-helped.server";
import { hasSms } from "~/domain/notices/open-channels.server";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ConsentQuestionForm } from "~/ui/helpers/consent-form";
import { ConsentTerms } from "~/ui/helpers/consent-terms";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { fieldErrorBefore, fieldErrorReply } from "~/web/field-error";
import { requirePermission, type DoorArgs, type Entry } from "~/web/guard.server";
import { handCodePath, readHelpedSlug, renewalPath } from "~/web/helped-link.server";
import { orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { failureReply, readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { sentFile } from "~/web/sent-files.server";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("helpers.consentTitle"));

async function helpedOf({ request }: DoorArgs, { user }: Entry) {
  const slug = readHelpedSlug(request, user.id);
  return orNotFound(slug === null ? null : await findHelpedHousehold(slug));
}

export async function loader(args: LoaderFunctionArgs) {
  const entry = await requirePermission(args, "agent_desk.open");
  const household = await helpedOf(args, entry);
  const pair = { agentId: entry.user.id, householdId: household.id };
  const mayHand = await mayHandCode(reader(), pair);
  return {
    household,
    action: renewalPath(entry.user.id, household.slug),
    handCode: mayHand.ok ? handCodePath(entry.user.id, household.slug) : null,
    delegationId: newId("dlg"),
    hasSms: hasSms(),
    isRegistered: new URL(args.request.url).searchParams.has("registered"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const entry = await requirePermission(args, "agent_desk.open");
  const household = await helpedOf(args, entry);
  const { actor, user } = entry;
  const read = await readForm(args.request, consentFormOn(localDateOf(now())));
  const brought = { form: read.form, ownerId: user.id };
  const way = read.form.get("way");
  const sheet = way === "sheet" ? await sentFile(brought, "sheet") : null;
  if (!read.ok) {
    const { submission } = read.reply;
    const isMissing = way === "sheet" && sheet === null;
    const told = { field: "sheet", code: "sheet_missing", before: "signedOn" };
    const reply = isMissing ? fieldErrorBefore(submission, told) : read.reply;
    return data<MutationReply>(reply, { status: 400 });
  }
  const asked = await askConsent(actor, { ...read.value, householdId: household.id, sheet });
  if (!asked.ok && (isPhotoCode(asked.code) || asked.code === "sheet_missing")) {
    const reply = fieldErrorReply(read.submission, "sheet", asked.code);
    return data<MutationReply>(reply, { status: 400 });
  }
  if (!asked.ok) return data<MutationReply>(failureReply(asked, read.submission), { status: 409 });
  await sheet?.drop();
  const { code } = asked.value;
  if (way === "sheet") return redirect(paths.agentConsent(code, { done: "asked" }), 303);
  const { clientNetwork } = args.context;
  const sent = await sendConsentCode(actor, { code, clientNetwork, wish: "first" });
  const query = sent.ok ? { done: "asked" } : { problem: sent.code };
  return redirect(paths.agentConsent(code, query), 303);
}

export default function NewConsentPage() {
  const { household, isRegistered, handCode, ...form } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const mark = useMark();
  return (
    <>
      <BackLink href={paths.agentDesk()} text={t("households.agentTitle")} />
      <h1 className="text-3xl">{t("helpers.consentTitle")}</h1>
      {isRegistered && !reply ? <Notice tone="good" title={t("helpers.registerDone")} /> : null}
      <p className="mt-2 text-lg">
        {t("helpers.consentFor")}: <strong>{mark(household.name, "vi")}</strong> ·{" "}
        {mark(household.communeName, "vi")}
      </p>
      {handCode === null ? null : (
        <p>
          <a className="inline-flex min-h-12 items-center" href={handCode}>
            {t("helpers.handLink")}
          </a>
        </p>
      )}
      <h2 className="mt-6 mb-2 text-xl">{t("helpers.consentRead")}</h2>
      <ConsentTerms />
      <ConsentQuestionForm {...form} reply={reply} />
    </>
  );
}
