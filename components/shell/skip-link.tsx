/** The first thing a keyboard reaches: past the navigation, to what the page is about. */
export function SkipLink() {
  return (
    <a href="#main" className="skip-link no-print">
      跳到正文
    </a>
  );
}
