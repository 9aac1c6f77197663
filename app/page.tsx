import { redirect } from "next/navigation";
import { BareFrame } from "@/components/shell/bare-frame";
import { Trouble } from "@/components/ui/trouble";
import { currentActor } from "@/lib/auth/gate";
import { startPage } from "@/lib/auth/paths";
import { env } from "@/lib/env";
import { officePhone } from "@/lib/office";

/** The front door: everybody goes on to the page their work starts with; who has no role yet is told whom to ask. */
export default async function FrontDoorPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const start = startPage(actor);
  if (start) redirect(start);

  return (
    <BareFrame phone={officePhone()} demo={env.PORTAL_MODE === "demo"}>
      <Trouble picture="lock" title="您的账号还没有岗位" phone={officePhone()} actions={<SignOut />}>
        <p>
          {actor.loginName} {actor.name}，账号已经建好，但是还没有授权，所以什么都打不开。
        </p>
        <p>请找局里的安全管理员授权；授权以后重新登录就能用。</p>
      </Trouble>
    </BareFrame>
  );
}

function SignOut() {
  return (
    <form method="post" action="/sign-out">
      <button className="text-info underline underline-offset-3">退出</button>
    </form>
  );
}
