import { useForm } from "@conform-to/react";
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { noteStandingDifference } from "~/domain/flows/note-standing-difference.server";
import { differenceNoteForm } from "~/domain/settlement/forms-reconciliation";
import { listNotes } from "~/domain/settlement/queries-differences.server";
import { findDifference } from "~/domain/settlement/queries-runs.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { FormErrors, TextAreaField } from "~/ui/primitives/form";
import { Notice } from "~/ui/primitives/notice";
import { DifferenceAmounts } from "~/ui/settlement/difference-amounts";
import { DifferenceNotes } from "~/ui/settlement/difference-notes";
import { DifferenceSubjects } from "~/ui/settlement/difference-subjects";
import { RunMoment } from "~/ui/settlement/run-moment";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import type { MutationReply } from "~/web/mutation-reply";
import { readForm } from "~/web/mutation.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("reconciliation.differenceTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "reconciliation.manage");
  const found = await findDifference(args.params["differenceId"] ?? "");
  if (!found) throw notFound();
  return {
    ...found,
    notes: await listNotes(found.difference),
    isDone: new URL(args.request.url).searchParams.get("done") === "noted",
  };
}

/** Writes a note. */
export async function action(args: ActionFunctionArgs) {
  const { actor } = await requirePermission(args, "reconciliation.manage");
  const differenceId = args.params["differenceId"] ?? "";
  const read = await readForm(args.request, differenceNoteForm);
  if (!read.ok) return data<MutationReply>(read.reply, { status: 400 });
  const noted = await noteStandingDifference(actor, { differenceId, note: read.value.note });
  if (!noted.ok) throw notFound();
  return redirect(paths.difference(differenceId, { done: "noted" }), 303);
}

export default function DifferencePage() {
  const { difference, run, notes, isDone } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const t = useT();
  const [form, fields] = useForm<Record<"note", string>>({
    id: "note",
    lastResult: reply?.submission ?? null,
  });
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.reconciliation()} text={t("reconciliation.backToTitle")} />
      {isDone ? <Notice tone="good" title={t("reconciliation.noteDone")} /> : null}
      <h1 className="text-2xl">{t(`reconciliation.difference_${difference.name}_text`)}</h1>
      <DifferenceSubjects difference={difference} />
      <DifferenceAmounts difference={difference} />
      <RunMoment run={run} />
      <form method="post" id={form.id} action={paths.difference(difference.id)}>
        <FormErrors form={form} failure={reply?.failure} />
        <TextAreaField
          field={fields.note}
          label={t("reconciliation.noteLabel")}
          hint={t("reconciliation.noteHint")}
          rows={3}
        />
        <button className="button button-main">{t("reconciliation.noteSave")}</button>
      </form>
      <DifferenceNotes notes={notes} />
    </div>
  );
}
