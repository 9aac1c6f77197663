import { Says } from "@/components/ui/worker";

/** Somebody comes to the sign-in page with a running session: usually a shared phone or PC. */
export function AlreadyIn({ name }: { name: string }) {
  return (
    <Says tone="info" title={`现在是 ${name} 在用`}>
      是您本人就 <a href="/">回到首页</a>；不是您，就在下面用自己的工号重新来。
    </Says>
  );
}
