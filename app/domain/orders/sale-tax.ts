import type { ProductTaxClass, TaxClass } from "~/domain/catalog/tax-class";
import { rateOfVnd, type Vnd } from "~/platform/money";

export type TaxRate = { vatBps: number; pitBps: number };

/** What is kept back for the State of what is sold on a day, by class; null: nothing is. */
export type SaleTax = Readonly<Record<TaxClass, TaxRate>> | null;

export type TaxAmounts = { vatVnd: Vnd; pitVnd: Vnd };

const NO_RATE: TaxRate = { vatBps: 0, pitBps: 0 };

export function rateFor(tax: SaleTax, taxClass: TaxClass): TaxRate {
  return tax?.[taxClass] ?? NO_RATE;
}

/** Both taxes of an amount, each rounded half up. */
export function taxOf(amountVnd: Vnd, { vatBps, pitBps }: TaxRate): TaxAmounts {
  return { vatVnd: rateOfVnd(amountVnd, vatBps), pitVnd: rateOfVnd(amountVnd, pitBps) };
}

/** A line as it is kept: its class, the rates of the day, and what they make. */
export function lineTax(tax: SaleTax, line: { taxClass: ProductTaxClass; totalVnd: Vnd }) {
  const rate = rateFor(tax, line.taxClass);
  return { taxClass: line.taxClass, ...rate, ...taxOf(line.totalVnd, rate) };
}
