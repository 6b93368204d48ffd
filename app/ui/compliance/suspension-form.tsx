import { useForm } from "@conform-to/react";
import type { DutyTerm } from "~/domain/compliance/duty-words";
import { SUSPENSION_GROUNDS } from "~/domain/compliance/suspension-words";
import type { OpenSuspensionRequest } from "~/domain/compliance/types";
import { formatDate } from "~/platform/period";
import {
  FormErrors,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
  type AnyField,
} from "~/ui/primitives/form";
import { useT } from "~/ui/site";
import type { MutationReply } from "~/web/mutation-reply";
import { paths } from "~/web/paths";
import { DutyText } from "./duty-text";
import { requestLabel } from "./suspension-requests";

type Fields = Record<"ground" | "requestId" | "reference" | "effectiveOn" | "reason", string>;

/**
 * Why a household is suspended: at once on an authority's request, else from a day on that it is told. Of one that is
 * suspended already only an authority's request is still to be noted.
 */
export function SuspensionForm(props: {
  slug: string;
  isSuspended: boolean;
  suspensionId: string;
  requests: readonly OpenSuspensionRequest[];
  /** `YYYY-MM-DD`, with the term that it follows from. */
  first: { day: string; term: DutyTerm };
  reply: MutationReply | undefined;
}) {
  const t = useT();
  const { slug, isSuspended, requests, first, reply } = props;
  const lastResult = reply?.submission ?? null;
  const [form, fields] = useForm<Fields>({
    id: "suspension",
    lastResult,
    defaultValue: { effectiveOn: first.day },
  });
  return (
    <form method="post" id={form.id} action={paths.householdSuspension(slug)} noValidate>
      <p className="mt-4">{t(isSuspended ? "suspension.suspendedText" : "suspension.text")}</p>
      <FormErrors form={form} failure={reply?.failure} />
      <input type="hidden" name="intent" value="suspend" />
      <input type="hidden" name="suspensionId" value={props.suspensionId} />
      {isSuspended ? (
        <input type="hidden" name="ground" value="authority_request" />
      ) : (
        <Grounds field={fields.ground} />
      )}
      <RegisterRequests field={fields.requestId} requests={requests} />
      <TextField
        field={fields.reference}
        label={t("suspension.reference")}
        hint={t("suspension.referenceHint")}
        language="vi"
        optional
      />
      {isSuspended ? null : <NoticeDay field={fields.effectiveOn} first={first} />}
      <TextAreaField
        field={fields.reason}
        label={t("department.reasonLabel")}
        hint={t("suspension.reasonHint")}
        rows={3}
        language="vi"
      />
      <button className="button button-danger">
        {t(isSuspended ? "suspension.noteRequest" : "suspension.submit")}
      </button>
    </form>
  );
}

function Grounds({ field }: { field: AnyField }) {
  const t = useT();
  return (
    <>
      <RadioField
        field={field}
        label={t("suspension.groundLabel")}
        options={SUSPENSION_GROUNDS.map((value) => ({
          value,
          label: t(`suspension.ground_${value}`),
          hint: t(`suspension.hint_${value}`),
        }))}
      />
      <h2 className="mt-6 text-xl">{t("suspension.whenAsked")}</h2>
    </>
  );
}

function NoticeDay(props: { field: AnyField; first: { day: string; term: DutyTerm } }) {
  const t = useT();
  const { field, first } = props;
  return (
    <>
      <h2 className="mt-6 text-xl">{t("suspension.whenTold")}</h2>
      <input type="hidden" name="firstDay" value={first.day} />
      <TextField
        field={field}
        label={t("suspension.effectiveOn")}
        hint={t("suspension.effectiveOnHint", { day: formatDate(first.day) })}
        type="date"
      />
      <DutyText term={first.term} />
    </>
  );
}

/** The open requests in the register, or the way to enter one. */
function RegisterRequests(props: { field: AnyField; requests: readonly OpenSuspensionRequest[] }) {
  const t = useT();
  const { field, requests } = props;
  if (requests.length === 0) {
    return (
      <p className="text-soft">
        {t("suspension.noRequests")}{" "}
        <a className="underline" href={paths.newComplianceRequest({ kind: "suspension" })}>
          {t("compliance.newTitle")}
        </a>
      </p>
    );
  }
  return (
    <SelectField
      field={field}
      label={t("suspension.request")}
      emptyLabel={t("suspension.noneOfThese")}
      options={requests.map((one) => ({
        value: one.id,
        label: requestLabel(one),
        language: "vi",
      }))}
      optional
    />
  );
}
