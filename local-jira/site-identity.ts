/** Names the platform gave to the site, the installation and its environment: fixed, since the demo is. */
export interface SiteIdentity {
  cloudId: string;
  /** The last part of the app's ARI. */
  appId: string;
  environmentId: string;
  installationId: string;
  appName: string;
}

export function toSiteIdentity(appAri: string, appName: string): SiteIdentity {
  return {
    cloudId: '3f7b2a91-6c05-4d8e-a1f4-92d0c6e8b517',
    appId: appAri.split('/').at(-1) ?? appAri,
    environmentId: 'c5d81e60-7f3a-4b29-9e04-1a6b8f2d4c73',
    installationId: '8a40d6f3-12be-4c97-b5e8-6f9d3a0c7e21',
    appName,
  };
}
