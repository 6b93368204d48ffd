import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enterByCode } from "~/domain/flows/enter-by-code.server";
import { sendPhoneCode } from "~/domain/flows/send-phone-code.server";
import { codeForm } from "~/domain/identity/forms";
import { maskPhone } from "~/domain/identity/phone";
import { findPhoneCode } from "~/domain/identity/queries-phone-codes.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { SignInCode } from "~/ui/identity/sign-in-code";
import { useT } from "~/ui/site";
import { codePurposeOf, purposeQuery } from "~/web/code-purpose";
import { enteredResponse } from "~/web/entered-response.server";
import { readDevice } from "~/web/device-cookie.server";
import { fieldErrorReply } from "~/web/field-error";
import { keepRetryAfter, retryAfter } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { checkForm, failureReply, readFormData } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { sentCodeOf } from "~/web/sent-code.server";

export const headers = keepRetryAfter;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("identity.codeTitle"));

const codeIdIn = ({ params }: { params: { codeId?: string } }) => params.codeId ?? "";

export async function loader(args: LoaderFunctionArgs) {
  const codeId = codeIdIn(args);
  const purpose = codePurposeOf(args.request);
  const code = await findPhoneCode(codeId);
  // Whoever has the address need not have the phone.
  const phone = code ? maskPhone(code.phone) : null;
  return { code: sentCodeOf(args.request, { codeId, code, phone }), purpose, codeId };
}

export async function action(args: ActionFunctionArgs) {
  const codeId = codeIdIn(args);
  const purpose = codePurposeOf(args.request);
  const form = await readFormData(args.request);
  const { addressLanguage: language, clientNetwork } = args.context;
  if (form.has("again")) {
    const deviceToken = readDevice(args.request);
    const sent = await sendPhoneCode({ codeId, phone: null, language, clientNetwork, deviceToken });
    if (!sent.ok) return refuse(sent.detail, failureReply(sent));
    const query = { ...purposeQuery(purpose), codeId, again: 1 };
    return redirect(paths.codeEntry(language, query), { status: 303 });
  }
  const read = checkForm(form, codeForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const entered = await enterByCode({ codeId, typed: read.value.code, clientNetwork });
  if (entered.ok) return enteredResponse(args, { entered: entered.value, codeId, purpose });
  const reply = failureReply(entered, read.submission);
  if (entered.code !== "code_wrong") return refuse(entered.detail, reply);
  return data<MutationReply>(
    { ...reply, ...fieldErrorReply(read.submission, "code", "code_not_this") },
    { status: 400 },
  );
}

function refuse(detail: Record<string, unknown> | undefined, reply: MutationReply) {
  const waitMs = detail?.["waitMs"];
  if (waitMs === undefined) return data<MutationReply>(reply, { status: 409 });
  return data<MutationReply>(reply, { status: 429, headers: retryAfter(Number(waitMs)) });
}

export default function CodeEntryPage() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <div className="mx-auto max-w-xl py-6">
      <h1 className="text-3xl">{t("identity.codeEntryTitle")}</h1>
      <SignInCode {...page} reply={reply} />
    </div>
  );
}
