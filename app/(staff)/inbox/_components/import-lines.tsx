import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { WaitingImport } from "@/lib/imports/waiting/queries";

const words: Partial<Record<WaitingImport["state"], string>> = {
  CHECKED: "检查完了，等确认",
  DONE: "已经导入",
  FAILED: "没有读出来，要重新上传",
};

/** Sheets that are ready for this person, one line each; nothing when there are none. */
export function ImportLines({ lines }: { lines: readonly WaitingImport[] }) {
  if (lines.length === 0) return null;

  return (
    <div className="mb-4">
      <Notice title="导入的表格">
        <ul className="grid gap-1">
          {lines.map(({ id, href, fileName, state, isOwn }) => (
            <li key={id}>
              <TextLink href={href}>{fileName}</TextLink>：{isOwn ? words[state] : "别人上传的，等您核对后确认"}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
