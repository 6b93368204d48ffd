import type { DeskHousehold } from "~/domain/households/types";
import { Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** The page that was opened is of another household than the one that the agent works for: which is it to be? */
export function ActingSwitch(props: {
  wanted: DeskHousehold;
  /** Null while the agent works for nobody. */
  current: DeskHousehold | null;
  /** The page to come back to; null: the household's first. */
  next: string | null;
}) {
  const t = useT();
  const { wanted, current, next } = props;
  const household = wanted.name;
  return (
    <>
      <h1 className="text-3xl">
        {current === null
          ? t("helpers.actingNobody")
          : t("helpers.actingBanner", { household: current.name })}
      </h1>
      <Refusal title={t("helpers.actingOtherPage", { household })}>
        <p>{t("helpers.actingNothing")}</p>
      </Refusal>
      <form method="post" action={paths.acting()}>
        <input type="hidden" name="household" value={wanted.slug} />
        {next === null ? null : <input type="hidden" name="next" value={next} />}
        <button className="button button-main w-full">
          {t("helpers.actingChange", { household })}
        </button>
      </form>
      <p className="mt-3">
        {current === null ? (
          <a className="button button-quiet w-full" href={paths.agentDesk()}>
            {t("households.agentTitle")}
          </a>
        ) : (
          <a
            className="button button-quiet w-full"
            href={paths.householdDesk({ household: current.slug })}
          >
            {t("helpers.actingStay", { household: current.name })}
          </a>
        )}
      </p>
    </>
  );
}
