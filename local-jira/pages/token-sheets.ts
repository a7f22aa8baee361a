/**
 * The Atlassian design tokens as plain style sheets, one per token set, made from the published package. Jira
 * serves the same sets from its CDN; here they come from this machine, so nothing needs a network.
 */

declare global {
  var __PLATFORM_FEATURE_FLAGS__: { booleanResolver(flag: string): boolean } | undefined;
}

let sheets: Promise<ReadonlyMap<string, string>> | undefined;

/** Style sheets by set: `light`, `dark`, `shape`, `spacing`, `typography`, `motion`. Made once per process. */
export function listTokenSheets(): Promise<ReadonlyMap<string, string>> {
  sheets ??= makeTokenSheets();
  return sheets;
}

async function makeTokenSheets(): Promise<ReadonlyMap<string, string>> {
  // The package asks Atlassian's feature service for one switch and complains on the console when there is none.
  globalThis.__PLATFORM_FEATURE_FLAGS__ ??= { booleanResolver: () => false };
  const { getThemeStyles } = await import('@atlaskit/tokens/get-theme-styles');
  const styles = await getThemeStyles({
    colorMode: 'auto',
    light: 'light',
    dark: 'dark',
    spacing: 'spacing',
    typography: 'typography',
    shape: 'shape',
    motion: 'motion',
  });
  return new Map(styles.map((style) => [style.id, style.css]));
}
