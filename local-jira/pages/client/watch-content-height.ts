/**
 * Reports how tall the app's content is, in CSS pixels, whenever that changes. It measures what stands in `body`,
 * never `html` or `body` themselves: `@atlaskit/css-reset` gives both the height of the frame, so they would
 * never shrink again. Layers that float above the page (fixed or absolute) do not count.
 */
export function watchContentHeight(report: (heightPx: number) => void): void {
  let reportedPx = -1;

  const measure = (): void => {
    const heightPx = Math.ceil(contentHeightPx(document.body));
    if (heightPx === reportedPx) return;
    reportedPx = heightPx;
    report(heightPx);
  };

  const sizes = new ResizeObserver(measure);
  const observeChildren = (): void => {
    sizes.disconnect();
    sizes.observe(document.body);
    for (const child of document.body.children) sizes.observe(child);
  };

  new MutationObserver(() => {
    observeChildren();
    measure();
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
  observeChildren();
  measure();
}

function contentHeightPx(body: HTMLElement): number {
  const bodyStyle = getComputedStyle(body);
  let bottomPx = 0;
  for (const child of body.children) {
    const style = getComputedStyle(child);
    if (style.display === 'none' || style.position === 'fixed' || style.position === 'absolute') continue;
    const bounds = child.getBoundingClientRect();
    if (bounds.height === 0) continue;
    bottomPx = Math.max(bottomPx, bounds.bottom + window.scrollY + parseFloat(style.marginBottom));
  }
  return bottomPx === 0 ? 0 : bottomPx + parseFloat(bodyStyle.paddingBottom) + parseFloat(bodyStyle.marginBottom);
}
