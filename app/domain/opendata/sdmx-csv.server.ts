import { stringify } from "csv-stringify/sync";
import { DATAFLOW } from "./codes";
import type { Observation } from "./schemas";

const DIMENSIONS = [
  "FREQ",
  "REF_AREA",
  "INDICATOR",
  "BREAKDOWN",
  "BREAKDOWN_CODE",
  "TIME_PERIOD",
] as const;
const ATTRIBUTES = [
  "UNIT_MEASURE",
  "UNIT_MULT",
  "DECIMALS",
  "OBS_STATUS",
  "CONF_STATUS",
  "EDITION",
  "PUBLISHED_AT",
  "METHOD_VERSION",
  "EDITION_HASH",
] as const;
const SDMX_COLUMNS = [
  "STRUCTURE",
  "STRUCTURE_ID",
  "ACTION",
  ...DIMENSIONS,
  "OBS_VALUE",
  ...ATTRIBUTES,
] as const;

/**
 * SDMX-CSV 2.0 by its field guide: ids only (`labels=id`), no keys, action "I" (for information), comma and RFC 4180, UTF-8
 * without a mark. Amounts are in đồng, UNIT_MULT is 0. Of each key one row: give it one edition of a month.
 */
export function sdmxCsv(observations: readonly Observation[]): string {
  const rows = observations.map((one) => [
    "dataflow",
    DATAFLOW,
    "I",
    one.freq,
    one.ref_area,
    one.indicator,
    one.dimension,
    one.code,
    one.time_period,
    one.value,
    one.unit,
    0,
    one.decimals,
    one.obs_status,
    one.conf_status,
    one.edition,
    one.published_at,
    one.method_version,
    one.edition_hash,
  ]);
  return stringify([SDMX_COLUMNS, ...rows], { record_delimiter: "\r\n" });
}
