import { OCOP_GROUPS, setsOfGroup, type OcopGroup } from "~/domain/catalog/ocop-sets";
import { GROUP_DRAWING } from "~/ui/catalog/group-tiles";
import { setName } from "~/ui/catalog/set-names";
import { Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import { paths } from "~/web/paths";
import type { ListingReply } from "./listing-reply";

const GRID = "mt-5 grid grid-cols-2 gap-3 sm:grid-cols-3";
const TILE =
  "card flex h-full w-full cursor-pointer flex-col border-2 p-2 text-left text-ink no-underline hover:border-leaf";

/** The kind of goods by pictures: one of the six groups, then one of its sets. */
export function KindStep(props: {
  listingId: string;
  seen: number;
  chosen: number | undefined;
  /** null: not said yet. */
  group: OcopGroup | null;
  reply: ListingReply | undefined;
}) {
  const t = useT();
  const { listingId, group, chosen, seen } = props;
  const problem = Object.values(props.reply?.submission?.error ?? {})[0]?.[0];
  const action = paths.listingScreen(listingId, "kind", group === null ? {} : { group });
  const setTile = (set: number, name: string) => (
    <button name="ocopSet" value={set} className={`${TILE} ${markOf(set === chosen)}`}>
      <TilePicture drawing={set} name={name} />
    </button>
  );
  return (
    <>
      {problem === undefined ? null : <Refusal title={errorText(t, problem)} />}
      <form method="post" action={action}>
        <input type="hidden" name="seen" value={seen} />
        <ul className={GRID}>
          {group === null
            ? OCOP_GROUPS.map(({ code, firstSet, lastSet }) => {
                const name = t(`catalog.groupShort_${code}`);
                const isIn = chosen !== undefined && chosen >= firstSet && chosen <= lastSet;
                return (
                  <li key={code}>
                    {firstSet === lastSet ? (
                      setTile(firstSet, name)
                    ) : (
                      <a
                        href={paths.listingScreen(listingId, "kind", { group: code })}
                        className={`${TILE} ${markOf(isIn)}`}
                      >
                        <TilePicture drawing={GROUP_DRAWING[code]} name={name} />
                      </a>
                    )}
                  </li>
                );
              })
            : setsOfGroup(group).map((set) => <li key={set}>{setTile(set, setName(t, set))}</li>)}
        </ul>
      </form>
    </>
  );
}

function markOf(isChosen: boolean): string {
  return isChosen ? "border-leaf bg-leaf-tint" : "";
}

function TilePicture({ drawing, name }: { drawing: number; name: string }) {
  return (
    <>
      <img
        className="picture"
        src={paths.pictureInSheet({ drawing, variant: 0 })}
        alt=""
        width={400}
        height={300}
      />
      <span className="mt-2 mb-1 block text-lg leading-snug font-semibold">{name}</span>
    </>
  );
}
