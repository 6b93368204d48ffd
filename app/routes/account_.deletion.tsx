import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { deleteAccount } from "~/domain/flows/delete-account.server";
import { deletionForm, provenDeletionForm } from "~/domain/identity/forms";
import { mayDeleteAccount } from "~/domain/identity/roles";
import { endSession } from "~/domain/identity/sessions.server";
import { hasSms } from "~/domain/notices/open-channels.server";
import { AccountPage } from "~/ui/buyers/account-page";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { DeletionFacts, DeletionForm } from "~/ui/identity/deletion-form";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { forgetDevice, readDevice } from "~/web/device-cookie.server";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import { keepRetryAfter, retryAfter } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { checkForm, failureReply, readFormData } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { forgetProvenPhone, readFreshProof } from "~/web/proven-phone.server";

export const headers = keepRetryAfter;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("account.delete"));

export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "account.open");
  const isProven = (await readFreshProof(args.request, user.id)) !== null;
  return { mayDelete: mayDeleteAccount(user.role), isProven, hasCodes: hasSms() };
}

export async function action(args: ActionFunctionArgs) {
  const { user, actor, language } = await requirePermission(args, "account.open");
  const provenPhone = await readFreshProof(args.request, user.id);
  const form = await readFormData(args.request);
  const isByCode = provenPhone !== null && !form.has("password");
  const read = checkForm(form, isByCode ? provenDeletionForm : deletionForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { clientNetwork } = args.context;
  const deviceToken = readDevice(args.request);
  const proof = { userId: user.id, password: "", provenPhone, clientNetwork, deviceToken };
  const deleted = await deleteAccount(actor, { ...proof, ...read.value });
  if (deleted.ok) {
    const headers = new Headers();
    headers.append("Set-Cookie", await endSession(args.request.headers.get("Cookie")));
    headers.append("Set-Cookie", forgetDevice());
    headers.append("Set-Cookie", forgetProvenPhone());
    return redirect(paths.signIn(language, { deleted: 1 }), { status: 303, headers });
  }
  if (deleted.code === "wrong_password") {
    const reply = fieldErrorReply(read.submission, "password", deleted.code);
    return data<MutationReply>(reply, { status: 400 });
  }
  const waitMs = deleted.detail?.["waitMs"];
  const reply = failureReply(deleted, read.submission);
  if (waitMs === undefined) return data<MutationReply>(reply, { status: 409 });
  return data<MutationReply>(reply, { status: 429, headers: retryAfter(Number(waitMs)) });
}

export default function DeletionPage() {
  const { mayDelete, ...shown } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const back = { href: paths.ownData(), text: t("account.data") };
  return (
    <AccountPage title={t("account.delete")} back={back}>
      {mayDelete ? (
        <>
          <p className="mt-2 text-lg">{t("account.deleteText")}</p>
          <DeletionFacts />
          <DeletionForm {...shown} reply={reply} />
        </>
      ) : (
        <Notice tone="attention" title={t("errors.account_has_desk")}>
          <p>{t("account.deleteDeskText")}</p>
        </Notice>
      )}
    </AccountPage>
  );
}
