import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changePhone } from "~/domain/flows/change-phone.server";
import { sendPhoneCode } from "~/domain/flows/send-phone-code.server";
import { codeForm } from "~/domain/identity/forms";
import { formatPhone } from "~/domain/identity/phone";
import { findPhoneCode } from "~/domain/identity/queries-phone-codes.server";
import { findAccount } from "~/domain/identity/queries.server";
import { openSession } from "~/domain/identity/open-session.server";
import { AccountPage } from "~/ui/buyers/account-page";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { CodeEntry } from "~/ui/identity/code-entry";
import { useT } from "~/ui/site";
import { readDevice, writeProvenDevice } from "~/web/device-cookie.server";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission, type DoorArgs } from "~/web/guard.server";
import { keepRetryAfter, notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { checkForm, failureReply, readFormData } from "~/web/mutation.server";
import { openedResponse } from "~/web/opened-response.server";
import { paths } from "~/web/paths";
import { forgetProvenPhone } from "~/web/proven-phone.server";
import { refusedReply } from "~/web/refused-reply.server";
import { sentCodeOf } from "~/web/sent-code.server";

export const headers = keepRetryAfter;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("account.phoneEntryTitle"));

/** A code of this person's own for another phone; 404 for any other. */
async function ownCode({ params }: DoorArgs, userId: string) {
  const codeId = params["codeId"] ?? "";
  const code = await findPhoneCode(codeId);
  if (code?.purpose !== "change" || code.madeById !== userId) throw notFound();
  return { codeId, code };
}

export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "account.open");
  const { codeId, code } = await ownCode(args, user.id);
  const account = await findAccount(user.id);
  // The answer that says so was lost on the way.
  if (account?.phone === code.phone) throw redirect(paths.account({ saved: "phone" }), 303);
  const phone = formatPhone(code.phone);
  return { codeId, code: sentCodeOf(args.request, { codeId, code, phone }) };
}

export async function action(args: ActionFunctionArgs) {
  const { user, actor, language } = await requirePermission(args, "account.open");
  const { codeId } = await ownCode(args, user.id);
  const form = await readFormData(args.request);
  if (form.has("again")) {
    const deviceToken = readDevice(args.request);
    const { clientNetwork } = args.context;
    const again = { codeId, phone: null, language, clientNetwork, deviceToken };
    const sent = await sendPhoneCode({ ...again, changerId: user.id });
    if (!sent.ok) return refusedReply(sent);
    return redirect(paths.accountPhoneCode({ codeId, again: 1 }), 303);
  }
  const read = checkForm(form, codeForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const changed = await changePhone(actor, { codeId, digits: read.value.code });
  if (!changed.ok) {
    if (changed.code !== "code_wrong") return refusedReply(changed, read.submission);
    const field = fieldErrorReply(read.submission, "code", "code_not_this");
    const reply = { ...failureReply(changed, read.submission), ...field };
    return data<MutationReply>(reply, { status: 400 });
  }
  const { phone, hasMovedHousehold } = changed.value;
  const saved = hasMovedHousehold ? "phone-household" : "phone";
  return openedResponse(await openSession(changed.value), {
    language: args.context.addressLanguage,
    next: paths.account({ saved }),
    cookies: [writeProvenDevice(args.request, phone), forgetProvenPhone()],
  });
}

export default function PhoneCodePage() {
  const { codeId, code } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const back = { href: paths.accountPhone(), text: t("account.phone") };
  const ways = [{ href: back.href, text: t("account.phoneOther") }];
  return (
    <AccountPage title={t("account.phoneEntryTitle")} back={back}>
      {code.isOpen ? <p className="mt-2 text-soft">{t("account.phoneNotYet")}</p> : null}
      <CodeEntry
        action={paths.accountPhoneCode({ codeId })}
        submit={t("account.phoneDone")}
        {...{ code, ways, reply }}
      />
    </AccountPage>
  );
}
