import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { createProgramme } from "~/domain/flows/create-programme.server";
import { programmeForm } from "~/domain/vouchers/forms";
import { generateVoucherCode } from "~/domain/vouchers/voucher-code";
import { now } from "~/platform/clock.server";
import { newId, randomBytes } from "~/platform/ids";
import { addDays, formatDate, localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ProgrammeForm } from "~/ui/department/programme-form";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { fieldErrorReply } from "~/web/field-error";
import { requirePermission } from "~/web/guard.server";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

const USUAL_DAYS = 30;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("vouchers.new"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "voucher.manage");
  const today = localDateOf(now());
  return {
    programmeId: newId("vcp"),
    code: generateVoucherCode(randomBytes),
    startsOn: formatDate(today),
    endsOn: formatDate(addDays(today, USUAL_DAYS)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "voucher.manage");
  const read = await readForm(args.request, programmeForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const created = await createProgramme(actor, read.value);
  if (!created.ok) {
    const field = created.code === "programme_past" ? "endsOn" : "code";
    const reply = fieldErrorReply(read.submission, field, created.code);
    return data<MutationReply>(reply, { status: 409 });
  }
  return redirect(paths.voucherProgramme(created.value.code, { done: "proposed" }), 303);
}

export default function NewVoucherProgrammePage() {
  const defaults = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.voucherProgrammes()} text={t("vouchers.backToList")} />
      <h1 className="text-3xl">{t("vouchers.new")}</h1>
      <ProgrammeForm defaults={defaults} reply={reply} />
    </>
  );
}
