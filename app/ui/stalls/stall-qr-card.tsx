/** A QR as a picture of its own: in the page and not behind an address, so that the account is looked up once. */
export function QrPicture({ svg, title }: { svg: string; title: string }) {
  return (
    <img src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={title} className="mx-auto" />
  );
}

/** The QR on a phone's screen with whom it pays; the buyer reads the name before sending. */
export function StallQrCard(props: {
  svg: string;
  title: string;
  bankName: string;
  accountNumber: string;
  accountName: string;
}) {
  return (
    <div className="card mt-3 max-w-sm bg-white px-4 py-4 text-center text-black">
      <QrPicture svg={props.svg} title={props.title} />
      <p className="mt-2 text-lg font-bold">{props.accountName}</p>
      <p className="num">{`${props.bankName} ${props.accountNumber}`}</p>
    </div>
  );
}
