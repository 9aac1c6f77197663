import { TextField } from "@/components/ui/field";
import { demoSecrets } from "@/lib/accounts/demo/words";
import { env } from "@/lib/env";

/** Second proof for what must not be done from a PC left open: the own password, unless it was entered minutes ago. */
export function OwnSecret() {
  const demo = env.PORTAL_MODE === "demo" ? `。演示密码是 ${demoSecrets.STAFF}` : "";

  return (
    <TextField
      name="ownSecret"
      label="您自己的密码"
      hint={`确认是您本人操作；5分钟内刚输过可以不填${demo}`}
      type="password"
      autoComplete="current-password"
      width="medium"
      optional
    />
  );
}
