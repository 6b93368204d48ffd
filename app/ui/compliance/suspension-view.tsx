import type { ComponentProps } from "react";
import type { AnnouncedSuspension } from "~/domain/compliance/types";
import type { HouseholdStatus } from "~/domain/households/household-status";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { Notice, Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import { paths } from "~/web/paths";
import { SuspensionForm } from "./suspension-form";
import { SuspensionRequests } from "./suspension-requests";
import { SuspensionTold } from "./suspension-told";

type Props = Omit<ComponentProps<typeof SuspensionForm>, "isSuspended"> & {
  household: { name: string; status: HouseholdStatus };
  announced: AnnouncedSuspension | null;
  shownAt: number;
  /** What was just done. */
  done: string | null;
};

/**
 * One household's suspension: what it was told, or the form for it. On an authority's request also after it was told, or
 * suspended; then with the way to the requests that wait for an answer.
 */
export function SuspensionView({ household, announced, shownAt, done, reply, ...rest }: Props) {
  const t = useT();
  const mark = useMark();
  const { status } = household;
  const isSelling = status === "approved";
  const isSuspended = status === "suspended";
  const hasForm = isSelling || isSuspended;
  const isFormGone = reply !== undefined && (reply.submission === undefined || !hasForm);
  const form = { ...rest, isSuspended, reply: isFormGone ? undefined : reply };
  return (
    <div className="mx-auto max-w-2xl">
      <BackLink href={paths.departmentHouseholds()} text={t("department.backToList")} />
      <h1 className="text-3xl">{t("suspension.title")}</h1>
      <p className="mt-2 text-lg font-semibold wrap-anywhere">{mark(household.name, "vi")}</p>
      {isFormGone ? <Refusal title={errorText(t, reply.failure?.code ?? "form_outdated")} /> : null}
      <Done done={reply ? null : done} isSelling={isSelling} isTold={announced !== null} />
      {isSelling ? null : (
        <p className="mt-4">
          {t(`suspension.not_${status}`)}{" "}
          <a className="underline" href={paths.departmentHouseholds({ status })}>
            {t("suspension.toList")}
          </a>
        </p>
      )}
      {announced === null || !isSelling ? null : (
        <SuspensionTold announced={announced} shownAt={shownAt} />
      )}
      {isSuspended ? <SuspensionRequests requests={rest.requests} /> : null}
      {hasForm ? (
        isSelling && announced === null ? (
          <SuspensionForm {...form} />
        ) : (
          <details className="mt-8 border-t border-line pt-4" open={form.reply !== undefined}>
            <summary className="inline-flex min-h-12 cursor-pointer items-center font-semibold text-persimmon underline underline-offset-4">
              {t(isSuspended ? "suspension.askedSuspended" : "suspension.askedMeanwhile")}
            </summary>
            <SuspensionForm {...form} />
          </details>
        )
      ) : null}
    </div>
  );
}

function Done(props: { done: string | null; isSelling: boolean; isTold: boolean }) {
  const t = useT();
  const { done, isSelling, isTold } = props;
  if (done === "withdrawn" && !isTold) {
    return <Notice tone="good" title={t("suspension.doneWithdrawn")} />;
  }
  if (done !== "told") return null;
  if (!isSelling) return <Notice tone="good" title={t("suspension.doneSuspended")} />;
  return isTold ? <Notice tone="good" title={t("suspension.doneTold")} /> : null;
}
