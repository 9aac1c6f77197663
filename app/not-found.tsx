import type { Metadata } from "next";
import { BareFrame } from "@/components/shell/bare-frame";
import { Missing } from "@/components/shell/missing";
import { officePhone } from "@/lib/office";

export const metadata: Metadata = { title: "没有这个页面" };

export default function NotFound() {
  return (
    <BareFrame phone={officePhone()}>
      <Missing />
    </BareFrame>
  );
}
