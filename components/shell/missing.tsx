import { Trouble } from "@/components/ui/trouble";
import { buttonLook } from "@/components/ui/button-look";
import { officePhone } from "@/lib/office";

/** A wrong address, or a page that is not for this person: which of the two it is, is told to nobody. */
export function Missing() {
  return (
    <Trouble
      picture="place"
      title="没有找到这个页面"
      phone={officePhone()}
      actions={
        <a href="/" className={buttonLook({ tone: "primary" })}>
          回到首页
        </a>
      }
    >
      <p>可能是网址少了几个字，这件事已经作废，或者它不归您看。</p>
      <p>从首页重新进一次；还是找不到，就打电话问。</p>
    </Trouble>
  );
}
