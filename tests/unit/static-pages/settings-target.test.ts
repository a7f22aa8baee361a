import { parseSettingsTarget, settingsPath } from '../../../static/kit/navigation/settings-target';

describe('a link to an item of the settings', () => {
  it('leads to the type and the item it was made for', () => {
    const target = { typeId: 'dev to&qa', itemId: 'where_to_test' };
    expect(parseSettingsTarget(`https://site.example/jira/projects/BAT/settings/apps/x/y${settingsPath(target)}`)).toEqual({
      ...target,
      section: null,
    });
  });

  it.each([undefined, null, 7, '', 'not an address', 'https://site.example/settings'])('leads nowhere from %p', (location) => {
    expect(parseSettingsTarget(location)).toEqual({ typeId: null, itemId: null, section: null });
  });
});
