import { Button } from "@/components/ui/button";
import { Trouble } from "@/components/ui/trouble";

/** The browser takes no cookie, so no sign-in can hold. Said in words instead of sending it around in a circle. */
export function NoCookies({ phone }: { phone: string }) {
  return (
    <div className="mx-auto max-w-prose">
      <Trouble
        picture="lock"
        title="这个浏览器记不住登录"
        phone={phone}
        actions={
          <Button href="/sign-in" tone="primary">
            再试一次
          </Button>
        }
      >
        <p>手机或电脑的浏览器关掉了“Cookie”（网站用来记住您的小记号），所以登录不了。</p>
        <p>手机：从微信里打开一般就行，不要用“无痕”“隐私”方式。</p>
        <p>电脑：在浏览器设置里允许本网站使用 Cookie，再点“再试一次”。</p>
      </Trouble>
    </div>
  );
}
