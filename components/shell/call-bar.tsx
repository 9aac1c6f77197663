import { Icon } from "@/components/ui/icon";
import { dialable } from "@/lib/dial";

/** The telephone, at the same place on every worker page. */
export function CallBar({ phone, words = "有事打电话" }: { phone: string; words?: string }) {
  return (
    <footer className="no-print sticky bottom-0 flex items-center justify-between gap-x-3 border-t border-line bg-surface px-4 py-2 text-[min(0.9rem,5vw)]">
      <span>{words}</span>
      <a
        href={`tel:${dialable(phone)}`}
        className="inline-flex min-h-[min(3rem,64px)] flex-none items-center gap-2 rounded-full border-2 border-ok px-3 font-bold text-ok no-underline num"
      >
        <Icon name="phone" size="small" />
        {phone}
      </a>
    </footer>
  );
}
