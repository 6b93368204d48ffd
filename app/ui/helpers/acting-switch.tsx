import type { DeskHousehold } from "~/domain/households/types";
import { Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import type { HeldForm } from "~/web/held-form";
import { paths } from "~/web/paths";

type Props = {
  wanted: DeskHousehold;
  /** Null while the agent works for nobody. */
  current: DeskHousehold | null;
  /** The page to come back to; null: the household's first. */
  next: string | null;
  /** The door that a form was for which came up here. */
  send: string | null;
  /** What was typed into it; null of a page that was only opened. */
  held: HeldForm | null;
};

/** The page that was opened is of another household than the one that the agent works for: which is it to be? */
export function ActingSwitch({ wanted, current, next, send, held }: Props) {
  const t = useT();
  const household = wanted.name;
  return (
    <>
      <h1 className="text-3xl">
        {current === null
          ? t("helpers.actingNobody")
          : t("helpers.actingBanner", { household: current.name })}
      </h1>
      <Refusal title={t("helpers.actingOtherPage", { household })}>
        {held === null || send === null ? (
          <p>{t("helpers.actingOpen")}</p>
        ) : (
          <>
            <p>{t("helpers.actingHeld", { household })}</p>
            {held.hasFiles ? <p className="mt-2">{t("helpers.actingFiles")}</p> : null}
          </>
        )}
      </Refusal>
      {held === null || send === null ? (
        <form method="post" action={paths.acting()}>
          <input type="hidden" name="household" value={wanted.slug} />
          {next === null ? null : <input type="hidden" name="next" value={next} />}
          <button className="button button-main w-full">
            {t("helpers.actingChange", { household })}
          </button>
        </form>
      ) : (
        <form method="post" action={paths.acting({ household: wanted.slug, send })}>
          {held.fields.map(({ name, value }, i) => (
            <input key={i} type="hidden" name={name} value={value} />
          ))}
          <button className="button button-main w-full">
            {t("helpers.actingSend", { household })}
          </button>
        </form>
      )}
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
