import type { AnnouncedSuspension } from "~/domain/compliance/types";
import type { HouseholdPage } from "~/domain/households/types-department";
import type { HouseholdStatus } from "~/domain/households/household-status";
import { formatPhone } from "~/domain/identity/phone";
import { formatDate, localDateOf } from "~/platform/period";
import { LogLink } from "~/ui/audit/log-link";
import { StatusMark, type IconName, type Tone } from "~/ui/households/icon";
import { SampleMark } from "~/ui/catalog/product-facts";
import { useMark } from "~/ui/in-language";
import { JoiningLink } from "~/ui/joining/joining-link";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { ApproveDecision, PlainDecision } from "./decision-form";

const MARKS = {
  pending: { icon: "clock", tone: "honey" },
  approved: { icon: "check", tone: "leaf" },
  rejected: { icon: "cross", tone: "persimmon" },
  suspended: { icon: "stop", tone: "persimmon" },
} as const satisfies Record<HouseholdStatus, { icon: IconName; tone: Tone }>;

type Row = HouseholdPage["households"][number];
type Props = {
  household: Row;
  /** A suspension that it was told and that waits for its day. */
  announced: AnnouncedSuspension | null;
};

/** A household in the list of all, with what may be decided about it now. */
export function HouseholdRow({ household, announced }: Props) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { slug, name, status } = household;
  const date = formatDate(localDateOf(household.createdAt));
  return (
    <li
      id={`household-${slug}`}
      className="grid scroll-mt-4 gap-x-8 gap-y-2 border-t border-line py-5 md:grid-cols-[1fr_15rem] lg:grid-cols-[1fr_24rem]"
    >
      <div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h2 className="text-lg">
            {status === "approved" ? (
              <a href={paths.household(language, slug)} className="text-ink underline">
                {name}
              </a>
            ) : (
              name
            )}{" "}
            {household.isSample ? <SampleMark /> : null}
          </h2>
          <StatusMark {...MARKS[status]} text={t(`department.status_${status}`)} />
        </div>
        <p className="mt-1">
          {t(`households.kind_${household.kind}`)} ·{" "}
          {mark(`${household.addressLine}, ${household.communeName}`, "vi")}
        </p>
        <p>
          {household.contactName} ·{" "}
          <a href={`tel:${household.phone}`} className="num underline whitespace-nowrap">
            {formatPhone(household.phone)}
          </a>
        </p>
        <p className="text-sm text-soft">
          {t("department.registeredOn", { date })} ·{" "}
          {t("department.publishedCount", { count: household.publishedCount })}
        </p>
        {announced === null ? null : (
          <p className="mt-1 font-semibold text-persimmon">
            {t("suspension.rowAnnounced", { day: formatDate(localDateOf(announced.effectiveAt)) })}
          </p>
        )}
        {household.statusReason ? (
          <p className="mt-1 whitespace-pre-line">
            {t("department.statusReason", { reason: mark(household.statusReason) })}
          </p>
        ) : null}
        <JoiningLink household={household} checklist={null} />
        <p>
          <a
            className="inline-flex min-h-12 items-center underline"
            href={paths.giveEntryCode(slug)}
          >
            <span>{t("entry.link", { name: mark(name, "vi") })}</span>
          </a>
        </p>
        <LogLink kind="household" subject={slug} name={name} />
      </div>
      <RowDecision household={household} />
    </li>
  );
}

function RowDecision({ household }: { household: Row }) {
  const t = useT();
  const { slug, name } = household;
  const action = paths.householdApproval(slug, { page: "households" });
  switch (household.status) {
    case "pending":
      return (
        <p>
          <a className="button button-quiet" href={`${paths.approvals()}#household-${slug}`}>
            {t("department.seeDossier")}
          </a>
        </p>
      );
    case "approved":
      return (
        <p>
          <SuspensionLink slug={slug} name={name} text={t("suspension.open")} />
        </p>
      );
    case "rejected":
      return (
        <div>
          <ApproveDecision action={action} name={name} />
        </div>
      );
    case "suspended":
      return (
        <div>
          <PlainDecision
            action={action}
            decision="restore"
            text={t("department.restore")}
            label={t("department.restoreNamed", { name })}
          />
          <SuspensionLink slug={slug} name={name} text={t("suspension.rowSuspended")} />
        </div>
      );
  }
}

function SuspensionLink(props: { slug: string; name: string; text: string }) {
  return (
    <a
      className="inline-flex min-h-12 items-center font-semibold text-persimmon underline"
      href={paths.householdSuspension(props.slug)}
    >
      {props.text}
      <span className="sr-only">: {props.name}</span>
    </a>
  );
}
