import type { OwnClaim } from "~/domain/payments/types-claim";
import { formatVnd } from "~/platform/money";
import { formatInstant } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** On the order's page: what the buyer said of transfers, what was found, and the way to say it. */
export function OwnClaims(props: {
  claims: readonly OwnClaim[];
  mayClaim: boolean;
  link: { code: string; key: string };
}) {
  const t = useT();
  const language = useLanguage();
  const { claims, mayClaim, link } = props;
  if (claims.length === 0 && !mayClaim) return null;
  return (
    <section className="no-print border-b border-line py-4">
      {claims.length === 0 ? null : (
        <>
          <h2 className="text-xl">{t("claims.own")}</h2>
          <ul>
            {claims.map((claim) => (
              <Claim key={claim.id} claim={claim} />
            ))}
          </ul>
        </>
      )}
      {mayClaim ? (
        <details>
          <summary className="inline-flex min-h-12 cursor-pointer items-center font-semibold text-leaf underline underline-offset-4">
            {t("claims.fold")}
          </summary>
          <p className="max-w-prose">{t("claims.foldText")}</p>
          <p className="my-3">
            <a className="button button-quiet" href={paths.transferClaim(language, link)}>
              {t("claims.open")}
            </a>
          </p>
        </details>
      ) : null}
    </section>
  );
}

function Claim({ claim }: { claim: OwnClaim }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  const { status, answer } = claim;
  return (
    <li className="my-3">
      <p>
        <strong>{t(`claims.status_${status}`)}.</strong>{" "}
        {t("claims.ownLine", {
          amount: formatVnd(claim.amountVnd, language),
          time: formatInstant(claim.transferredAt),
        })}
      </p>
      {answer === null ? null : (
        <p className="max-w-prose">{mark(t("claims.answered", { answer }))}</p>
      )}
      {status === "closed" ? <p className="text-soft">{t("claims.closedText")}</p> : null}
    </li>
  );
}
