const COLOURS = ['#0055cc', '#216e4e', '#ae2e24', '#5e4db2', '#a54800', '#206a83', '#943d73', '#44546f'];

/** A round picture with somebody's initials, in a colour that stays theirs. */
export function drawAvatar(accountId: string, displayName: string): string {
  const initials = displayName
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();
  const sum = Buffer.from(accountId).reduce((total, byte) => total + byte, 0);
  const colour = COLOURS[sum % COLOURS.length] ?? '#44546f';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48"><circle cx="24" cy="24" r="24" fill="${colour}"/>` +
    `<text x="24" y="24" dy="0.36em" text-anchor="middle" font-family="Inter, Arial, sans-serif" font-size="19" font-weight="600" fill="#fff">${escape(initials)}</text></svg>`
  );
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
