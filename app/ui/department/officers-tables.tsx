import { formatPhone } from "~/domain/identity/phone";
import type { Officer, OfficerGrantView } from "~/domain/identity/types-officers";
import { formatInstant } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { paths } from "~/web/paths";

/** Who works for the department, and who did. */
export function OfficersTable({
  officers,
  ownId,
}: {
  officers: readonly Officer[];
  ownId: string;
}) {
  const t = useT();
  return (
    <ScrollRegion label={t("officers.listScroll")}>
      <table className="table">
        <caption className="sr-only">{t("officers.listTitle")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("officers.name")}</th>
            <th scope="col">{t("officers.phone")}</th>
            <th scope="col">{t("officers.step")}</th>
            <th scope="col">{t("officers.seen")}</th>
            <th scope="col">{t("officers.since")}</th>
          </tr>
        </thead>
        <tbody>
          {officers.map((officer) => (
            <OfficerRow key={officer.id} officer={officer} isOwn={officer.id === ownId} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function OfficerRow({ officer, isOwn }: { officer: Officer; isOwn: boolean }) {
  const t = useT();
  const mark = useMark();
  const { id, fullName, phone, isOfficer, createdAt, seenAt, secondStepSince } = officer;
  const step =
    secondStepSince === null
      ? t("officers.stepNone")
      : t("officers.stepSince", { time: formatInstant(secondStepSince) });
  return (
    <tr>
      <th scope="row" className="min-w-44 whitespace-normal">
        <a className="inline-flex min-h-12 items-center underline" href={paths.officer(id)}>
          {mark(fullName, "vi")}
        </a>
        {isOwn ? <span className="font-normal text-soft"> {t("officers.own")}</span> : null}
      </th>
      <td className="num whitespace-nowrap">{formatPhone(phone)}</td>
      <td className="num min-w-36 whitespace-normal">{isOfficer ? step : t("officers.former")}</td>
      <td className="num whitespace-nowrap">
        {seenAt === null ? t("officers.neverSeen") : formatInstant(seenAt)}
      </td>
      <td className="num whitespace-nowrap">{formatInstant(createdAt)}</td>
    </tr>
  );
}

/** What waits for a second officer, or for the colleague to come in. */
export function GrantsTable(props: { grants: readonly OfficerGrantView[]; ownId: string }) {
  const t = useT();
  return (
    <ScrollRegion label={t("officers.grantsScroll")}>
      <table className="table">
        <caption className="sr-only">{t("officers.grantsTitle")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("officers.name")}</th>
            <th scope="col">{t("officers.grantNext")}</th>
            <th scope="col">{t("officers.grantWhat")}</th>
            <th scope="col">{t("officers.grantState")}</th>
            <th scope="col">{t("officers.grantAsked")}</th>
          </tr>
        </thead>
        <tbody>
          {props.grants.map((grant) => (
            <GrantRow key={grant.id} grant={grant} ownId={props.ownId} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function GrantRow({ grant, ownId }: { grant: OfficerGrantView; ownId: string }) {
  const t = useT();
  const mark = useMark();
  const isSecond = grant.askedBy?.id !== ownId && grant.userId !== ownId;
  return (
    <tr>
      <th scope="row" className="min-w-44 whitespace-normal">
        {mark(grant.fullName ?? "", "vi")}
        <span className="num block font-normal text-soft">{formatPhone(grant.phone ?? "")}</span>
      </th>
      <td className="relative min-w-36">
        {grant.state === "asked" && isSecond ? (
          <a className="button button-main" href={paths.officerAgreement(grant.id)}>
            {t("officers.grantLook")}
          </a>
        ) : (
          <form method="post" action={paths.officerGrantEnding(grant.id)}>
            <button className="button button-quiet">
              {t("officers.grantEnd")}
              <span className="sr-only"> {mark(grant.fullName ?? "", "vi")}</span>
            </button>
          </form>
        )}
      </td>
      <td className="min-w-44 whitespace-normal">
        {t(`officers.grantKind_${grant.kind}`)}
        {grant.reason === "" ? null : <span className="block text-soft">{mark(grant.reason)}</span>}
      </td>
      <td className="min-w-36 whitespace-normal">{t(`officers.grantState_${grant.state}`)}</td>
      <td className="num min-w-36 whitespace-normal">
        {t("officers.byAt", {
          name: grant.askedBy?.fullName ?? t("officers.server"),
          time: formatInstant(grant.askedAt),
        })}
      </td>
    </tr>
  );
}
