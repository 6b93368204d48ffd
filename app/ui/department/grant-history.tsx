import type { OfficerGrantView } from "~/domain/identity/types-officers";
import { formatInstant } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";

/** When somebody was given access, why, and by which two. */
export function GrantHistory({ grants }: { grants: readonly OfficerGrantView[] }) {
  const t = useT();
  const mark = useMark();
  if (grants.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="text-2xl">{t("officers.historyTitle")}</h2>
      <ul className="mt-2 border-t border-line">
        {grants.map((grant) => (
          <li key={grant.id} className="border-b border-line py-3">
            <p className="font-semibold">
              {t(`officers.grantKind_${grant.kind}`)} · {t(`officers.grantState_${grant.state}`)}
            </p>
            {grant.reason === "" ? null : <p>{mark(grant.reason)}</p>}
            <p className="num text-soft">
              {t("officers.askedBy", {
                name: mark(grant.askedBy?.fullName ?? t("officers.server")),
                time: formatInstant(grant.askedAt),
              })}
            </p>
            {grant.agreedBy === null || grant.agreedAt === null ? null : (
              <p className="num text-soft">
                {t("officers.agreedBy", {
                  name: mark(grant.agreedBy.fullName, "vi"),
                  time: formatInstant(grant.agreedAt),
                })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
