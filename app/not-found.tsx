import { BareFrame } from "@/components/shell/bare-frame";
import { Button } from "@/components/ui/button";
import { Trouble } from "@/components/ui/trouble";
import { officePhone } from "@/lib/office";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "没有这个页面" };

/** A wrong address, or a page that is not for this person: the two are told apart to nobody. */
export default function NotFound() {
  const phone = officePhone();
  return (
    <BareFrame phone={phone}>
      <Trouble
        picture="place"
        title="没有找到这个页面"
        phone={phone}
        actions={
          <Button href="/" tone="primary">
            回到首页
          </Button>
        }
      >
        <p>可能是网址少了几个字，这件事已经作废，或者它不归您办。</p>
        <p>从首页重新进一次；还是找不到，就打电话问。</p>
      </Trouble>
    </BareFrame>
  );
}
