import { renderSVG } from "uqr";

const sizes = { normal: "h-40 w-40", large: "h-64 w-64" } as const;

/** A QR code as a picture that the browser draws sharp at any size. `label` says where it leads. */
export function Qr({ text, label, size = "normal" }: { text: string; label: string; size?: keyof typeof sizes }) {
  return <img src={qrDataUrl(text)} alt={label} className={`${sizes[size]} bg-surface`} width="160" height="160" />;
}

/** The code as a `data:` address: an SVG inside an `<img>` keeps its colours under the content security policy. */
export function qrDataUrl(text: string): string {
  const svg = renderSVG(text, { border: 4, ecc: "M" });
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
