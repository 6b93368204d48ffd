import { fold } from "~/platform/fold";

/** By what names of one kind meet: `Cam sành`, `cam  sanh` and `CAM SÀNH` are one. */
export function produceKeyOf(name: string): string {
  return fold(name) || name.toLowerCase();
}
