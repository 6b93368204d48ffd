import type { ReactNode } from "react";

export type PackRow = {
  productId: string;
  name: ReactNode;
  hint: ReactNode;
  /** What stands in the fields at first. */
  packs: string;
  price?: string;
};

/** One row a product: how many, and where asked at what price. Fields `product0`, `packs0`, `price0` ... */
export function PackRows(props: {
  rows: readonly PackRow[];
  /** What each field is called, after the product's name. */
  packsLabel: string;
  priceLabel?: string;
}) {
  return (
    <ul className="border-t border-line">
      {props.rows.map((row, i) => (
        <li key={row.productId} className="border-b border-line py-3">
          <input type="hidden" name={`product${i}`} value={row.productId} />
          <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
            <span id={`product${i}`} className="min-w-[min(12rem,100%)] grow basis-64">
              <span className="block font-semibold">{row.name}</span>
              <span className="block text-sm text-soft">{row.hint}</span>
            </span>
            <NumberInput i={i} name="packs" label={props.packsLabel} value={row.packs} />
            {props.priceLabel === undefined ? null : (
              <NumberInput i={i} name="price" label={props.priceLabel} value={row.price ?? ""} />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function NumberInput(props: { i: number; name: "packs" | "price"; label: string; value: string }) {
  const id = `${props.name}${props.i}`;
  return (
    <span className={props.name === "packs" ? "w-28" : "w-36"}>
      <label htmlFor={id} className="block text-sm">
        {props.label}
      </label>
      <input
        id={id}
        name={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        className="num w-full"
        defaultValue={props.value}
        aria-describedby={`product${props.i}`}
      />
    </span>
  );
}
