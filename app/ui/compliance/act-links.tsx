import type { ComplianceRequest, RequestAbout } from "~/domain/compliance/types";
import { useLanguage, useT } from "~/ui/site";
import type { MessageKey } from "~/web/i18n";
import type { Language } from "~/platform/language";
import { paths } from "~/web/paths";

type Way = { href: string; text: MessageKey };

/** Where what is asked is done: the request itself is only the record of it. */
export function ActLinks({ found }: { found: ComplianceRequest }) {
  const t = useT();
  const language = useLanguage();
  const ways = [
    ...(found.about === null ? [] : waysTo(found.about, language)),
    ...(found.kind === "complaint"
      ? [{ href: paths.departmentReturns(), text: "compliance.toDisputes" } as const]
      : []),
  ];
  if (ways.length === 0) return null;
  return (
    <section className="mt-6" aria-labelledby="acts">
      <h2 id="acts" className="text-xl">
        {t("compliance.actsTitle")}
      </h2>
      <ul className="mt-1">
        {ways.map(({ href, text }) => (
          <li key={text}>
            <a className="inline-flex min-h-12 items-center underline" href={href}>
              {t(text)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function waysTo({ kind, id, code }: RequestAbout, language: Language): Way[] {
  const log: Way = {
    href: paths.audit({ kind: LOGGED[kind], subject: id }),
    text: "compliance.toLog",
  };
  if (code === null) return [log];
  switch (kind) {
    case "household":
      return [
        { href: paths.householdSuspension(code), text: "compliance.toSuspension" },
        { href: paths.householdJoining(code), text: "compliance.toHousehold" },
        { href: paths.household(language, code), text: "compliance.toShop" },
        log,
      ];
    case "product":
      return [
        { href: paths.productTakedown(code), text: "compliance.takedownTitle" },
        { href: paths.product(language, code), text: "compliance.toProduct" },
        log,
      ];
    case "post":
      return [{ href: paths.postDecision(code), text: "compliance.toPost" }, log];
    case "order":
    case "person":
      return [log];
  }
}

const LOGGED = {
  household: "household",
  product: "product",
  order: "order",
  post: "post",
  person: "user",
} as const;
