import type { AccountState } from "@/lib/accounts/words";

type StateFacts = {
  isDisabled: boolean;
  /** has a secret that is not void by now */
  isReady: boolean;
};

/** How an account stands: disabled, locked from some network, without a valid secret, or usable. */
export function stateOf({ isDisabled, isReady }: StateFacts, isLocked: boolean): AccountState {
  if (isDisabled) return "disabled";
  if (isLocked) return "locked";

  return isReady ? "usable" : "waiting";
}

/**
 * 工号 with which somebody signs in. Who has both an office and a worker account signs in to the second one with a
 * letter behind the 工号: B 办公室, Z 职工.
 */
export function loginNameFor(staffNo: string, kind: "STAFF" | "WORKER", isTaken: boolean): string {
  return isTaken ? `${staffNo}-${kind === "STAFF" ? "B" : "Z"}` : staffNo;
}

/** The sentence that refuses an account for this person, or undefined. */
export function refuseAccount(
  person: { status: string },
  kinds: readonly string[],
  kind: "STAFF" | "WORKER",
): string | undefined {
  if (["LEFT", "TRANSFERRED_OUT", "DECEASED"].includes(person.status))
    return "这个人已经离开单位，不能再开账号。请核对工号。";
  if (kinds.includes(kind)) return "这个人已经有这种账号了，请在账号列表里找。";

  return undefined;
}

/** Phone or PC behind a session, in words that its owner recognises. */
export function deviceOf(userAgent: string | null): string {
  const agent = userAgent ?? "";
  const machine = machines.find(([mark]) => mark.test(agent))?.[1] ?? "其他设备";
  const browser = browsers.find(([mark]) => mark.test(agent))?.[1];

  return browser ? `${machine}（${browser}）` : machine;
}

const machines: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, "苹果手机"],
  [/iPad/, "苹果平板"],
  [/HarmonyOS|OpenHarmony/, "鸿蒙手机"],
  [/Android/, "安卓手机"],
  [/Windows/, "Windows 电脑"],
  [/Macintosh|Mac OS X/, "苹果电脑"],
  [/Linux/, "Linux 电脑"],
];
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, "微信"],
  [/DingTalk/, "钉钉"],
  [/wxwork/i, "企业微信"],
  [/Edg\//, "Edge 浏览器"],
  [/Firefox\//, "火狐浏览器"],
  [/Chrome\//, "Chrome 浏览器"],
  [/Safari\//, "Safari 浏览器"],
];
