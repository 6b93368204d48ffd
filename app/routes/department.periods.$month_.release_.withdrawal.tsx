import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { withdrawRelease } from "~/domain/flows/withdraw-release.server";
import { releaseWithdrawalForm } from "~/domain/statistics/forms-releases";
import { findReleaseTurn } from "~/domain/statistics/queries-releases.server";
import { formatMonth, isMonth } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { momentText } from "~/ui/periods/release-texts";
import { FormErrors, TextAreaField } from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import { answerForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const month = formatMonth(page?.month ?? "");
  return privateMeta(matches, siteOf(matches).t("releases.withdrawTitle", { month }));
};

/** The question before an hour that was told is taken back. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "period.publish");
  const month = args.params["month"] ?? "";
  if (!isMonth(month)) throw notFound();
  const { current, seen } = orNotFound(await findReleaseTurn(month));
  if (current?.state !== "announced") throw redirect(paths.release(month), 303);
  return { month, seen, dueAt: current.dueAt ?? 0 };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "period.publish");
  const month = args.params["month"] ?? "";
  if (!isMonth(month)) throw notFound();
  orNotFound(await findReleaseTurn(month));
  return answerForm(args.request, releaseWithdrawalForm, {
    act: (form) => withdrawRelease(actor, { month, ...form }),
    next: () => paths.release(month, { done: "withdrawn" }),
  });
}

export default function ReleaseWithdrawalPage() {
  const { month, seen, dueAt } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const [form, fields] = useForm<Record<"seen" | "reason", string>>({
    id: "withdrawal",
    lastResult: reply?.submission ?? null,
  });
  const named = { month: formatMonth(month) };
  return (
    <>
      <BackLink href={paths.release(month)} text={t("releases.releaseTitle", named)} />
      <h1 className="text-3xl">{t("releases.withdrawTitle", named)}</h1>
      <p className="mt-2 max-w-prose">
        {t("releases.withdrawLead", { moment: momentText(t, dueAt) })}
      </p>
      <form
        method="post"
        id={form.id}
        action={paths.releaseWithdrawal(month)}
        className="max-w-prose"
        noValidate
      >
        <FormErrors form={form} failure={reply?.failure} />
        <input type="hidden" name="seen" value={seen} />
        <TextAreaField
          field={fields.reason}
          label={t("releases.formReason")}
          hint={t("releases.formReasonHint")}
          rows={3}
          language="vi"
        />
        <button className="button button-danger">{t("releases.withdrawSubmit")}</button>
      </form>
    </>
  );
}
