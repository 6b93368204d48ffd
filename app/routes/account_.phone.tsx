import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askPhoneChange, needsPresentPhone } from "~/domain/flows/ask-phone-change.server";
import { listReachedHouseholds } from "~/domain/households/queries-phone-changes.server";
import { phoneChangeForm, provenPhoneChangeForm } from "~/domain/identity/forms";
import { findAccount } from "~/domain/identity/queries.server";
import { hasSms } from "~/domain/notices/open-channels.server";
import { newId } from "~/platform/ids";
import { fail } from "~/platform/result";
import { AccountPage } from "~/ui/buyers/account-page";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { PhoneChange } from "~/ui/identity/phone-change";
import { useT } from "~/ui/site";
import { readActingFor } from "~/web/acting-cookie.server";
import { readDevice } from "~/web/device-cookie.server";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission, type DoorArgs, type Entry } from "~/web/guard.server";
import { keepRetryAfter, notFound, orNotFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { checkForm, readFormData } from "~/web/mutation.server";
import { paths } from "~/web/paths";
import { readFreshProof } from "~/web/proven-phone.server";
import { refusedReply } from "~/web/refused-reply.server";

export const headers = keepRetryAfter;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("account.phone"));

export async function loader(args: LoaderFunctionArgs) {
  const { user } = await requirePermission(args, "account.open");
  if (!hasSms()) throw notFound();
  return {
    ask: newId("pcd"),
    phone: orNotFound(await findAccount(user.id)).phone,
    households: await listReachedHouseholds(user.id),
    isProven: (await readFreshProof(args.request, user.id)) !== null,
    needsCode: await needsPresentPhone(user.id),
    isActing: isActing(args, user),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { user, actor, language } = await requirePermission(args, "account.open");
  if (isActing(args, user)) return refusedReply(fail("phone_while_acting"));
  const provenPhone = await readFreshProof(args.request, user.id);
  const form = await readFormData(args.request);
  const isByCode = provenPhone !== null && !form.has("password");
  const read = checkForm(form, isByCode ? provenPhoneChangeForm : phoneChangeForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const { clientNetwork } = args.context;
  const deviceToken = readDevice(args.request);
  const { ask: codeId, ...typed } = read.value;
  const proof = { password: "", provenPhone, clientNetwork, deviceToken };
  const asked = await askPhoneChange(actor, { codeId, language, ...proof, ...typed });
  if (asked.ok) return redirect(paths.accountPhoneCode(asked.value), 303);
  const field = FIELDS[asked.code];
  if (field === undefined) return refusedReply(asked, read.submission);
  const reply = fieldErrorReply(read.submission, field, asked.code);
  return data<MutationReply>(reply, { status: 400 });
}

const FIELDS: Record<string, string> = { phone_same: "phone", wrong_password: "password" };

/** A helper who works for a household just now: the number on this page is the helper's own. */
function isActing({ request }: DoorArgs, user: Entry["user"]): boolean {
  return user.role === "agent" && readActingFor(request) !== null;
}

export default function PhonePage() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <AccountPage title={t("account.phone")}>
      <PhoneChange {...page} reply={reply} />
    </AccountPage>
  );
}
