import { formatDate, formatInstant } from "~/platform/period";

/** A moment as `hh:mm dd/mm/yyyy` in Vietnam. */
export function LocalTime({ instant }: { instant: number }) {
  return <time className="num whitespace-nowrap">{formatInstant(instant)}</time>;
}

/** A day as `dd/mm/yyyy`. */
export function LocalDay({ date }: { date: string }) {
  return (
    <time className="num whitespace-nowrap" dateTime={date}>
      {formatDate(date)}
    </time>
  );
}
