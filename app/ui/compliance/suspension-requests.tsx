import type { OpenSuspensionRequest } from "~/domain/compliance/types";
import { formatDate, localDateOf } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** `Cục Quản lý thị trường · 12/QĐ · 27/11/2026` */
export function requestLabel(one: OpenSuspensionRequest): string {
  return [one.fromWhom, one.paperNumber, formatDate(localDateOf(one.receivedAt))]
    .filter((part) => part !== "")
    .join(" · ");
}

/** The ways to the requests that still wait for an answer; nothing where there are none. */
export function SuspensionRequests(props: { requests: readonly OpenSuspensionRequest[] }) {
  const t = useT();
  const mark = useMark();
  if (props.requests.length === 0) return null;
  return (
    <section className="mt-6" aria-labelledby="open-requests">
      <h2 id="open-requests" className="text-xl">
        {t("suspension.openRequests")}
      </h2>
      <p>{t("suspension.openRequestsText")}</p>
      <ul>
        {props.requests.map((one) => (
          <li key={one.id}>
            <a
              className="inline-flex min-h-12 items-center underline wrap-anywhere"
              href={paths.complianceRequest(one.id)}
            >
              <span>{mark(requestLabel(one), "vi")}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
