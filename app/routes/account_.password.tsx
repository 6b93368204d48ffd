import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changePassword } from "~/domain/flows/change-password.server";
import { passwordForm, provenPasswordForm } from "~/domain/identity/forms";
import { startSession } from "~/domain/identity/sessions.server";
import { hasSms } from "~/domain/notices/open-channels.server";
import { AccountPage } from "~/ui/buyers/account-page";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { PasswordForm } from "~/ui/identity/password-form";
import { useT } from "~/ui/site";
import { readDevice } from "~/web/device-cookie.server";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import { keepRetryAfter, retryAfter } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { checkForm, failureReply, readFormData } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { readFreshProof } from "~/web/proven-phone.server";

export const headers = keepRetryAfter;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("account.password"));

export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "account.open");
  return { isProven: (await readFreshProof(args.request, user.id)) !== null, hasCodes: hasSms() };
}

export async function action(args: ActionFunctionArgs) {
  const { user, actor } = await requirePermission(args, "account.open");
  const provenPhone = await readFreshProof(args.request, user.id);
  const form = await readFormData(args.request);
  const isByCode = provenPhone !== null && !form.has("password");
  const read = checkForm(form, isByCode ? provenPasswordForm : passwordForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { clientNetwork } = args.context;
  const deviceToken = readDevice(args.request);
  const proof = { userId: user.id, password: "", provenPhone, clientNetwork, deviceToken };
  const changed = await changePassword(actor, { ...proof, ...read.value });
  if (changed.ok) {
    const headers = { "Set-Cookie": await startSession({ ...changed.value, hasSecondStep: true }) };
    return redirect(paths.account({ saved: "password" }), { status: 303, headers });
  }
  if (changed.code === "wrong_password") {
    const reply = fieldErrorReply(read.submission, "password", changed.code);
    return data<MutationReply>(reply, { status: 400 });
  }
  if (changed.code === "demo_sign_in") {
    return data<MutationReply>(failureReply(changed, read.submission), { status: 409 });
  }
  const wait = retryAfter(Number(changed.detail?.["waitMs"]));
  return data<MutationReply>(failureReply(changed, read.submission), {
    status: 429,
    headers: wait,
  });
}

export default function PasswordPage() {
  const shown = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <AccountPage title={t("account.password")}>
      <p className="mt-2 text-soft">{t("account.passwordText")}</p>
      <PasswordForm {...shown} reply={reply} />
    </AccountPage>
  );
}
